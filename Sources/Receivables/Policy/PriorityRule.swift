/// Points that an account earns when a measure reaches a threshold.
public struct PriorityRule: Hashable, Sendable {
  /// What is measured.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Amount to collect at indicative rates, in major units of the common currency.
    case toCollect = "to_collect"
    /// Days past due of the oldest collectable invoice.
    case oldestDays = "oldest_days"
    /// Highest level of the promises on open invoices.
    case promiseLevel = "promise_level"
    /// Broken and partly kept promises in the last 365 days.
    case brokenPromises = "broken_promises"
    /// Days since the last right-party contact, or since the oldest due date when there was none; nothing while
    /// nothing is past due.
    case daysWithoutContact = "days_without_contact"
    /// Balance as a share of the credit limit, in percent.
    case limitShare = "limit_share"
    /// How many days later than before the customer pays lately, when more than its own spread explains.
    case driftDays = "drift_days"
    /// Unapplied credits as a share of the past-due amount, in percent.
    case unappliedShare = "unapplied_share"
  }

  /// Stable name, for records and explanations: `"old_90"`.
  public var code: String
  /// What is measured.
  public var measure: Measure
  /// The rule is fulfilled when the measure is at least this.
  public var atLeast: Int64
  /// What it earns. Negative pushes an account down.
  public var points: Int

  /// A rule.
  public init(code: String, measure: Measure, atLeast: Int64, points: Int) {
    self.code = code
    self.measure = measure
    self.atLeast = atLeast
    self.points = points
  }
}
