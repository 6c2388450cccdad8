extension AccountFlags {
  /// What is to be seen at a glance of an account.
  init(
    _ account: AccountDerivation, _ standing: AccountStanding, _ attention: Attention,
    _ outlook: inout Outlook
  ) {
    self = []
    if !account.promises.active.isEmpty { insert(.promised) }
    if !account.promises.failed.isEmpty { insert(.brokenPromise) }
    if standing.hasDisputes { insert(.disputed) }
    if account.balances.contains(where: { $0.credits < 0 }) { insert(.unappliedCredit) }
    if account.isOverLimit { insert(.overLimit) }
    if let due = standing.oldestDue, standing.lastContact.map({ $0 <= due }) ?? true {
      let limit = account.policy.calendar.day(account.policy.firstContactDays, businessDaysAfter: due)
      if outlook.hasPassed(limit) { insert(.neverContacted) }
    }
    if account.promises.statuses.contains(where: { $0.state == .verifying }) { insert(.verifying) }
    if attention.isSnoozed { insert(.snoozed) }
    if standing.hasPlan { insert(.plan) }
    if let kind = account.journal.step?.next.kind, kind == .escalate || kind == .legal {
      insert(.escalated)
    }
  }
}
