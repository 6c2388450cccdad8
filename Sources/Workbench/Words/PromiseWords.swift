import Receivables
import TextScreen

extension PromiseMark {
  /// State and day in at most 12 cells: `"broke 20 Nov"`.
  var short: String { "\(state.short) \(day.short)" }
}

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

extension AccountFlags {
  var role: Role? {
    if contains(.brokenPromise) || contains(.overLimit) { return .bad }
    return contains(.neverContacted) || contains(.disputed) ? .warning : nil
  }
}

extension AccountFlags {
  /// What the letters mean, in their order.
  var words: String {
    let meanings = [
      "promised", "promise broken", "disputed", "credits", "over limit", "no first contact", "says paid",
      "put off", "plan", "escalated",
    ]
    return meanings.enumerated().filter { rawValue & (1 << $0.offset) != 0 }.map(\.element).joined(
      separator: ", ")
  }
}

extension NextAction {
  /// When, in at most six cells: `"27 Nov"`, `"today"`, today's time `"14:00"`.
  func when(_ today: CalendarDay) -> String {
    if day == today { return time?.text ?? "today" }
    return day.compact(today)
  }

  /// When and what, in at most 20 cells: `"27 Nov call"`, `"14:00 call back"` today.
  func short(_ today: CalendarDay) -> String { "\(when(today)) \(kind.title)" }
}
