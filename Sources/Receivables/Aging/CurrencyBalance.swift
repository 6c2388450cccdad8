/// What an account owes in one currency as of a day. All amounts are minor units of `currency`.
public struct CurrencyBalance: Hashable, Sendable {
  /// The currency of every amount here.
  public var currency: Currency
  /// Open amounts by bucket, in the order of the policy's bounds, plus the unbounded last.
  public var buckets: [Int64]
  /// Unapplied credits, zero or negative. `Σ buckets + credits = balance`.
  public var credits: Int64
  /// Open and overdue, before any slice is taken off.
  public var pastDue: Int64
  /// Contested parts of the past-due amount.
  public var disputed: Int64
  /// Parts of the past-due amount covered by plan instalments that are not yet due.
  public var planned: Int64
  /// Parts of the past-due amount under a promise inside date and grace.
  public var promised: Int64
  /// What is left to collect: past due less the three slices, each taken once.
  public var toCollect: Int64

  /// Nothing owed in `currency`, with `buckets` buckets.
  public init(currency: Currency, bucketCount: Int) {
    self.currency = currency
    buckets = Array(repeating: 0, count: bucketCount)
    credits = 0
    pastDue = 0
    disputed = 0
    planned = 0
    promised = 0
    toCollect = 0
  }

  /// Everything owed less everything held: `Σ buckets + credits`. Throws `MoneyError.overflow`.
  public func balance() throws(MoneyError) -> Int64 {
    var sum = credits
    for bucket in buckets { sum = try sum.addingChecked(bucket) }
    return sum
  }
}
