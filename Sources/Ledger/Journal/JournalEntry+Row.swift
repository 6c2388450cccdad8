import Receivables
import SQLEngine

extension JournalEntry {
  /// What a query must give for `init(row:)`, in this order.
  static let columns = "account_id, number, action, recorded, day, actor, collector, kind, body"

  /// An entry as a row of `columns`. Throws `LedgerError.unreadable` with its number.
  init(row: Statement) throws(LedgerError) {
    let number = row.int64(1)
    let kind = row.text(7)
    let body: EntryBody
    do {
      body = try row.withBytes(8) { (text) throws(EntryTextError) in
        try EntryBody(kind: kind, text: text.span)
      }
    } catch {
      throw .unreadable("journal entry \(number): it holds \(error.found)")
    }
    self.init(
      number: EntryNumber(rawValue: number), action: ActionID(rawValue: row.text(2)),
      recorded: Instant(milliseconds: row.int64(3)), day: CalendarDay(number: row.int(4)), actor: row.text(5),
      collector: row.text(6), account: AccountID(rawValue: row.int64(0)), body: body)
  }
}
