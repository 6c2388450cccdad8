public import Receivables

/// What the clock says, with the offsets of the time zones that are needed.
public struct Moment: Hashable, Sendable {
  /// True UTC.
  public var now: Instant
  /// Seconds east of UTC at `now`, by IANA zone. Zones that the system does not know are absent.
  public var offsets: [String: Int]
  /// Seconds east of UTC at `now` on the collector's own clock; nil when that is not known.
  public var localOffset: Int?

  /// A moment.
  public init(now: Instant, offsets: [String: Int] = [:], localOffset: Int? = nil) {
    self.now = now
    self.offsets = offsets
    self.localOffset = localOffset
  }
}
