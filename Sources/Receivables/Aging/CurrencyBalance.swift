/// What an account owes in one currency as of a day. All amounts are minor units of `currency`.
public struct CurrencyBalance: Hashable, Sendable {
  /// The currency of every amount here.
  public var currency: Currency
  /// Open amounts by bucket, in the order of the policy's bounds, plus the unbounded last.
  public var buckets: [Int64]
  /// Unapplied credits, zero or negative. `Σ buckets + credits = balance`.
  public var credits: Int64
  /// Open and overdue, cut into what is held for a reason and what is free.
  public var pastDue: Slices

  /// Nothing owed in `currency`, with `bucketCount` buckets.
  public init(currency: Currency, bucketCount: Int) {
    self.currency = currency
    buckets = Array(repeating: 0, count: bucketCount)
    credits = 0
    pastDue = Slices()
  }

  /// What is left to collect: what is past due and free.
  public var toCollect: Int64 { pastDue.free }

  /// Everything owed less everything held: `Σ buckets + credits`. Throws `MoneyError.overflow`.
  public func balance() throws(MoneyError) -> Int64 {
    var sum = credits
    for bucket in buckets { sum = try sum.addingChecked(bucket) }
    return sum
  }
}

extension CurrencyBalance {
  /// The balances of an account by currency code, leaving out currencies in which nothing is open.
  ///
  /// An overpaid invoice is held for the customer like a credit, so `Σ buckets + credits = balance` holds.
  static func tally(_ items: OpenItems, bucketCount: Int) throws(MoneyError) -> [CurrencyBalance] {
    var balances: [CurrencyBalance] = []
    for item in items.items where item.open != 0 {
      let index = balances.index(of: item.invoice.original.currency, bucketCount: bucketCount)
      try balances[index].add(item)
    }
    for credit in items.unapplied {
      let index = balances.index(of: credit.credit.amount.currency, bucketCount: bucketCount)
      balances[index].credits = try balances[index].credits.subtractingChecked(credit.left)
    }
    return balances.sorted { $0.currency < $1.currency }
  }

  private mutating func add(_ item: OpenItem) throws(MoneyError) {
    guard item.open > 0 else {
      credits = try credits.addingChecked(item.open)
      return
    }
    buckets[item.bucket] = try buckets[item.bucket].addingChecked(item.open)
    if item.isPastDue { try pastDue.add(item.slices) }
  }
}

extension [CurrencyBalance] {
  fileprivate mutating func index(of currency: Currency, bucketCount: Int) -> Int {
    if let index = firstIndex(where: { $0.currency == currency }) { return index }
    append(CurrencyBalance(currency: currency, bucketCount: bucketCount))
    return count - 1
  }
}
