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
  /// In as few words as a row has room for: `"98.00 off by 27 Nov"`, `"98.00 off lapsed 27 Nov"`.
  var brief: String {
    let amount = terms.amount.grouped
    switch state {
    case .open: return "\(amount) off by \(terms.until.short)"
    case .earned: return "\(Money(minor: toCredit, terms.amount.currency).grouped) to be credited"
    case .settled where credited == 0: return "\(amount) off, paid"
    case .settled: return "\(amount) off, credited"
    case .lapsed: return "\(amount) off lapsed \(terms.until.short)"
    case .over: return "\(amount) off ended"
    }
  }

  var role: Role {
    switch state {
    case .open: .normal
    case .earned, .settled: .good
    case .lapsed: .warning
    case .over: .dim
    }
  }
}
