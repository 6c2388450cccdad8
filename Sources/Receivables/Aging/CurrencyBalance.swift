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

extension CurrencyBalance {
  /// The balances of an account by currency code, leaving out currencies in which nothing is open.
  ///
  /// An overpaid invoice is held for the customer like a credit, so `Σ buckets + credits = balance` holds.
  static func tally(_ books: BooksAsOf, bucketCount: Int) throws(MoneyError) -> [CurrencyBalance] {
    var balances: [CurrencyBalance] = []
    for position in books.positions where position.open != 0 {
      let index = balances.index(of: position.invoice.original.currency, bucketCount: bucketCount)
      try balances[index].add(position)
    }
    for credit in books.unapplied {
      let index = balances.index(of: credit.credit.amount.currency, bucketCount: bucketCount)
      balances[index].credits = try balances[index].credits.subtractingChecked(credit.left)
    }
    return balances.sorted { $0.currency < $1.currency }
  }

  private mutating func add(_ position: InvoicePosition) throws(MoneyError) {
    guard position.open > 0 else {
      credits = try credits.addingChecked(position.open)
      return
    }
    buckets[position.bucket] = try buckets[position.bucket].addingChecked(position.open)
    guard position.isPastDue else { return }
    pastDue = try pastDue.addingChecked(position.open)
    disputed = try disputed.addingChecked(position.disputed)
    planned = try planned.addingChecked(position.planned)
    promised = try promised.addingChecked(position.promised)
    toCollect = try toCollect.addingChecked(position.collectable)
  }
}

extension [CurrencyBalance] {
  fileprivate mutating func index(of currency: Currency, bucketCount: Int) -> Int {
    if let index = firstIndex(where: { $0.currency == currency }) { return index }
    append(CurrencyBalance(currency: currency, bucketCount: bucketCount))
    return count - 1
  }
}
