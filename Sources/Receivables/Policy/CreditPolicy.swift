/// Which customers the credit desk looks at again.
public struct CreditPolicy: Hashable, Sendable {
  /// The balance is at least this share of the credit limit, in percent.
  public var limitPercent: Int
  /// The customer pays at least so many days later than it used to.
  public var driftDays: Int
  /// The last invoices were paid at least so many days late in the mean.
  public var lateDays: Int
  /// Whoever paid fewer invoices than this has no habit yet.
  public var leastPaid: Int

  /// The rules of the review.
  public init(limitPercent: Int = 100, driftDays: Int = 7, lateDays: Int = 15, leastPaid: Int = 3) {
    self.limitPercent = limitPercent
    self.driftDays = driftDays
    self.lateDays = lateDays
    self.leastPaid = leastPaid
  }
}
