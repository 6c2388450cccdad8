public import Receivables

/// What the clock says, with the offsets of the time zones that are needed.
public struct Moment: Hashable, Sendable {
  /// True UTC.
  public var now: Instant
  /// Seconds east of UTC at `now`, by IANA zone. Zones that the system does not know are absent.
  public var offsets: [String: Int]

  /// A moment.
  public init(now: Instant, offsets: [String: Int] = [:]) {
    self.now = now
    self.offsets = offsets
  }
}
