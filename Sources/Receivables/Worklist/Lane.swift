/// The groups of a day's worklist; their order is policy.
public enum Lane: String, Hashable, Sendable, CaseIterable {
  /// A callback that the customer asked for.
  case callback
  /// A promise that was broken or only partly kept.
  case brokenPromise = "broken_promise"
  /// A promise whose day is today, unpaid.
  case promiseDue = "promise_due"
  /// A follow-up whose day has come.
  case followUp = "follow_up"
  /// Nobody was spoken to about it: newly past due, or of an account where nobody ever was.
  case newPastDue = "new_past_due"
  /// A payment run is near: confirm that they hold every document.
  case preRun = "pre_run"
  /// Everything else with something to collect.
  case rest
  /// Credits cover what is past due: apply them, do not chase.
  case cashApplication = "cash_application"

  /// What a collector reads.
  public var title: String {
    switch self {
    case .callback: "callback due"
    case .brokenPromise: "promise not kept"
    case .promiseDue: "promise due today"
    case .followUp: "follow-up due"
    case .newPastDue: "first contact"
    case .preRun: "before payment run"
    case .rest: "by priority"
    case .cashApplication: "credits to apply"
    }
  }
}

/// A priority in one letter.
public enum Band: String, Hashable, Sendable, CaseIterable {
  /// The highest.
  case a = "A"
  /// High.
  case b = "B"
  /// Middling.
  case c = "C"
  /// The rest.
  case d = "D"
}
