/// Which days are worked: everything but the weekend and the holidays.
public struct BusinessCalendar: Hashable, Sendable {
  /// Days of the week on which nobody works.
  public var weekend: Set<Weekday>
  /// Single days on which nobody works.
  public var holidays: Set<CalendarDay>

  /// Saturday and Sunday off unless said otherwise.
  public init(weekend: Set<Weekday> = [.saturday, .sunday], holidays: Set<CalendarDay> = []) {
    self.weekend = weekend
    self.holidays = holidays
  }

  /// Whether `day` is worked.
  public func isBusinessDay(_ day: CalendarDay) -> Bool {
    !weekend.contains(day.weekday) && !holidays.contains(day)
  }

  /// The `count`-th business day strictly after `day`; `day` itself for 0.
  ///
  /// 3 business days after Thu 31 December 2026 with 1 January a holiday is Wed 6 January 2027.
  public func day(_ count: Int, businessDaysAfter day: CalendarDay) -> CalendarDay {
    var result = day
    var left = count
    while left > 0 {
      result = result.advanced(by: 1)
      if isBusinessDay(result) { left -= 1 }
    }
    return result
  }

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

  /// `day` itself when it is worked, otherwise the next day that is.
  public func firstBusinessDay(onOrAfter day: CalendarDay) -> CalendarDay {
    var result = day
    while !isBusinessDay(result) { result = result.advanced(by: 1) }
    return result
  }
}

/// A day of the week, Monday 1 to Sunday 7 (ISO 8601).
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// Three letters: `"Fri"`.
  public var short: String {
    switch self {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }
}

extension Weekday {
  /// The full name: `"Friday"`.
  public var title: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The day that a word names, in any case, whole or as it is usually shortened: `th`, `Thu`, `thurs`, `thursday`.
  public init?(name: some StringProtocol) {
    let folded = name.lowercased()
    let isUsual =
      [2, 3].contains(folded.utf8.count)
      || ["tues", "weds", "thur", "thurs"].contains(folded)
    let day = Self.allCases.first {
      let title = $0.title.lowercased()
      return title == folded || isUsual && title.hasPrefix(folded == "weds" ? "wed" : folded)
    }
    guard let day else { return nil }
    self = day
  }
}
