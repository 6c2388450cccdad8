extension AccountSummary {
  /// The place of the account in the worklist, as numbers that are compared one after the other, least first;
  /// accounts alike in all of them go by account number. A store that keeps them as columns sorts by
  /// `order by k0, k1, k2, k3, number`.
  ///
  /// - 0: rank of the lane in the policy; accounts without a lane come last.
  /// - 1: inside the lane: callbacks by day and time, the next one after a call in vain; promises not kept by amount, all others by priority.
  /// - 2: amount to collect at indicative rates, largest first.
  /// - 3: oldest due day, those without one last.
  ///
  /// Throws `MoneyError.overflow`.
  public func sortKey(_ policy: Policy) throws(MoneyError) -> [Int64] {
    let rank = lane.map { policy.lanes.firstIndex(of: $0) ?? policy.lanes.count } ?? policy.lanes.count + 1
    return [
      Int64(rank), try keyInsideLane(policy), -orderAmount, oldestDue.map { Int64($0.number) } ?? .max,
    ]
  }

  private func keyInsideLane(_ policy: Policy) throws(MoneyError) -> Int64 {
    switch (lane, reasons.first?.finding) {
    case (.callback, .at(let day, let time)), (.callback, .inVain(_, next: let day, let time)):
      Int64(day.number) * 1_440 + Int64(time?.minutes ?? 0)
    case (.brokenPromise, .failed(let amount, _, _)): -(try policy.orderAmount(of: amount))
    default: -Int64(priority)
    }
  }
}
