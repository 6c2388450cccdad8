import Receivables
import SQLEngine

extension AccountSummary {
  /// The summary that `DerivedRows` stored: `row` has the columns of `DerivedTable.summary`. Throws
  /// `LedgerError.unreadable` with the column.
  init(row: Statement, balances: [CurrencyBalance]) throws(LedgerError) {
    func stored<Value: RawRepresentable<String>>(_ column: Int, _ type: Value.Type) throws(LedgerError)
      -> Value?
    {
      guard let text = row.optionalText(column) else { return nil }
      guard let value = Value(rawValue: text) else {
        throw .unreadable("\(DerivedTable.summary.columns[column]) “\(text)”")
      }
      return value
    }
    func day(_ column: Int) -> CalendarDay? { row.optionalInt(column).map { CalendarDay(number: $0) } }

    var next: NextAction?
    if let kind = try stored(17, NextAction.Kind.self), let on = day(18) {
      let time = row.optionalInt(19).flatMap { TimeOfDay(hour: $0 / 60, minute: $0 % 60) }
      next = NextAction(kind, on: on, at: time, zone: row.optionalText(20))
    }
    var promise: PromiseMark?
    if let state = try stored(24, PromiseState.self), let day = day(23) {
      promise = PromiseMark(amount: try Money(row: row, amount: 21, currency: 22), day: day, state: state)
    }
    var worked: WorkedMark?
    if let on = day(27) { worked = WorkedMark(day: on, result: row.text(28)) }
    self.init(
      balances: balances, lane: try stored(5, Lane.self), next: next, priority: row.int(14),
      band: try stored(15, Band.self) ?? .d, orderAmount: -row.int64(8), oldestDue: day(16),
      flags: AccountFlags(rawValue: row.int(13)), promise: promise, promiseLevel: row.int(25),
      lastContact: day(26), lastWorked: worked, reasons: try ReasonText.reasons(in: row.text(29)),
      changesOn: day(30))
  }
}

extension CurrencyBalance {
  /// The balance that `DerivedRows` stored, with as many buckets as the policy has. Throws
  /// `LedgerError.unreadable`.
  init(row: Statement, bucketCount: Int) throws(LedgerError) {
    guard let currency = Currency(row.text(1)) else { throw .unreadable("a balance in “\(row.text(1))”") }
    self.init(currency: currency, bucketCount: bucketCount)
    for index in buckets.indices { buckets[index] = row.int64(2 + index) }
    credits = row.int64(9)
    pastDue = row.int64(10)
    disputed = row.int64(11)
    planned = row.int64(12)
    promised = row.int64(13)
    toCollect = row.int64(14)
  }
}
