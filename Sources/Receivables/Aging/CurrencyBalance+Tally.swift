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
