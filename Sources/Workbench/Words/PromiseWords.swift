import Receivables
import TextScreen

extension PromiseState {
  /// At most five letters.
  var short: String {
    switch self {
    case .open: "due"
    case .inGrace: "grace"
    case .kept: "kept"
    case .partlyKept: "part"
    case .broken: "broke"
    case .received: "recvd"
    case .superseded: "new"
    case .withdrawn: "taken"
    case .voided: "void"
    case .verifying: "sent"
    }
  }

  var role: Role? {
    switch self {
    case .kept: .good
    case .partlyKept, .broken: .bad
    case .inGrace, .received, .verifying: .warning
    case .superseded, .withdrawn, .voided: .dim
    case .open: nil
    }
  }
}

extension IncentiveStatus {
  var role: Role {
    switch state {
    case .open: .normal
    case .earned, .settled: .good
    case .lapsed: .warning
    case .over: .dim
    }
  }
}

extension InstalmentStatus.State {
  var role: Role? {
    switch self {
    case .paid: .good
    case .due: nil
    case .inGrace: .warning
    case .missed: .bad
    }
  }
}

extension AccountFlags {
  private static let words = [
    "promised", "promise broken", "disputed", "credits", "over limit", "no first contact", "says paid",
    "put off", "plan", "escalated", "on hold", "credit hold",
  ]

  /// Each letter with what it means, in their order.
  static var meanings: [(letter: String, words: String)] {
    words.enumerated().map { (AccountFlags(rawValue: 1 << $0.offset).letters, $0.element) }
  }

  /// What the letters mean, in their order.
  var words: String {
    Self.words.enumerated().filter { rawValue & (1 << $0.offset) != 0 }.map(\.element).joined(separator: ", ")
  }
}
