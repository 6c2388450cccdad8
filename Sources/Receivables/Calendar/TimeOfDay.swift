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

  /// What a person should know before it is saved; nil when there is nothing to say.
  ///
  /// `"02:30 does not exist there on Sun 29 Mar 2026, when clocks go forward: 03:30 is meant."`
  public var remark: String? {
    switch fit {
    case .exact: nil
    case .skipped:
      "\(asked.text) does not exist there on \(day.long), when clocks go forward: \(time.text) is meant."
    case .twice: "\(asked.text) comes twice there on \(day.long), when clocks go back: the first is meant."
    }
  }
}
