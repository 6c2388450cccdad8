/// Everything derived of one account as of a day: the one place where Books and Journal meet Policy.
public struct AccountPicture: Hashable, Sendable {
  /// The day as of which all of it holds.
  public var asOf: CalendarDay
  /// What it was derived from.
  public var file: AccountFile
  /// Invoices that are open, oldest due first.
  public var invoices: [InvoiceStatus]
  /// Credits with what is not applied of them, minor units; only those with something left.
  public var unapplied: [UnappliedCredit]
  /// All promises and payment claims, newest first.
  public var promises: [PromiseStatus]
  /// The plans in force, newest first; a plan whose invoices a newer one covers is none.
  public var plans: [PlanStatus] = []
  /// Books and journal together, newest first.
  public var timeline: [TimelineItem]
  /// How the customer pays.
  public var habits: PaymentHabits
  /// Digits of the numbers that a call found dead.
  public var deadNumbers: Set<String>
  /// What the queue shows of it.
  public var summary: AccountSummary
}
