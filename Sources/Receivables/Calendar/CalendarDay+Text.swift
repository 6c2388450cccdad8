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

  /// As one says it: `"Friday 27 November"`.
  public var spoken: String {
    let (_, month, day) = components
    return "\(weekday.title) \(day) \(Month.titles[month - 1])"
  }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
