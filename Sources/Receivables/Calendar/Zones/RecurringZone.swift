/// What a zone does every year from now on: the TZ string at the end of a TZif file.
///
/// `CET-1CEST,M3.5.0,M10.5.0/3` is one hour east, two from the last Sunday of March to the last of October.
struct RecurringZone: Hashable {
  /// Seconds east of UTC in standard time.
  let standard: Int
  /// The other time of the year; nil where clocks are left alone.
  let summer: Summer?

  /// A yearly time with another offset.
  struct Summer: Hashable {
    /// Seconds east of UTC.
    let offset: Int
    /// When it begins, on the clock of standard time.
    let start: YearlyMoment
    /// When it ends, on the clock of summer time.
    let end: YearlyMoment
  }

  func offset(atSecond second: Int64) -> Int {
    guard let summer else { return standard }
    let local = second + Int64(standard)
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    let year = CalendarDay(number: Int(day)).components.year
    let start = summer.start.second(in: year) - Int64(standard)
    let end = summer.end.second(in: year) - Int64(summer.offset)
    let isSummer = start < end ? (start..<end).contains(second) : !(end..<start).contains(second)
    return isSummer ? summer.offset : standard
  }
}
