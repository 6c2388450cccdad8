import Receivables

/// Where the time comes from: the system, or a fixed moment that a replay moves on.
enum WorkClock {
  case system
  case fixed(Instant)

  var now: Instant {
    switch self {
    case .fixed(let instant): instant
    case .system: Machine.now
    }
  }

  /// Seconds east of UTC on the collector's own clock; a replay's collector sits in Greenwich.
  var localOffset: Int {
    switch self {
    case .fixed: 0
    case .system: Machine.localOffset
    }
  }
}
