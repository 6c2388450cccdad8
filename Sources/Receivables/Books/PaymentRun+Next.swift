extension PaymentRun {
  /// The first run on or after `day`. Monthly on the 31st is 28 February after 1 February 2026.
  public func next(onOrAfter day: CalendarDay) -> CalendarDay {
    switch self {
    case .weekly(let weekday):
      return day.advanced(by: (weekday.rawValue - day.weekday.rawValue + 7) % 7)
    case .fortnightly(let anchor):
      let since = anchor.distance(to: day) % 14
      return day.advanced(by: since > 0 ? 14 - since : -since)
    case .monthly(let dayOfMonth):
      let (year, month, _) = day.components
      let run = CalendarDay.clipped(year: year, month: month, day: dayOfMonth)
      guard run < day else { return run }
      let next = month == 12 ? (year + 1, 1) : (year, month + 1)
      return CalendarDay.clipped(year: next.0, month: next.1, day: dayOfMonth)
    }
  }
}
