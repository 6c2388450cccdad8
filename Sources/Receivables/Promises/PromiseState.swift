/// How a promise stands as of a day; the states are told in docs/MANUAL.md.
public enum PromiseState: String, Hashable, Sendable, CaseIterable {
  /// Its day has not passed.
  case open
  /// Its day has passed, the grace days have not.
  case inGrace = "in_grace"
  /// Enough came by date and grace.
  case kept
  /// Something came, not enough.
  case partlyKept = "partly_kept"
  /// Nothing came.
  case broken
  /// A newer promise replaced it.
  case superseded
  /// Taken back.
  case withdrawn
  /// It was an entry error.
  case voided
  /// The customer says it is paid; the books do not show it yet.
  case verifying

  /// Whether it still holds chasing of what it covers.
  public var isActive: Bool { self == .open || self == .inGrace }

  /// Whether its time is over and not enough came.
  public var isFailed: Bool { self == .broken || self == .partlyKept }

  /// What a collector reads: `"partly kept"`.
  public var title: String { rawValue.split(separator: "_").joined(separator: " ") }
}
