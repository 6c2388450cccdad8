/// On which days a customer's accounts payable department pays.
public enum PaymentRun: Hashable, Sendable {
  /// Every week on that day.
  case weekly(Weekday)
  /// Every second week, on the weekday of `anchor`, which is one of its runs.
  case fortnightly(anchor: CalendarDay)
  /// Once a month on that day, clipped to the month's length.
  case monthly(day: Int)
  /// Several times a month on those days, ascending, each clipped to the month's length.
  case monthlyDays([Int])
  /// Once a month on that weekday: the first to the fourth of the month.
  case nthWeekday(Int, Weekday)
  /// Once a month on the last such weekday of it.
  case lastWeekday(Weekday)
}

extension PaymentRun {
  /// The first run on `day` or later. `.weekly(.thursday).next(onOrAfter: Fri 1 May 2026)` is Thu 7 May.
  public func next(onOrAfter day: CalendarDay) -> CalendarDay {
    switch self {
    case .weekly(let weekday): day.advanced(by: Self.steps(weekday.rawValue - day.weekday.rawValue, in: 7))
    case .fortnightly(let anchor): day.advanced(by: Self.steps(day.distance(to: anchor), in: 14))
    default: (runs(inMonths: 0, from: day) + runs(inMonths: 1, from: day)).first { $0 >= day } ?? day
    }
  }

  /// The last run strictly before `day`.
  public func previous(before day: CalendarDay) -> CalendarDay {
    switch self {
    case .weekly(let weekday):
      day.advanced(by: -7 + Self.steps(weekday.rawValue - day.weekday.rawValue, in: 7))
    case .fortnightly(let anchor): day.advanced(by: -14 + Self.steps(day.distance(to: anchor), in: 14))
    default: (runs(inMonths: -1, from: day) + runs(inMonths: 0, from: day)).last { $0 < day } ?? day
    }
  }

  private static func steps(_ distance: Int, in cycle: Int) -> Int { (distance % cycle + cycle) % cycle }

  /// The runs of the month that is `months` after that of `day`, in their order; none for a rhythm of weeks.
  private func runs(inMonths months: Int, from day: CalendarDay) -> [CalendarDay] {
    let today = day.components
    let index = today.year * 12 + today.month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    let length = CalendarDay.length(ofMonth: month, year: year)
    guard let first = CalendarDay(year: year, month: month, day: 1) else { return [] }
    let days: [Int] =
      switch self {
      case .weekly, .fortnightly: []
      case .monthly(let day): [day]
      case .monthlyDays(let days): days
      case .nthWeekday(let place, let weekday):
        [1 + Self.steps(weekday.rawValue - first.weekday.rawValue, in: 7) + 7 * (min(max(place, 1), 4) - 1)]
      case .lastWeekday(let weekday):
        [length - Self.steps(first.advanced(by: length - 1).weekday.rawValue - weekday.rawValue, in: 7)]
      }
    return days.map { first.advanced(by: min(max($0, 1), length) - 1) }
  }
}

extension PaymentRun {
  /// After "pays": `"Thursdays"`, `"every second Thursday"`, `"on the second Thursday of the month"`, `"on days 1 and 15
  /// of the month"`.
  public var spoken: String {
    switch self {
    case .weekly(let weekday): "\(weekday.title)s"
    case .fortnightly(let anchor): "every second \(anchor.weekday.title)"
    case .monthly(let day): day >= 31 ? "on the last day of the month" : "on day \(day) of the month"
    case .monthlyDays(let days):
      "on days \(days.dropLast().map { String($0) }.joined(separator: ", ")) and \(days.last ?? 31) of the month"
    case .nthWeekday(let place, let weekday):
      "on the \(Self.places[min(max(place, 1), 4) - 1].word) \(weekday.title) of the month"
    case .lastWeekday(let weekday): "on the last \(weekday.title) of the month"
    }
  }

  /// What people read and `init(text:)` reads back: `"Thu"`, `"fortnightly from 2026-01-08"`, `"monthly 15"`,
  /// `"monthly 1,15"`, `"2nd Thu"`, `"last Fri"`.
  public var text: String {
    switch self {
    case .weekly(let weekday): weekday.short
    case .fortnightly(let anchor): "fortnightly from \(anchor.iso)"
    case .monthly(let day): "monthly \(day)"
    case .monthlyDays(let days): "monthly \(days.map { String($0) }.joined(separator: ","))"
    case .nthWeekday(let place, let weekday):
      "\(Self.places[min(max(place, 1), 4) - 1].short) \(weekday.short)"
    case .lastWeekday(let weekday): "last \(weekday.short)"
    }
  }

  /// `Thu`, `thursdays`, `weekly Thu`, `fortnightly from 2026-01-08`, `monthly 15`, `monthly eom`, `monthly 1,15`,
  /// `1,15`, `2nd thu`, `monthly second thursday`, `last fri`; nil for others.
  public init?(text: some StringProtocol) {
    var words = text.lowercased().split { $0 == " " || $0 == "\t" }
    if words.count == 3, words[0] == "monthly", Weekday(name: words[2]) != nil { words.removeFirst() }
    switch (words.first, words.count) {
    case ("fortnightly", 2...3):
      guard words.count == 2 || words[1] == "from", let anchor = CalendarDay(iso: words[words.count - 1])
      else {
        return nil
      }
      self = .fortnightly(anchor: anchor)
    case ("monthly", 2...): self.init(days: words.dropFirst().joined(separator: ","))
    case (_?, _) where text.contains(","): self.init(days: words.joined(separator: ","))
    case (let place?, 2) where Self.place(place) != nil:
      guard let weekday = Weekday(name: words[1]), let place = Self.place(place) else { return nil }
      self = place == 0 ? .lastWeekday(weekday) : .nthWeekday(place, weekday)
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

  /// Days of the month between commas: `15`, `1,15`, `15,eom`.
  private init?(days text: String) {
    var days: [Int] = []
    for word in text.split(separator: ",") where word != "and" {
      guard let day = word == "eom" ? 31 : Int(word), (1...31).contains(day) else { return nil }
      days.append(day)
    }
    let distinct = Set(days).sorted()
    guard let first = distinct.first else { return nil }
    self = distinct.count == 1 ? .monthly(day: first) : .monthlyDays(distinct)
  }

  private static let places: [(short: String, word: String)] = [
    ("1st", "first"), ("2nd", "second"), ("3rd", "third"), ("4th", "fourth"),
  ]

  /// 1 for `1st` and `first`, 0 for `last`; nil for another word.
  private static func place(_ word: some StringProtocol) -> Int? {
    word == "last" ? 0 : places.firstIndex { $0.short == word || $0.word == word }.map { $0 + 1 }
  }
}
