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
