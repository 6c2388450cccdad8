import Receivables

/// What some entries of one day come to.
struct DayWork {
  /// Accounts with a contact or an attempt that counts as worked.
  private(set) var accounts: Set<AccountID> = []
  /// Accounts where the right person was spoken to.
  private(set) var contacted: Set<AccountID> = []
  /// Promises that stand, by the entry that took them.
  private(set) var promises: [EntryNumber: Money] = [:]

  init(_ entries: [JournalEntry], corrections: [EntryBody], _ policy: Policy) {
    var reversed: Set<EntryNumber> = []
    var withdrawn: Set<EntryNumber> = []
    for correction in corrections {
      switch correction {
      case .reversal(let entry, _): reversed.insert(entry)
      case .promiseWithdrawn(let entry, _, _): withdrawn.insert(entry)
      case .call, .note, .snooze: break
      }
    }
    for entry in entries where !reversed.contains(entry.number) {
      guard case .call(let call) = entry.body else { continue }
      let result = policy.result(call.result)
      if result?.isWorked == true { accounts.insert(entry.account) }
      if result?.isRightParty == true { contacted.insert(entry.account) }
      guard let promise = call.promise, promise.kind == .promise, !withdrawn.contains(entry.number) else {
        continue
      }
      // The customer thought again on the same day: the later word counts.
      for earlier in promise.supersedes { promises[earlier] = nil }
      promises[entry.number] = promise.amount
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
