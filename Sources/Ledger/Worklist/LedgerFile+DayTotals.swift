public import Receivables
import SQLEngine

extension LedgerFile {
  /// How far the day has come for one collector, or for everybody when `collector` is nil. What was taken back does
  /// not count. The rows still to work are those of the business date. Throws `LedgerError`.
  public func dayTotals(on day: CalendarDay, collector: String?) throws(LedgerError) -> DayTotals {
    try LedgerError.wrapping("count the day") {
      try connection.transaction(.deferred) {
        let work = DayWork(try entries(of: day, collector), corrections: try corrections(since: day), policy)
        let query = WorklistQuery(
          view: collector == nil ? .everyone : .mine, collector: collector ?? "", today: day)
        let sql = WorklistSQL(query, policy)
        var planned = try total(of: query, sql)
        // An account that was called in vain is worked and still in the queue: it counts once.
        for account in work.accounts {
          let isListed = try connection.all(sql.membership, values: sql.values + [account.rawValue]) { _ in
            true
          }
          if isListed.isEmpty { planned += 1 }
        }
        return DayTotals(
          worked: work.accounts.count, planned: planned, contacts: work.contacted.count,
          promises: work.promises.count, promised: try work.promised())
      }
    }
  }

  private func entries(of day: CalendarDay, _ collector: String?) throws -> [JournalEntry] {
    try connection.all(
      "select \(JournalEntry.columns) from journal where day = $1 order by number", day.number
    ) { try JournalEntry(row: $0) }
    .filter { collector == nil || $0.collector == collector }
  }

  /// Entries of `day` or later that take others back.
  private func corrections(since day: CalendarDay) throws -> [JournalEntry] {
    try connection.all(
      "select \(JournalEntry.columns) from journal where day >= $1 and kind in ('reversal', 'withdrawal')",
      day.number
    ) { try JournalEntry(row: $0) }
  }
}
