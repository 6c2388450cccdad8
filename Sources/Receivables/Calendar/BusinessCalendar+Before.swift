extension BusinessCalendar {
  /// The `count`-th business day strictly before `day`; `day` itself for 0.
  public func day(_ count: Int, businessDaysBefore day: CalendarDay) -> CalendarDay {
    var result = day
    var left = count
    while left > 0 {
      result = result.advanced(by: -1)
      if isBusinessDay(result) { left -= 1 }
    }
    return result
  }
}
