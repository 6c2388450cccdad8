/// A moment in true UTC, in milliseconds since 1970-01-01T00:00Z.
public struct Instant: Hashable, Sendable, Comparable {
  /// Milliseconds since the epoch.
  public let milliseconds: Int64

  /// The moment `milliseconds` after the epoch.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Earlier is less.
  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}
