extension PaymentRun {
  /// The first run on `day` or later. `.weekly(.thursday).next(onOrAfter: Fri 1 May 2026)` is Thu 7 May.
  public func next(onOrAfter day: CalendarDay) -> CalendarDay {
    switch self {
    case .weekly(let weekday): day.advanced(by: Self.steps(weekday.rawValue - day.weekday.rawValue, in: 7))
    case .fortnightly(let anchor): day.advanced(by: Self.steps(day.distance(to: anchor), in: 14))
    case .monthly(let number):
      Self.run(number, inMonths: 0, from: day) >= day
        ? Self.run(number, inMonths: 0, from: day) : Self.run(number, inMonths: 1, from: day)
    }
  }

  /// The last run strictly before `day`.
  public func previous(before day: CalendarDay) -> CalendarDay {
    switch self {
    case .weekly(let weekday):
      day.advanced(by: -7 + Self.steps(weekday.rawValue - day.weekday.rawValue, in: 7))
    case .fortnightly(let anchor): day.advanced(by: -14 + Self.steps(day.distance(to: anchor), in: 14))
    case .monthly(let number):
      Self.run(number, inMonths: 0, from: day) < day
        ? Self.run(number, inMonths: 0, from: day) : Self.run(number, inMonths: -1, from: day)
    }
  }

  private static func steps(_ distance: Int, in cycle: Int) -> Int { (distance % cycle + cycle) % cycle }

  /// The run of the month that is `months` after that of `day`.
  private static func run(_ number: Int, inMonths months: Int, from day: CalendarDay) -> CalendarDay {
    let today = day.components
    let index = today.year * 12 + today.month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    let length = CalendarDay.length(ofMonth: month, year: year)
    return CalendarDay(year: year, month: month, day: min(max(number, 1), length)) ?? day
  }
}
