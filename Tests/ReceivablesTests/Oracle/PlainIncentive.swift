import Receivables

/// What is given up for money that comes by a day, with the coins that counted for what it is given on.
struct PlainIncentive {
  let terms: Incentive
  /// Whether it counts no longer: what it is given on was taken back, or a part of that was agreed anew.
  var isOver: Bool
  /// When each coin was there, and whether it is money.
  private(set) var coins: [(day: CalendarDay, isMoney: Bool)] = []
  /// How it stands; `settled` is found out with the slices.
  var state = IncentiveStatus.State.open
  /// What is open of it once it was earned.
  var toCredit: Int64 = 0

  init(_ terms: Incentive, isOver: Bool) {
    self.terms = terms
    self.isOver = isOver
  }

  mutating func count(_ day: CalendarDay, isMoney: Bool) { coins.append((day, isMoney)) }

  /// How many coins were there at the end of a day.
  private func number(_ isMoney: Bool, by day: CalendarDay) -> Int64 {
    Int64(coins.count { $0.isMoney == isMoney && $0.day <= day })
  }

  /// The first day up to its last on which money and credits were enough, day by day.
  func earnedOn(
    since day: CalendarDay, isEnough: (_ paid: Int64, _ credited: Int64) -> Bool, worth: Int64
  ) -> CalendarDay? {
    var day = day
    while day <= terms.until {
      if isEnough(number(true, by: day) * worth, number(false, by: day) * worth) { return day }
      day = day.advanced(by: 1)
    }
    return nil
  }

  /// What credit notes have not given of it since it was earned: those before lowered what was agreed.
  func expected(since earned: CalendarDay, worth: Int64) -> Int64 {
    let credited = (Int64(coins.count { !$0.isMoney }) - number(false, by: earned)) * worth
    return max(terms.amount.minor - credited, 0)
  }

  /// Judges it on a day: `earned` is since when there was enough, `left` what is to come of what it is given on.
  mutating func judge(_ day: CalendarDay, earned: CalendarDay?, left: Int64, worth: Int64) {
    if isOver {
      state = .over
    } else if let earned {
      state = .earned
      toCredit = min(expected(since: earned, worth: worth), left)
    } else {
      state = day > terms.until ? .lapsed : .open
    }
  }

  /// So much of it is open in the books.
  mutating func settle(held: Int64) {
    guard state == .earned else { return }
    toCredit = held
    if held == 0 { state = .settled }
  }
}
