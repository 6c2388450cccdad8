/// Reads days as collectors type them: `t`, `+3`, `+2w`, `fri`, `15`, `eom`, `12/5`, `27 nov`, ISO.
public enum TypedDay {
  /// On which side of today a day without a year lies.
  public enum Side: Hashable, Sendable {
    /// `fri` is the next Friday, strictly after today.
    case future
    /// `fri` is the last Friday, strictly before today: for money that was already sent.
    case past
  }

  /// The day meant by `text`, in the years of `rules`. `12/5` needs an order unless one number exceeds 12. Throws
  /// `TypingProblem`.
  public static func read(
    _ text: String, today: CalendarDay, rules: DayRules, side: Side = .future
  ) throws(TypingProblem) -> CalendarDay {
    let day = try meaning(of: text, today: today, order: rules.order, side: side)
    try check(day, text, rules)
    return day
  }

  /// Throws `TypingProblem` when `day`, which `text` means, lies in no year of `rules`.
  static func check(_ day: CalendarDay, _ text: String, _ rules: DayRules) throws(TypingProblem) {
    let years = rules.years
    guard !years.contains(yearOf: day) else { return }
    throw TypingProblem(
      "“\(text)” is \(day.long). Type a day between \(years.lowerBound) and \(years.upperBound).")
  }

  private static func meaning(
    of text: String, today: CalendarDay, order: DateOrder?, side: Side
  ) throws(TypingProblem) -> CalendarDay {
    let typed = text.lowercased().split(separator: " ").joined(separator: " ")
    let problem = TypingProblem("“\(text)” is not a day. Type fri, +3, 15, eom, 27 nov or 2026-11-27.")
    guard typed.utf8.count <= 30 else { throw problem }
    switch typed {
    case "t", "today": return today
    case "tom", "tomorrow": return today.advanced(by: 1)
    case "y", "yesterday": return today.advanced(by: -1)
    case "eom": return today.endOfMonth
    default: break
    }
    if let step = step(typed) { return today.advanced(by: step) }
    if let weekday = Weekday(name: typed) {
      let ahead = (weekday.rawValue - today.weekday.rawValue + 6) % 7 + 1
      return today.advanced(by: side == .future ? ahead : (ahead % 7) - 7)
    }
    if let day = small(typed) { return try dayOfMonth(day, today: today, side: side, problem) }
    if let (day, month) = dayAndMonth(typed, order: order) {
      return try nearest(day: day, month: month, today: today, side: side, problem)
    }
    do {
      return try DateText.read(typed, order: order)
    } catch .ambiguous {
      throw TypingProblem(
        "“\(text)” could be two different days. Type it with the month's name or as 2026-11-27.")
    } catch .noSuchDay {
      throw TypingProblem("“\(text)” is not a day of the calendar.")
    } catch {
      if isTwoNumbers(typed) {
        throw TypingProblem(
          "“\(text)” could be two different days. Type it with the month's name, such as 5 dec.")
      }
      throw problem
    }
  }

  /// The whole day and how far it is: `"Fri 27 Nov 2026, in 6 days"`, `"…, today"`, `"…, 3 days ago"`.
  public static func explain(_ day: CalendarDay, today: CalendarDay) -> String {
    let distance = today.distance(to: day)
    let away =
      switch distance {
      case 0: "today"
      case 1: "tomorrow"
      case -1: "yesterday"
      case 2...: "in \(distance) days"
      default: "\(-distance) days ago"
      }
    return "\(day.long), \(away)"
  }

  /// `+3`, `-2`, `+2w`, in days; at most four digits.
  private static func step(_ typed: String) -> Int? {
    guard let sign = typed.first, sign == "+" || sign == "-" else { return nil }
    let isWeeks = typed.hasSuffix("w")
    let digits = typed.dropFirst().dropLast(isWeeks || typed.hasSuffix("d") ? 1 : 0)
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit), let count = Int(digits)
    else {
      return nil
    }
    return (sign == "-" ? -count : count) * (isWeeks ? 7 : 1)
  }

  private static func small(_ typed: some StringProtocol) -> Int? {
    guard (1...2).contains(typed.utf8.count), typed.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(typed)
  }

  /// The nearest month beyond today that has such a day.
  private static func dayOfMonth(
    _ day: Int, today: CalendarDay, side: Side, _ problem: TypingProblem
  ) throws(TypingProblem) -> CalendarDay {
    guard (1...31).contains(day) else { throw problem }
    let first = today.advanced(by: 1 - today.components.day)
    for step in 0...12 {
      let (year, month, _) = first.advanced(byMonths: side == .future ? step : -step).components
      guard let found = CalendarDay(year: year, month: month, day: day) else { continue }
      if side == .future ? found > today : found < today { return found }
    }
    throw problem
  }

  /// Two numbers in the given order, or a day and a month's name in either.
  private static func dayAndMonth(_ typed: String, order: DateOrder?) -> (day: Int, month: Int)? {
    let words = typed.split { " /.-".contains($0) }
    guard words.count == 2 else { return nil }
    if let day = small(words[0]), let month = Month.number(words[1].utf8) { return (day, month) }
    if let day = small(words[1]), let month = Month.number(words[0].utf8) { return (day, month) }
    guard let first = small(words[0]), let second = small(words[1]) else { return nil }
    switch order {
    case .dayMonthYear?: return (first, second)
    case .monthDayYear?, .yearMonthDay?: return (second, first)
    case nil:
      if first == second || first > 12 { return (first, second) }
      return second > 12 ? (second, first) : nil
    }
  }

  private static func isTwoNumbers(_ typed: String) -> Bool {
    let words = typed.split { " /.-".contains($0) }
    return words.count == 2 && words.allSatisfy { small($0) != nil }
  }

  /// That day of this year, or of the next or last one when it lies on the other side of today.
  private static func nearest(
    day: Int, month: Int, today: CalendarDay, side: Side, _ problem: TypingProblem
  ) throws(TypingProblem) -> CalendarDay {
    let year = today.components.year
    // 29 February may be eight years away.
    for step in 0...8 {
      let candidate = side == .future ? year + step : year - step
      guard let found = CalendarDay(year: candidate, month: month, day: day) else { continue }
      if side == .future ? found >= today : found <= today { return found }
    }
    throw problem
  }
}

