/// Reads the days that exports write, on bytes.
///
/// `2026-11-27`, `27-11-2026`, `11/27/2026`, `1/2/2013`, `27.11.2026`, `20190220`, `20190220.0`,
/// `2019-03-07 00:00:00`, `27-Nov-2026 10:02`, `27 Nov 2026`, `Nov 27, 2026`, `Fri 27 Nov 2026`. A time of day behind the date must be
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

/// The parts of a date as they were written, before an order is put on them.
struct DateParts {
  /// How the parts are to be read.
  enum Form {
    /// Three numbers, the first of four digits.
    case yearFirst
    /// Three numbers whose order is not to be seen; `hasShortYear` when none has four digits.
    case numeric(hasShortYear: Bool)
    /// Day, month and year are known: the month was a word.
    case named
  }

  let form: Form
  let first: Int
  let second: Int
  let third: Int
}

/// Walks over the bytes of a date made of digits.
struct DateScanner {
  private var index: Int
  private var end: Int

  init(_ count: Int, from start: Int = 0) { (index, end) = (start, count) }

  /// Three numbers between `-`, `/` or `.`, or eight digits; nil when a word is among them.
  mutating func numeric(_ bytes: Span<UInt8>) throws(DateProblem) -> DateParts? {
    trim(bytes)
    guard index < end else { throw .empty }
    let (first, firstLength) = number(bytes)
    guard firstLength > 0 else { return nil }
    guard index < end else {
      guard firstLength == 8 else { throw .notADate }
      return compact(first)
    }
    let separator = bytes[index]
    if separator == 0x3A { throw isClock(bytes) ? .destroyed : .notADate }
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
    index += 1
    let (second, secondLength) = number(bytes)
    guard secondLength > 0 else { return nil }
    if firstLength == 8, separator == 0x2E, second == 0, index == end { return compact(first) }
    guard (1...2).contains(secondLength), index < end, bytes[index] == separator else { throw .notADate }
    index += 1
    let (third, thirdLength) = number(bytes)
    guard isEndOrTime(bytes) else { throw .notADate }
    switch (firstLength, thirdLength) {
    case (4, 1...2): return DateParts(form: .yearFirst, first: first, second: second, third: third)
    case (1...2, 4):
      return DateParts(form: .numeric(hasShortYear: false), first: first, second: second, third: third)
    case (1...2, 2):
      return DateParts(form: .numeric(hasShortYear: true), first: first, second: second, third: third)
    default: throw .notADate
    }
  }

  private func compact(_ number: Int) -> DateParts {
    DateParts(form: .yearFirst, first: number / 10_000, second: number / 100 % 100, third: number % 100)
  }

  private mutating func trim(_ bytes: Span<UInt8>) {
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    while index < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
  }

  /// The digits here and how many they are; more than eight are not part of any date.
  private mutating func number(_ bytes: Span<UInt8>) -> (value: Int, length: Int) {
    var value = 0
    var length = 0
    while index < end, length <= 8 {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { break }
      value = value &* 10 &+ Int(digit)
      length += 1
      index += 1
    }
    return (value, length)
  }

  /// Nothing, or a time such as ` 00:00:00.000`, `T09:30Z`, ` 9:30 AM`.
  mutating func isEndOrTime(_ bytes: Span<UInt8>) -> Bool {
    guard index < end else { return true }
    guard bytes[index] == 0x20 || bytes[index] == 0x54 else { return false }
    index += 1
    return isClock(bytes)
  }

  /// Digits with a colon among them, then only what stands behind a time.
  private mutating func isClock(_ bytes: Span<UInt8>) -> Bool {
    var colons = 0
    while index < end {
      switch bytes[index] {
      case 0x30...0x39, 0x20, 0x2E, 0x2B, 0x2D: break
      case 0x3A: colons += 1
      // A, M, P, T, Z in either case.
      case 0x41, 0x61, 0x4D, 0x6D, 0x50, 0x70, 0x5A, 0x7A: break
      default: return false
      }
      index += 1
    }
    return (1...3).contains(colons)
  }
}

/// Why a text is not a day. `description` continues a sentence that begins with the quoted text.
public enum DateProblem: Error, Hashable, Sendable {
  /// Nothing but spaces.
  case empty
  /// Not in any notation of dates.
  case notADate
  /// In a notation of dates, but the calendar has no such day: `31.04.2026`.
  case noSuchDay
  /// Two days are possible and no order was given: `3/4/2026`.
  case ambiguous
  /// A spreadsheet has kept the time and lost the day: `00:00.0`.
  case destroyed
}

extension DateProblem: CustomStringConvertible {
  /// `"is not a date"`.
  public var description: String {
    switch self {
    case .empty: "is empty where a date is needed"
    case .notADate: "is not a date"
    case .noSuchDay: "is not a day of the calendar"
    case .ambiguous: "could be two different days"
    case .destroyed: "has lost its day; a spreadsheet has kept only the time"
    }
  }
}
