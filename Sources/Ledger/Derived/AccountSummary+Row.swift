import Receivables
import SQLEngine

extension AccountSummary {
  /// The summary that `DerivedRows` stored: `row` has the columns of `DerivedTable.summary`. Throws
  /// `LedgerError.unreadable` with the column.
  init(row: Statement, balances: [CurrencyBalance]) throws(LedgerError) {
    self.init(
      balances: balances, lane: try row.stored(.lane, as: Lane.self), next: try NextAction(summary: row),
      priority: row.int(.priority), band: try row.stored(.band, as: Band.self) ?? .d,
      orderAmount: 0 &- row.int64(SummaryColumn.amountOrder.rawValue), oldestDue: row.day(.oldestDue),
      flags: AccountFlags(rawValue: row.int(.flags)), promise: try PromiseMark(summary: row),
      promiseLevel: row.int(.promiseLevel), lastContact: row.day(.lastContact),
      lastWorked: row.day(.workedDay).map { WorkedMark(day: $0, result: row.text(.workedResult)) },
      reasons: try ReasonText.reasons(in: row.text(.reasons)), changesOn: row.day(.changesOn))
  }
}

extension NextAction {
  fileprivate init?(summary row: Statement) throws(LedgerError) {
    guard let kind = try row.stored(.nextKind, as: Kind.self), let day = row.day(.nextDay) else { return nil }
    let minutes = row.optionalInt(SummaryColumn.nextTime.rawValue)
    self.init(
      kind, on: day, at: minutes.flatMap { TimeOfDay(hour: $0 / 60, minute: $0 % 60) },
      zone: row.optionalText(SummaryColumn.nextZone.rawValue))
  }
}

extension PromiseMark {
  fileprivate init?(summary row: Statement) throws(LedgerError) {
    guard let state = try row.stored(.promiseState, as: PromiseState.self), let day = row.day(.promiseDay)
    else {
      return nil
    }
    let amount = try Money(
      row: row, amount: SummaryColumn.promiseAmount.rawValue, currency: SummaryColumn.promiseCurrency.rawValue
    )
    self.init(amount: amount, day: day, state: state)
  }
}

extension Statement {
  fileprivate func int(_ column: SummaryColumn) -> Int { int(column.rawValue) }

  fileprivate func text(_ column: SummaryColumn) -> String { text(column.rawValue) }

  fileprivate func day(_ column: SummaryColumn) -> CalendarDay? {
    optionalInt(column.rawValue).map { CalendarDay(number: $0) }
  }

  fileprivate func stored<Value: RawRepresentable<String>>(
    _ column: SummaryColumn, as type: Value.Type
  ) throws(LedgerError) -> Value? {
    guard let text = optionalText(column.rawValue) else { return nil }
    guard let value = Value(rawValue: text) else { throw .unreadable("\(column.name) “\(text)”") }
    return value
  }
}