/// Reads times as collectors type them: `1400`, `14:00`, `14`, `2pm`, `2:30 pm`.
public enum TypedTime {
  /// The time meant by `text`. Throws `TypingProblem`.
  public static func read(_ text: String) throws(TypingProblem) -> TimeOfDay {
    let problem = TypingProblem("“\(text)” is not a time. Type 1400, 14:00 or 2pm.")
    var typed = text.lowercased().filter { $0 != " " && $0 != "." }
    var isAfternoon: Bool?
    if typed.hasSuffix("am") || typed.hasSuffix("pm") {
      isAfternoon = typed.hasSuffix("pm")
      typed.removeLast(2)
    }
    let parts = typed.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2,
      parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) }),
      var hour = Int(parts[0])
    else { throw problem }
    var minute = 0
    if parts.count == 2 {
      guard parts[1].utf8.count == 2, parts[0].utf8.count <= 2, let typed = Int(parts[1]) else {
        throw problem
      }
      minute = typed
    } else if parts[0].utf8.count > 2 {
      minute = hour % 100
      hour /= 100
    }
    if let isAfternoon {
      guard (1...12).contains(hour) else { throw problem }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard let time = TimeOfDay(hour: hour, minute: minute) else { throw problem }
    return time
  }
}

/// Reads amounts as collectors type them: `1200`, `1,200.50`, `12.5k`, `1.2m`, `all`.
public enum TypedAmount {
  /// The amount meant by `text`, positive, in the currency of `full`. `all`, `full` and nothing mean `full`.
  ///
  /// A text that names another amount in other countries (`1.200`) is refused. Throws `TypingProblem`.
  public static func read(_ text: String, full: Money) throws(TypingProblem) -> Money {
    var typed = text.lowercased()[...]
    while typed.first == " " { typed.removeFirst() }
    while typed.last == " " { typed.removeLast() }
    if ["", "all", "full"].contains(typed) { return full }
    let shift = typed.last == "k" ? 3 : typed.last == "m" ? 6 : 0
    if shift > 0 { typed.removeLast() }
    let digits = String(typed)
    var evidence = DecimalMarkEvidence()
    evidence.see(digits.utf8.span)
    let decimal = evidence.verdict == .mark(.comma) ? DecimalMark.comma : .point
    let problem = TypingProblem("“\(text)” is not an amount. Type 1200, 1200.50, 12.5k or all.")
    if shift == 0, evidence.verdict == .ambiguous(example: digits), digits.contains(".") { throw problem }
    let reading: AmountReading
    do {
      reading = try AmountText.read(digits.utf8.span, currency: full.currency, decimal: decimal, shift: shift)
    } catch .tooLarge, .otherCurrency {
      throw TypingProblem("“\(text)” is too large or not in \(full.currency).")
    } catch {
      throw problem
    }
    guard !reading.isRounded else {
      throw TypingProblem("“\(text)” has more decimals than \(full.currency).")
    }
    guard reading.amount.minor > 0 else { throw TypingProblem("The amount must be more than zero.") }
    return reading.amount
  }
}

/// Why something that a person typed was not understood.
public struct TypingProblem: Error, Hashable, Sendable {
  /// What to read out: `"“fir” is not a day. Type fri, +3, 15, eom, 27 nov or 2026-11-27."`.
  public let sentence: String

  /// Whether a list of what there is would help.
  public let asksForList: Bool

  /// A problem with its sentence.
  public init(_ sentence: String, asksForList: Bool = false) {
    self.sentence = sentence
    self.asksForList = asksForList
  }
}

extension TypingProblem: CustomStringConvertible {
  /// The sentence, so that no text shows how the problem is made.
  public var description: String { sentence }
}
