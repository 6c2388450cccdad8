extension PlanTerms {
  /// What came of the incentive of a plan that was agreed on `day`: since when it is earned, what was credited of it since,
  /// and what is still to be credited, minor units. Nil while it is not earned.
  func earned(
    by came: [NetApplication], since day: CalendarDay
  ) throws(MoneyError) -> (on: CalendarDay, credited: Int64, toCredit: Int64)? {
    guard let incentive, let earnedOn = try earningDay(of: incentive, by: came, since: day) else {
      return nil
    }
    var (left, credited) = (try total().minor, Int64(0))
    for item in came {
      left = try left.subtractingChecked(item.new)
      guard !item.application.isMoney, item.counts(since: day) > earnedOn else { continue }
      credited = try credited.addingChecked(item.new)
    }
    return (earnedOn, credited, max(min(incentive.amount.minor - credited, left), 0))
  }

  /// The first day up to its last on which everything else was there, with no more missing than may be.
  private func earningDay(
    of incentive: Incentive, by came: [NetApplication], since day: CalendarDay
  ) throws(MoneyError) -> CalendarDay? {
    let days = Set(came.map { $0.counts(since: day) }).filter { $0 <= incentive.until }
    for last in days.sorted() {
      let then = came.filter { $0.counts(since: day) <= last }
      guard then.contains(where: \.application.isMoney) else { continue }
      if try filled(by: then, less: incentive.amount.minor).allSatisfy(isFilled) { return last }
    }
    return nil
  }
}
