/// What the rules of a priority measure on one account.
struct PriorityMeasures {
  let account: AccountDerivation
  let standing: AccountStanding
  let driftDays: Int64
  let orderAmount: Int64
  let unappliedShare: Int64

  /// How far back promises that were not kept count, in calendar days.
  private static let memory = 365

  /// What was found when the measure of `rule` reaches its threshold; nil when it does not.
  func finding(of rule: PriorityRule, _ outlook: inout Outlook) -> Reason.Finding? {
    switch rule.measure {
    case .toCollect:
      guard orderAmount / 100 >= rule.atLeast else { return nil }
      return account.largest(\.toCollect).map { .amount($0) }
    case .oldestDays: return lasting(standing.oldestCollectable, rule, &outlook)
    case .daysWithoutContact:
      return lasting(standing.oldestDue.map { standing.lastContact ?? $0 }, rule, &outlook)
    case .promiseLevel: return counted(Int64(standing.promiseLevel), rule)
    case .brokenPromises: return counted(brokenLately(&outlook), rule)
    case .limitShare: return counted(account.limitShare, rule)
    case .driftDays: return counted(driftDays, rule)
    case .unappliedShare: return counted(unappliedShare, rule)
    }
  }

  private func counted(_ value: Int64, _ rule: PriorityRule) -> Reason.Finding? {
    value >= rule.atLeast ? .number(value) : nil
  }

  private func lasting(_ since: CalendarDay?, _ rule: PriorityRule, _ outlook: inout Outlook) -> Reason
    .Finding?
  {
    guard let since, outlook.hasCome(since.advanced(by: Int(clamping: rule.atLeast))) else { return nil }
    return .since(since)
  }

  private func brokenLately(_ outlook: inout Outlook) -> Int64 {
    var count: Int64 = 0
    for (index, promise) in account.promises.statuses.enumerated()
    where promise.state.isFailed {
      let forgotten = account.promises.deadline(index).advanced(by: 1 + Self.memory)
      if !outlook.hasCome(forgotten) { count += 1 }
    }
    return count
  }
}
