import Receivables
import TextScreen

/// What is to be done next on an account and when, in the words of a row: `"call back  14:00 NY"`,
/// `"call       since Wed"`, `"is it in?  today"`.
struct StepWords {
  /// How a step stands to the clock.
  enum Urgency: Hashable, Sendable {
    /// Its day or its hour has passed.
    case late
    /// It is for today.
    case today
    /// Its day has not come.
    case later
  }

  let urgency: Urgency
  /// What to do, and the same in fewer letters.
  private let verbs: (String, String)
  /// When, from the most words to the fewest.
  private let times: [String]

  /// Cells for the verb, so that times stand below each other.
  private static let verbWidth = 10

  init(_ next: NextAction, of summary: AccountSummary, _ clock: DayClock) {
    urgency = Self.urgency(next, clock)
    verbs = Self.verbs(next, summary, isDue: next.day <= clock.today)
    times = Self.times(next, urgency, clock)
  }

  /// The most that has room, in whole words: whose clock it is and which weekday are worth more than the whole verb.
  func text(width: Int) -> String {
    let whole = times.count > 1 ? times.dropLast() : times[...]
    let forms =
      whole.map { Self.line(verbs.0, $0) }
      + whole.suffix(1).flatMap { ["\(verbs.0) \($0)", "\(verbs.1) \($0)"] }
      + times.suffix(1).flatMap { [Self.line(verbs.0, $0), "\(verbs.0) \($0)", "\(verbs.1) \($0)", $0] }
    return forms.first { DisplayWidth.of($0) <= width } ?? verbs.1
  }

  /// The time alone, as the heading of callbacks has it: `"10:00 (missed)"`, `"14:00 NY"`.
  static func moment(_ next: NextAction, _ clock: DayClock) -> String {
    let isMissed = urgency(next, clock) == .late
    let day = next.day == clock.today ? nil : past(next.day, clock.today)
    let words = [day, next.time?.text, city(next, clock).map(\.short)].compactMap(\.self)
    return (words.isEmpty ? "today" : words.joined(separator: " ")) + (isMissed ? " (missed)" : "")
  }

  private static func line(_ verb: String, _ time: String) -> String {
    verb.padded(to: verbWidth) + " " + time
  }

  static func urgency(_ next: NextAction, _ clock: DayClock) -> Urgency {
    guard next.day == clock.today else { return next.day < clock.today ? .late : .later }
    return clock.isOver(next) ? .late : .today
  }

  private static func verbs(
    _ next: NextAction, _ summary: AccountSummary, isDue: Bool
  ) -> (String, String) {
    switch next.kind {
    case .call: summary.lastContact == nil ? ("first call", "first call") : ("call", "call")
    case .callBack: ("call back", "call")
    case .checkPromise: isDue ? ("is it in?", "in?") : ("check promise", "check")
    case .checkPayment: isDue ? ("is it in?", "in?") : ("check payment", "check")
    case .checkPlan: isDue ? ("is it in?", "in?") : ("check plan", "check")
    case .checkRun: isDue ? ("run paid?", "paid?") : ("check run", "check")
    case .resend: isDue ? ("got it?", "got it?") : ("check resent", "check")
    case .dispute: ("dispute", "dispute")
    case .checkCredit: isDue ? ("is it credited?", "credit?") : ("check credit", "check")
    case .escalate: ("escalate", "escalate")
    case .legal: ("to legal", "to legal")
    case .checkEscalation: isDue ? ("what came?", "came?") : ("check rung", "check")
    case .applyCash: ("apply cash", "apply")
    }
  }

  private static func times(_ next: NextAction, _ urgency: Urgency, _ clock: DayClock) -> [String] {
    let today = clock.today
    guard let time = next.time?.text else {
      switch urgency {
      case .late: return ["since \(past(next.day, today))"]
      case .today: return ["today"]
      case .later: return coming(next.day, today)
      }
    }
    var clocks = [time]
    if let city = city(next, clock) {
      clocks = ["\(time) \(city.name)", "\(time) \(city.short)", time]
      if let here = clock.here(next) { clocks.insert("\(time) \(city.name) = \(here.text) here", at: 0) }
    }
    switch urgency {
    case .today: return clocks
    case .late where next.day == today: return clocks.map { "\($0) missed" }
    case .late: return ["missed \(past(next.day, today)) \(time)", "missed \(past(next.day, today))"]
    case .later:
      let days = coming(next.day, today)
      return clocks.map { "\(days[0]) \($0)" } + days.map { "\($0) \(time)" } + days.suffix(1)
    }
  }

  /// `"Wed"` in the last days, `"12 Nov"` before.
  private static func past(_ day: CalendarDay, _ today: CalendarDay) -> String {
    day.distance(to: today) < 7 ? day.weekday.short : day.compact(today)
  }

  private static func coming(_ day: CalendarDay, _ today: CalendarDay) -> [String] {
    let compact = day.compact(today)
    return day.components.year == today.components.year ? [day.brief, compact] : [compact]
  }

  /// Whose clock it is; nil where it shows what the collector's own does, or nobody knows.
  private static func city(_ next: NextAction, _ clock: DayClock) -> (name: String, short: String)? {
    guard let zone = next.zone, let offset = clock.offset(of: next), offset != clock.localOffset(of: next),
      let last = zone.split(separator: "/").last
    else { return nil }
    let words = last.split(separator: "_")
    let short =
      words.count > 1 ? String(words.compactMap(\.first)) : String(last.prefix(3)).uppercased()
    return (words.joined(separator: " "), short)
  }
}

/// The business date with what the clock says.
struct DayClock: Sendable {
  let today: CalendarDay
  let moment: Moment

  /// Counts the minutes; what was made of the clock holds for one.
  var minute: Int64 { moment.now.milliseconds / 60_000 }

  /// Seconds east of UTC of the customer's clock when the hour of a step comes: as it was noted, or as it is then.
  func offset(of next: NextAction) -> Int? {
    next.offset ?? next.zone.flatMap { moment.zones[$0]?.offset(at: moment.instant(of: next) ?? moment.now) }
  }

  /// The same of the collector's own clock.
  func localOffset(of next: NextAction) -> Int? {
    moment.localOffset(at: moment.instant(of: next) ?? moment.now)
  }

  /// Whether the hour of a step of today has passed. Under a business date that is not the day on the wall nothing has.
  func isOver(_ next: NextAction) -> Bool {
    guard let time = next.time, moment.localDay == today, let offset = offset(of: next) ?? moment.localOffset
    else {
      return false
    }
    let minute = Int64(next.day.number) * 1_440 + Int64(time.minutes) - Int64(offset / 60)
    return minute < self.minute
  }

  /// The time of a step on the collector's own clock.
  func here(_ next: NextAction) -> TimeOfDay? {
    offset(of: next).flatMap { _ in moment.instant(of: next) }.flatMap { moment.here($0)?.time }
  }
}

extension Sitting {
  var clock: DayClock { DayClock(today: today, moment: moment) }
}
