/// A business date: no time, no zone. Days since 1 January 1970 in the proleptic Gregorian calendar.
///
/// `CalendarDay(year: 2026, month: 11, day: 27)?.iso == "2026-11-27"`.
public struct CalendarDay: Hashable, Sendable {
  /// Days since 1970-01-01.
  public let number: Int

  /// The day `number` days after 1970-01-01. A number that no calendar needs, as a ledger changed by hand may hold, is
  /// brought to 10 000 000 days, some 27 000 years, before or after: reckoning with days never overflows.
  public init(number: Int) { self.number = min(max(number, -Self.reach), Self.reach) }

  private static let reach = 10_000_000

  /// The day of that name, or nil when the calendar has no such day (31 April, 29 February 2026).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    // Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1–12 and day of month 1–31.
  public var components: (year: Int, month: Int, day: Int) {
    // Hinnant, civil_from_days.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1
    )
  }

  /// Days in a month: 29 for February 2024.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(rawValue: ((number + 3) % 7 + 7) % 7 + 1) ?? .monday
  }
}

extension CalendarDay: Strideable {
  /// Calendar days from this day to `other`; negative when `other` is earlier.
  public func distance(to other: CalendarDay) -> Int { other.number - number }

  /// The day `days` calendar days later.
  public func advanced(by days: Int) -> CalendarDay { CalendarDay(number: number + days) }
}

extension CalendarDay {
  /// ISO 8601: `"2026-11-27"`.
  public var iso: String {
    let (year, month, day) = components
    let magnitude = String(year.magnitude)
    let zeros = String(repeating: "0", count: max(0, 4 - magnitude.utf8.count))
    return "\(year < 0 ? "-" : "")\(zeros)\(magnitude)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }

  /// The day that `iso` wrote, years 0001 to 9999; nil for any other text.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, let day = DateText.iso(bytes.span) else { return nil }
    self = day
  }

  /// Without doubt: `"Fri 27 Nov 2026"`.
  public var long: String { "\(brief) \(components.year)" }

  /// Where the year is clear: `"27 Nov"`.
  public var short: String {
    let (_, month, day) = components
    return "\(day) \(Month.short(month))"
  }

  /// Where the year is clear and the weekday matters: `"Fri 27 Nov"`.
  public var brief: String { "\(weekday.short) \(short)" }

  /// For whoever reads it on `today`: `"Fri 27 Nov"`, and with its year, `"Wed 27 Nov 2027"`, where it is further away than
  /// half a year and could be taken for the one that is nearer.
  public func brief(_ today: CalendarDay) -> String { isNear(today) ? brief : long }

  /// As one says it on `today`: `"Friday 27 November"`, and with its year where `brief` has it.
  public func spoken(_ today: CalendarDay) -> String {
    let (year, month, day) = components
    let said = "\(weekday.title) \(day) \(Month.titles[month - 1])"
    return isNear(today) ? said : "\(said) \(year)"
  }

  private func isNear(_ today: CalendarDay) -> Bool { abs(distance(to: today)) <= 182 }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

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

/// English month names, by number 1–12.
enum Month {
  static let titles = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  /// `"Nov"` for 11.
  static func short(_ month: Int) -> String { String(titles[month - 1].prefix(3)) }

  /// The month that a word of at least three letters begins or names, in any case: `nov`, `Sept`, `NOVEMBER`.
  static func number(_ word: some Collection<UInt8>) -> Int? {
    guard word.count >= 3 else { return nil }
    let folded = word.map { $0 | 0x20 }
    return folds.firstIndex { $0.starts(with: folded) }.map { $0 + 1 }
  }

  private static let folds = titles.map { $0.utf8.map { $0 | 0x20 } }
}
