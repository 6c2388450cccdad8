/// What the clock says, with the rules of the time zones that are needed.
public struct Moment: Hashable, Sendable {
  /// True UTC.
  public var now: Instant
  /// How clocks go, by IANA zone. Zones that the system does not know are absent.
  public var zones: [String: ZoneRules]
  /// Seconds east of UTC at `now` on the collector's own clock; nil when that is not known.
  public var localOffset: Int?

  /// A moment.
  public init(now: Instant, zones: [String: ZoneRules] = [:], localOffset: Int? = nil) {
    self.now = now
    self.zones = zones
    self.localOffset = localOffset
  }
}

extension Moment {
  /// Day and time on the clocks of a zone; nil when the system does not know it.
  public func local(_ zone: String) -> (day: CalendarDay, time: TimeOfDay)? {
    zones[zone].map { $0.clock(at: now) }
  }

  /// The day on the collector's own wall; nil where that is not known.
  public var localDay: CalendarDay? { localOffset.flatMap { Self.reading(now, offset: $0)?.day } }

  /// The time of day of an instant on the collector's own clock: `"14:05"`; `"14:05 UTC"` where that is not known.
  public func clock(_ instant: Instant) -> String {
    let time = (Self.reading(instant, offset: localOffset ?? 0)?.time ?? .midnight).text
    return localOffset == nil ? "\(time) UTC" : time
  }

  private static func reading(_ instant: Instant, offset: Int) -> (day: CalendarDay, time: TimeOfDay)? {
    let milliseconds = instant.milliseconds + Int64(offset) * 1_000
    let day = milliseconds.floorDivided(by: 86_400_000)
    let minutes = Int((milliseconds - day * 86_400_000) / 60_000)
    return TimeOfDay(hour: minutes / 60, minute: minutes % 60).map { (CalendarDay(number: Int(day)), $0) }
  }
}

extension Int64 {
  /// Rounded towards the past, also before 1970.
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
