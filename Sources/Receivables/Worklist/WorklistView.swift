/// A saved selection of the worklist.
public enum WorklistView: String, Hashable, Sendable, CaseIterable {
  /// Today's work of one collector.
  case mine
  /// Today's work of everybody.
  case everyone
  /// Every account that owes or is owed, work or not.
  case all
  /// Newly past due.
  case newPastDue = "new_past_due"
  /// Promises that are open, by day.
  case promisesDue = "promises_due"
  /// Promises that were not kept.
  case broken
  /// Something is disputed.
  case disputes
  /// A plan is active.
  case plans
  /// Callbacks, whatever their day.
  case callbacks
  /// Past due and no right-party contact in the policy's `noContactDays`.
  case noContact = "no_contact"
  /// Something to collect is more than the policy's `escalationDays` past due.
  case escalation
  /// Credits are waiting to be applied.
  case unapplied
  /// Put off until a day.
  case snoozed

  /// What a collector reads.
  public var title: String {
    switch self {
    case .mine: "my queue"
    case .everyone: "everyone's queue"
    case .all: "all accounts"
    case .newPastDue: "new past due"
    case .promisesDue: "promises due"
    case .broken: "broken promises"
    case .disputes: "disputes"
    case .plans: "plans"
    case .callbacks: "callbacks"
    case .noContact: "no contact lately"
    case .escalation: "escalation candidates"
    case .unapplied: "unapplied cash"
    case .snoozed: "snoozed"
    }
  }
}
