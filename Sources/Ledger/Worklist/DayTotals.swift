public import Receivables
import SQLEngine

/// What some entries of one day come to.
struct DayWork {
  /// Accounts with a contact or an attempt that counts as worked.
  private(set) var accounts: Set<AccountID> = []
  /// Accounts where the right person was spoken to.
  private(set) var contacted: Set<AccountID> = []
  /// Promises that stand, by the entry that took them.
  private(set) var promises: [EntryNumber: Money] = [:]

  init(_ entries: [JournalEntry], corrections: [JournalEntry], _ policy: Policy) {
    let reversed = Set(
      corrections.compactMap { if case .reversal(let entry, _) = $0.body { entry } else { nil } })
    let withdrawn = Set(
      corrections.lazy.filter { !reversed.contains($0.number) }.compactMap {
        if case .promiseWithdrawn(let entry, _, _) = $0.body { entry } else { nil }
      })
    for entry in entries where !reversed.contains(entry.number) {
      guard case .call(let call) = entry.body else { continue }
      let result = policy.result(call.result)
      if result?.isWorked == true { accounts.insert(entry.account) }
      if result?.isRightParty == true { contacted.insert(entry.account) }
      guard let promise = call.promise, promise.kind == .promise else { continue }
      // The customer thought again on the same day: the later word counts.
      for earlier in promise.supersedes { promises[earlier] = nil }
      if !withdrawn.contains(entry.number) { promises[entry.number] = promise.amount }
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
