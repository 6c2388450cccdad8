/// A moment of every year on a local clock, as a POSIX TZ string names it.
struct YearlyMoment: Hashable {
  /// Which day.
  enum Day: Hashable {
    /// `M3.5.0`: month, week 1–5 with 5 the last, weekday with 0 for Sunday.
    case weekday(month: Int, week: Int, weekday: Int)
    /// `J60`: day 1–365, 29 February never counted.
    case julian(Int)
    /// `59`: day 0–365.
    case ordinal(Int)
  }

  let day: Day
  /// Seconds after midnight, from −167 to 167 hours.
  let time: Int

  /// Seconds from the epoch to that moment of the local clock.
  func second(in year: Int) -> Int64 { Int64(number(in: year)) * 86_400 + Int64(time) }

  private func number(in year: Int) -> Int {
    let january = CalendarDay.clipped(year: year, month: 1, day: 1)
    switch day {
    case .ordinal(let ordinal): return january.number + ordinal
    case .julian(let julian):
      let isPastLeapDay = julian >= 60 && CalendarDay.length(ofMonth: 2, year: year) == 29
      return january.number + julian - 1 + (isPastLeapDay ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = CalendarDay.clipped(year: year, month: month, day: 1)
      let toFirst = (weekday - first.weekday.rawValue % 7 + 7) % 7
      let length = CalendarDay.length(ofMonth: month, year: year)
      var offset = toFirst + (week - 1) * 7
      while offset >= length { offset -= 7 }
      return first.number + offset
    }
  }
}
