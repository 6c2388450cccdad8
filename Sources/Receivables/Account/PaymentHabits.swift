/// How a customer pays, with the counts behind every figure.
public struct PaymentHabits: Hashable, Sendable {
  /// Invoices that were paid in full.
  public var paidInvoices: Int
  /// Mean calendar days from due to paid in full over all of them, in tenths of a day; nil without any.
  public var meanDaysLateTenths: Int?
  /// The same over the last six paid.
  public var recentDaysLateTenths: Int?
  /// How much later than before it pays lately, in tenths of a day, when that is more than the customer's own
  /// spread explains.
  public var driftTenths: Int?
  /// Promises by outcome.
  public var kept: Int
  /// Promises of which only a part came.
  public var partlyKept: Int
  /// Promises of which nothing came.
  public var broken: Int
  /// Mean days from promised day to payment in full over promises that were paid after their day, in tenths.
  public var slipTenths: Int?
  /// The weekday on which at least four of five of its last payments came, with at least five payments.
  public var usualWeekday: Weekday?
}
