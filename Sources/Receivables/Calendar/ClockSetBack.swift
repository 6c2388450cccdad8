/// A clock that stands before the time that it showed when something was recorded earlier.
public struct ClockSetBack: Hashable, Sendable {
  /// What it shows now.
  public let now: Instant
  /// What it showed then.
  public let before: Instant

  /// Who waits for another session to write has looked at the clock earlier than that one: nothing within a minute is a
  /// clock that was set back.
  public static let tolerance: Int64 = 60_000

  /// Nil when `now` is after `before`, or less than a minute earlier.
  public init?(now: Instant, before: Instant?) {
    guard let before, before.milliseconds > Self.tolerance,
      now.milliseconds < before.milliseconds - Self.tolerance
    else { return nil }
    (self.now, self.before) = (now, before)
  }

  /// What to say before or after something is recorded.
  ///
  /// `"This machine's clock says Fri 27 Nov 2026 09:10 UTC, but the last entry was made here at Fri 27 Nov 2026 11:30 UTC."`
  public var sentence: String {
    "This machine's clock says \(now.toTheMinute), but the last entry was made here at \(before.toTheMinute). Check the clock: what "
      + "is saved carries its time."
  }
}

extension Instant {
  /// For people, to the minute: `"Fri 27 Nov 2026 09:10 UTC"`.
  public var toTheMinute: String {
    let (day, time) = ZoneRules(offset: 0).clock(at: self)
    return "\(day.long) \(time.text) UTC"
  }
}
