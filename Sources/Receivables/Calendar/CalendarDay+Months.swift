extension CalendarDay {
  /// The same day of the month `count` months later, clipped to that month's length.
  ///
  /// Step from the first day, never from the day before: 31 January gives 28 February and then 31 March.
  public func advanced(byMonths count: Int) -> CalendarDay {
    let (year, month, day) = components
    let months = year * 12 + month - 1 + count
    let newMonth = ((months % 12) + 12) % 12 + 1
    return CalendarDay.clipped(year: (months - newMonth + 1) / 12, month: newMonth, day: day)
  }

  /// The last day of this month: 28 February 2026 for any day of it.
  public var endOfMonth: CalendarDay {
    let (year, month, day) = components
    return advanced(by: Self.length(ofMonth: month, year: year) - day)
  }

  /// Day `day` of a month, or its last day when it is shorter.
  static func clipped(year: Int, month: Int, day: Int) -> CalendarDay {
    let first = CalendarDay(year: min(max(year, 1), 9999), month: month, day: 1) ?? CalendarDay(number: 0)
    let length = Self.length(ofMonth: month, year: year)
    return first.advanced(by: min(max(day, 1), length) - 1)
  }
}
