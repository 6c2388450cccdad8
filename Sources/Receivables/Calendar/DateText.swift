/// Reads the days that exports write, on bytes.
///
/// `2026-11-27`, `27-11-2026`, `11/27/2026`, `1/2/2013`, `27.11.2026`, `20190220`, `20190220.0`,
/// `2019-03-07 00:00:00`, `27 Nov 2026`, `Nov 27, 2026`, `Fri 27 Nov 2026`. A time of day behind the date must be
/// one and is left out. A year of two digits lies between 1980 and 2079.
public enum DateText {
  /// The day in `bytes`. Without an `order`, only what can be read in one way. Throws `DateProblem`.
  public static func read(_ bytes: Span<UInt8>, order: DateOrder?) throws(DateProblem) -> CalendarDay {
    if let day = iso(bytes) { return day }
    let parts = try parts(of: bytes)
    switch parts.form {
    case .yearFirst: return try day(parts.first, parts.second, parts.third)
    case .named: return try day(year(parts.third), parts.second, parts.first)
    case .numeric: break
    }
    guard let order else { return try readWithoutOrder(parts) }
    return try read(parts, order)
  }

  /// The day in `text`; see the reading of bytes.
  public static func read(_ text: String, order: DateOrder?) throws(DateProblem) -> CalendarDay {
    try read(text.utf8.span, order: order)
  }

  /// `2026-11-27` and nothing else.
  static func iso(_ bytes: Span<UInt8>) -> CalendarDay? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    var year = 0
    var month = 0
    var day = 0
    for index in 0..<10 where index != 4 && index != 7 {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { return nil }
      if index < 4 {
        year = year &* 10 &+ Int(digit)
      } else if index < 7 {
        month = month &* 10 &+ Int(digit)
      } else {
        day = day &* 10 &+ Int(digit)
      }
    }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// The parts of a date in any notation; of what follows it only a time is accepted.
  static func parts(of bytes: Span<UInt8>) throws(DateProblem) -> DateParts {
    var scanner = DateScanner(bytes.count)
    guard let parts = try scanner.numeric(bytes) else { return try NamedDate.read(bytes) }
    return parts
  }

  private static func read(_ parts: DateParts, _ order: DateOrder) throws(DateProblem) -> CalendarDay {
    switch order {
    case .dayMonthYear: return try day(year(parts.third), parts.second, parts.first)
    case .monthDayYear: return try day(year(parts.third), parts.first, parts.second)
    case .yearMonthDay:
      guard case .numeric(hasShortYear: true) = parts.form else { throw .notADate }
      return try day(year(parts.first), parts.second, parts.third)
    }
  }

  private static func readWithoutOrder(_ parts: DateParts) throws(DateProblem) -> CalendarDay {
    var found: CalendarDay?
    for order in DateOrder.allCases {
      guard let day = try? read(parts, order), day != found else { continue }
      guard found == nil else { throw .ambiguous }
      found = day
    }
    guard let found else { throw .noSuchDay }
    return found
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) throws(DateProblem) -> CalendarDay {
    guard let day = CalendarDay(year: year, month: month, day: day) else { throw .noSuchDay }
    return day
  }

  private static func year(_ written: Int) -> Int {
    if written >= 100 { return written }
    return written < 80 ? 2000 + written : 1900 + written
  }
}
