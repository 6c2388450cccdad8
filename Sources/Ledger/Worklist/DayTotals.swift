public import Receivables
import SQLEngine

/// What some entries of one day come to.
struct DayWork {
  /// Accounts with a contact or an attempt that counts as worked.
  private(set) var accounts: Set<AccountID> = []
  /// Accounts where the right person was spoken to.
  private(set) var contacted: Set<AccountID> = []
  /// Promises that stand, with what newer ones left of them.
  private(set) var promises: [MatterID: Money] = [:]

  /// Throws `MoneyError`.
  init(_ entries: [JournalEntry], corrections: [JournalEntry]) throws(MoneyError) {
    let reversed = Set(corrections.compactMap { $0.body.first(Reversal.self)?.entry })
    let withdrawn = Set(
      corrections.filter { !reversed.contains($0.number) }.flatMap {
        $0.body.all(Withdrawal.self).map(\.matter)
      })
    for entry in entries where !reversed.contains(entry.number) {
      guard let account = entry.account, let contact = entry.body.first(ContactRecord.self) else { continue }
      if contact.effects.contains(.worked) { accounts.insert(account) }
      if contact.effects.contains(.rightParty) { contacted.insert(account) }
      for (id, promise) in entry.matters(PromiseTerms.self) where promise.kind == .promise {
        // The customer thought again on the same day: the later word counts where both meet.
        for part in promise.replaces {
          guard let before = promises[part.promise] else { continue }
          let left = try before.subtracting(part.amount)
          promises[part.promise] = left.minor > 0 ? left : nil
        }
        if !withdrawn.contains(id) { promises[id] = promise.amount }
      }
    }
  }

  /// Their amounts, one per currency, by code. Throws `MoneyError`.
  func promised() throws(MoneyError) -> [Money] {
    var sums: [Currency: Money] = [:]
    for amount in promises.values {
      sums[amount.currency] = try (sums[amount.currency] ?? .zero(amount.currency)).adding(amount)
    }
    return sums.values.sorted { $0.currency < $1.currency }
  }
}

extension LedgerFile {
  /// How far the day has come for one collector, or for everybody when `collector` is nil. What was taken back does
  /// not count. The rows still to work are those of the business date. Throws `LedgerError`.
  public func dayTotals(on day: CalendarDay, collector: String?) throws(LedgerError) -> DayTotals {
    try LedgerError.wrapping("count the day") {
      try connection.transaction(.deferred) {
        let work = try DayWork(try entries(of: day, collector), corrections: try corrections(since: day))
        let query = WorklistQuery(
          view: collector == nil ? .everyone : .mine, collector: collector ?? "", today: day)
        let sql = WorklistSQL(query)
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
    ) { JournalEntry(row: $0) }
    .filter { collector == nil || $0.collector == collector }
  }

  /// Entries of `day` or later that take others back.
  private func corrections(since day: CalendarDay) throws -> [JournalEntry] {
    try connection.all(
      "select \(JournalEntry.columns) from journal where day >= $1 and kind in ('reversal', 'withdrawal')",
      day.number
    ) { JournalEntry(row: $0) }
  }
}
