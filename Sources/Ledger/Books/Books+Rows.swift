import Receivables
import SQLEngine

/// Reading the rows that `AccountRows` asks for.
extension Customer {
  init(row: Statement) throws(LedgerError) {
    self.init(
      id: AccountID(rawValue: row.int64(0)), number: row.text(1), name: row.text(2),
      terms: row.optionalText(3).flatMap { Terms(text: $0) },
      creditLimit: row.isNull(4) ? nil : try Money(row: row, amount: 4, currency: 5),
      collector: row.optionalText(6), paymentRun: row.optionalText(7).flatMap { PaymentRun(text: $0) },
      timeZone: row.optionalText(8))
  }
}

extension Invoice {
  init(row: Statement) throws(LedgerError) {
    self.init(
      id: DocumentID(rawValue: row.int64(1)), number: row.text(2), issued: CalendarDay(number: row.int(3)),
      due: CalendarDay(number: row.int(4)), original: try Money(row: row, amount: 5, currency: 6),
      reference: row.optionalText(7))
  }
}

extension Credit {
  init(row: Statement) throws(LedgerError) {
    guard let kind = Kind(rawValue: row.text(3)) else {
      throw .unreadable("the credit \(row.text(2)), a “\(row.text(3))”")
    }
    self.init(
      id: DocumentID(rawValue: row.int64(1)), number: row.text(2), kind: kind,
      dated: CalendarDay(number: row.int(4)), amount: try Money(row: row, amount: 5, currency: 6),
      method: row.optionalText(7), spent: row.optionalInt(8).map { CalendarDay(number: $0) })
  }
}

extension Application {
  init(row: Statement) throws(LedgerError) {
    guard let source = Source(rawValue: row.text(4)) else {
      throw .unreadable("the application \(row.int64(1)), a “\(row.text(4))”")
    }
    self.init(
      id: row.int64(1), invoice: DocumentID(rawValue: row.int64(2)),
      credit: row.optionalInt64(3).map { DocumentID(rawValue: $0) }, source: source,
      dated: CalendarDay(number: row.int(5)), amount: row.int64(6), reverses: row.optionalInt64(7))
  }
}

extension Money {
  /// Minor units in one column, the currency's code in another. Throws `LedgerError.unreadable`.
  init(row: Statement, amount: Int, currency: Int) throws(LedgerError) {
    guard let known = Currency(row.text(currency)) else {
      throw .unreadable("an amount in “\(row.text(currency))”")
    }
    self.init(minor: row.int64(amount), known)
  }
}
