import Glibc
import Receivables

/// Where the time comes from: the system, or a fixed moment that a replay moves on.
enum WorkClock {
  case system
  case fixed(Instant)

  var now: Instant {
    switch self {
    case .fixed(let instant): return instant
    case .system:
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
  }
}
