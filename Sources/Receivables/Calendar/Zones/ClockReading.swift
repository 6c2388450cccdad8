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
