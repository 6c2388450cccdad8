/// A wall-clock time, in minutes after midnight. `TimeOfDay(hour: 14, minute: 5)?.text == "14:05"`.
public struct TimeOfDay: Hashable, Sendable, Comparable {
  /// 0 to 1439.
  public let minutes: Int

  /// `00:00`.
  public static let midnight = TimeOfDay(minutes: 0)

  private init(minutes: Int) { self.minutes = minutes }

  /// Nil outside 00:00–23:59.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// `"14:05"`.
  public var text: String {
    let hour = minutes / 60
    let minute = minutes % 60
    return (hour < 10 ? "0" : "") + String(hour) + ":" + (minute < 10 ? "0" : "") + String(minute)
  }

  /// Earlier is less.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

/// A moment in true UTC, in milliseconds since 1970-01-01T00:00Z.
public struct Instant: Hashable, Sendable, Comparable {
  /// Milliseconds since the epoch.
  public let milliseconds: Int64

  /// The moment `milliseconds` after the epoch.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Earlier is less.
  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

/// A day and time as a clock somewhere shows them, with the moment that they mean.
public struct ClockReading: Hashable, Sendable {
  /// How a time fits the clock.
  public enum Fit: Hashable, Sendable {
    /// It comes once.
    case exact
    /// The clock is put forward over it: it does not exist on that day.
    case skipped
    /// The clock is put back: it comes twice, and the first is meant.
    case twice
  }

  /// The moment.
  public let instant: Instant
  /// The day that the clock shows then.
  public let day: CalendarDay
  /// The time that the clock shows then.
  public let time: TimeOfDay
  /// How the asked time fits the clock.
  public let fit: Fit
  /// The time that was asked for.
  public let asked: TimeOfDay

  /// What a person should know before it is saved; nil when there is nothing to say. `place` says whose clock it is.
  ///
  /// `"02:30 does not exist there on Sun 29 Mar 2026, when clocks go forward: 03:30 is meant."`
  public func remark(at place: String) -> String? {
    switch fit {
    case .exact: nil
    case .skipped:
      "\(asked.text) does not exist \(place) on \(day.long), when clocks go forward: \(time.text) is meant."
    case .twice:
      "\(asked.text) comes twice \(place) on \(day.long), when clocks go back: the first is meant."
    }
  }
}

extension Instant {
  /// ISO 8601 in UTC to the millisecond: `"2026-11-21T23:05:01.250Z"`.
  public var iso: String {
    let (days, rest) = milliseconds.dividedRoundingDown(by: 86_400_000)
    let parts = [rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60].map { Self.padded($0, 2) }
    let day = CalendarDay(number: Int(days))
    return "\(day.iso)T\(parts.joined(separator: ":")).\(Self.padded(rest % 1_000, 3))Z"
  }

  /// The moment that `iso` wrote; nil for any other text.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 24, let day = CalendarDay(iso: text.prefix(10)) else { return nil }
    func number(_ range: Range<Int>, after mark: UInt8, below limit: Int64) -> Int64? {
      guard bytes[range.lowerBound - 1] == mark, bytes[range].allSatisfy(\.isDigit) else { return nil }
      let value = bytes[range].reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
      return value < limit ? value : nil
    }
    guard let hour = number(11..<13, after: 0x54, below: 24),
      let minute = number(14..<16, after: 0x3A, below: 60),
      let second = number(17..<19, after: 0x3A, below: 60),
      let rest = number(20..<23, after: 0x2E, below: 1_000),
      bytes[23] == 0x5A
    else { return nil }
    let seconds = Int64(day.number) * 86_400 + hour * 3_600 + minute * 60 + second
    self.init(milliseconds: seconds * 1_000 + rest)
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int64 {
  fileprivate func dividedRoundingDown(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
