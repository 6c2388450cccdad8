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

extension RecurringZone {
  /// Reads a POSIX TZ string: `EST5EDT,M3.2.0,M11.1.0`, `<+03>-3`; nil for any other text.
  init?(_ text: some StringProtocol) {
    var scanner = ZoneTextScanner(text)
    guard scanner.name(), let west = scanner.time(upToHours: 24) else { return nil }
    standard = -west
    guard !scanner.isAtEnd else {
      summer = nil
      return
    }
    guard scanner.name() else { return nil }
    var offset = standard + 3_600
    if !scanner.isNext(",") {
      guard let west = scanner.time(upToHours: 24) else { return nil }
      offset = -west
    }
    guard scanner.take(","), let start = scanner.moment(), scanner.take(","), let end = scanner.moment(),
      scanner.isAtEnd
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }
}

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

/// Walks over the bytes of a POSIX TZ string.
struct ZoneTextScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: some StringProtocol) { rest = Array(text.utf8)[...] }

  var isAtEnd: Bool { rest.isEmpty }

  func isNext(_ character: Unicode.Scalar) -> Bool {
    rest.first.map { Unicode.Scalar($0) == character } ?? false
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Letters, or anything between `<` and `>`.
  mutating func name() -> Bool {
    if take("<") {
      guard let end = rest.firstIndex(of: 0x3E) else { return false }
      rest = rest[(end + 1)...]
      return true
    }
    let letters = rest.prefix { ($0 & 0xDF) &- 0x41 <= 25 }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  /// `5`, `-1`, `5:30`, `+2:00:00`, in seconds.
  mutating func time(upToHours limit: Int) -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = number(), hours <= limit else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] where take(":") {
      guard let part = number(), part < 60 else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// `M3.5.0/3`, `J60`, `59`; at 02:00 unless a time follows.
  mutating func moment() -> YearlyMoment? {
    guard let day = day() else { return nil }
    guard take("/") else { return YearlyMoment(day: day, time: 7_200) }
    return time(upToHours: 167).map { YearlyMoment(day: day, time: $0) }
  }

  private mutating func day() -> YearlyMoment.Day? {
    if take("M") {
      guard let month = number(), (1...12).contains(month), take("."), let week = number(),
        (1...5).contains(week),
        take("."), let weekday = number(), weekday <= 6
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    }
    if take("J") {
      guard let day = number(), (1...365).contains(day) else { return nil }
      return .julian(day)
    }
    guard let day = number(), day <= 365 else { return nil }
    return .ordinal(day)
  }

  private mutating func number() -> Int? {
    let digits = rest.prefix(while: \.isDigit)
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
