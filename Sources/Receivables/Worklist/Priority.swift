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
    _ account: AccountDerivation, _ standing: AccountStanding, driftTenths: Int?, _ outlook: inout Outlook
  ) throws(MoneyError) {
    let rules = account.policy.rules
    orderAmount = try account.orderAmount(\.toCollect)
    let unapplied = try Int64(0).subtractingChecked(account.orderAmount(\.credits))
    let measures = PriorityMeasures(
      account: account, standing: standing, driftDays: Int64((driftTenths ?? 0) / 10),
      orderAmount: orderAmount,
      unappliedShare: AccountDerivation.percent(unapplied, of: try account.orderAmount(\.pastDue)))
    var reasons: [Reason] = []
    for rule in rules {
      guard let finding = measures.finding(of: rule, &outlook) else { continue }
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
