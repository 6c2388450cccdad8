import FaultyDisk
import Glibc
import Testing

/// How a disk fails, and whether it does so once or from then on.
struct Fault: Hashable {
  /// What the header of `FaultyDisk` says of each.
  enum Kind: String, CaseIterable {
    case full, refused, torn, done, unreadable
  }

  var kind: Kind
  var lasts = false

  /// Whether KEPT_FAULTS asks for all of them: `make faults`.
  static let isThorough = getenv("KEPT_FAULTS") != nil

  /// The faults that the tests try: without KEPT_FAULTS those that found most.
  static let tried =
    isThorough
    ? Kind.allCases.flatMap { [Fault(kind: $0), Fault(kind: $0, lasts: true)] }
    : [Fault(kind: .full, lasts: true), Fault(kind: .torn), Fault(kind: .done, lasts: true)]
}

extension Fault.Kind {
  var asDisk: faulty_disk_fault {
    switch self {
    case .full: faulty_disk_full
    case .refused: faulty_disk_refused
    case .torn: faulty_disk_torn
    case .done: faulty_disk_done
    case .unreadable: faulty_disk_unreadable
    }
  }
}

extension Fault: CustomTestStringConvertible {
  var testDescription: String { "\(kind.rawValue) \(lasts ? "from then on" : "once")" }
}
