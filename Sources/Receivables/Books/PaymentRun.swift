/// When a customer's accounts payable department pays.
public enum PaymentRun: Hashable, Sendable {
  /// Every week on that day.
  case weekly(Weekday)
  /// Every second week, on the weekday of `anchor`, which is one of its runs.
  case fortnightly(anchor: CalendarDay)
  /// Once a month on that day, clipped to the month's length.
  case monthly(day: Int)
}

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

extension PaymentRun {
  /// What people read and `init(text:)` reads back: `"Thu"`, `"fortnightly from 2026-01-08"`, `"monthly 15"`.
  public var text: String {
    switch self {
    case .weekly(let weekday): weekday.short
    case .fortnightly(let anchor): "fortnightly from \(anchor.iso)"
    case .monthly(let day): "monthly \(day)"
    }
  }

  /// `Thu`, `thursdays`, `weekly Thu`, `fortnightly from 2026-01-08`, `monthly 15`, `monthly eom`; nil for others.
  public init?(text: some StringProtocol) {
    let words = text.lowercased().split { $0 == " " || $0 == "\t" }
    switch (words.first, words.count) {
    case ("fortnightly", 2...3):
      guard words.count == 2 || words[1] == "from", let anchor = CalendarDay(iso: words[words.count - 1])
      else {
        return nil
      }
      self = .fortnightly(anchor: anchor)
    case ("monthly", 2):
      guard let day = words[1] == "eom" ? 31 : Int(words[1]), (1...31).contains(day) else { return nil }
      self = .monthly(day: day)
    case ("weekly", 2), ("every", 2), (_, 1):
      guard let word = words.last,
        let weekday = Weekday(name: word.hasSuffix("days") ? word.dropLast() : word)
      else {
        return nil
      }
      self = .weekly(weekday)
    default: return nil
    }
  }
}
