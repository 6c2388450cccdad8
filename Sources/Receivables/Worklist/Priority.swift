/// The points of an account in percent: Σ points of fulfilled rules ÷ maximum.
struct Priority {
  /// 0 to 100.
  let percent: Int
  let band: Band
  /// Amount to collect in hundredths of the common currency.
  let orderAmount: Int64
  /// One for each fulfilled rule, in the order of the policy.
  let reasons: [Reason]

  init(
    _ account: AccountDerivation, driftTenths: Int?, _ asOf: inout AsOf
  ) throws(MoneyError) {
    let rules = account.policy.rules
    orderAmount = try account.orderAmount(\.toCollect)
    let unapplied = try Int64(0).subtractingChecked(account.orderAmount(\.credits))
    let measures = PriorityMeasures(
      account: account, driftDays: Int64((driftTenths ?? 0) / 10),
      orderAmount: orderAmount,
      unappliedShare: AccountDerivation.percent(unapplied, of: try account.orderAmount(\.pastDue.open)))
    var reasons: [Reason] = []
    for rule in rules {
      guard let finding = measures.finding(of: rule, &asOf) else { continue }
      reasons.append(Reason(code: rule.code, finding: finding, points: rule.points))
    }
    self.reasons = reasons
    let most = rules.reduce(0) { $0 + max($1.points, 0) }
    let earned = max(reasons.reduce(0) { $0 + $1.points }, 0)
    let percent = most == 0 ? 0 : min((earned * 100 + most / 2) / most, 100)
    self.percent = percent
    let place = account.policy.bands.firstIndex { percent >= $0 } ?? account.policy.bands.count
    band = Band.allCases[min(place, Band.allCases.count - 1)]
  }
}

/// What the rules of a priority measure on one account.
struct PriorityMeasures {
  let account: AccountDerivation
  let driftDays: Int64
  let orderAmount: Int64
  let unappliedShare: Int64

  /// How far back promises that were not kept count, in calendar days.
  static let memory = 365

  /// What was found when the measure of `rule` reaches its threshold; nil when it does not.
  func finding(of rule: PriorityRule, _ asOf: inout AsOf) -> Reason.Finding? {
    switch rule.measure {
    case .toCollect:
      guard orderAmount / 100 >= rule.atLeast else { return nil }
      return account.largest(\.toCollect).map { .amount($0) }
    case .oldestDays: return lasting(account.facts.oldestCollectable, rule, &asOf)
    case .daysWithoutContact:
      return lasting(account.facts.oldestDue.map { account.facts.lastContact ?? $0 }, rule, &asOf)
    case .promiseLevel: return counted(Int64(account.facts.promiseLevel), rule)
    case .brokenPromises: return counted(account.brokenLately(&asOf), rule)
    case .limitShare: return counted(account.limitShare, rule)
    case .driftDays: return counted(driftDays, rule)
    case .unappliedShare: return counted(unappliedShare, rule)
    }
  }

  private func counted(_ value: Int64, _ rule: PriorityRule) -> Reason.Finding? {
    value >= rule.atLeast ? .number(value) : nil
  }

  private func lasting(_ since: CalendarDay?, _ rule: PriorityRule, _ asOf: inout AsOf) -> Reason
    .Finding?
  {
    guard let since, asOf.hasCome(since.advanced(by: Int(clamping: rule.atLeast))) else { return nil }
    return .since(since)
  }
}

extension AccountDerivation {
  /// How many promises were not kept lately.
  func brokenLately(_ asOf: inout AsOf) -> Int64 {
    var count: Int64 = 0
    for promise in inProgress.promises where promise.state.isFailed {
      let forgotten = promise.terms.deadline.advanced(by: 1 + PriorityMeasures.memory)
      if !asOf.hasCome(forgotten) { count += 1 }
    }
    return count
  }
}
