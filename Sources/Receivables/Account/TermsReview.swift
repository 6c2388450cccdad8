/// Why the credit desk looks at a customer's limit and terms again, in counts; what is nil is no reason.
public struct TermsReview: Hashable, Sendable {
  /// The balance in percent of the credit limit, where that is too much.
  public var limitPercent: Int64?
  /// How many tenths of a day later than before the customer pays, where that is too much.
  public var driftTenths: Int?
  /// How many tenths of a day late the last invoices were paid in the mean, where that is a habit.
  public var lateTenths: Int?
  /// How many invoices tell the habit.
  public var paid: Int

  /// Reasons.
  public init(limitPercent: Int64? = nil, driftTenths: Int? = nil, lateTenths: Int? = nil, paid: Int = 0) {
    self.limitPercent = limitPercent
    self.driftTenths = driftTenths
    self.lateTenths = lateTenths
    self.paid = paid
  }

  /// `["120 % of the credit limit", "pays 9 days later than before", "the last 6 paid 18 days late"]`.
  public var reasons: [String] {
    [
      limitPercent.map { "\($0) % of the credit limit" },
      driftTenths.map { "pays \($0 / 10) days later than before" },
      lateTenths.map { "the last \(paid) paid \($0 / 10) days late" },
    ].compactMap { $0 }
  }

  /// The reasons that the policy sees, while anything is open; nil when there is none.
  init?(_ account: AccountDerivation, _ lateness: PaymentLateness) {
    let policy = account.policy.credit
    guard account.facts.hasOpen else { return nil }
    let share = account.limitShare
    self.init(paid: min(lateness.count, PaymentLateness.recentCount))
    if account.customer.creditLimit != nil, share >= Int64(policy.limitPercent) { limitPercent = share }
    if let drift = lateness.driftTenths, drift >= policy.driftDays * 10 { driftTenths = drift }
    if lateness.count >= policy.leastPaid, let late = lateness.recentTenths, late >= policy.lateDays * 10 {
      lateTenths = late
    }
    guard !reasons.isEmpty else { return nil }
  }
}
