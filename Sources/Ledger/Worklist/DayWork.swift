import Receivables

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
