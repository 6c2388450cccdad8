/// What the clock says, with the rules of the time zones that are needed.
public struct Moment: Hashable, Sendable {
  /// True UTC.
  public var now: Instant
  /// How clocks go, by IANA zone. Zones that the system does not know are absent.
  public var zones: [String: ZoneRules]
  /// Seconds east of UTC at `now` on the collector's own clock; nil when that is not known.
  public var localOffset: Int?
  /// How the collector's own clock goes on other days; nil where it stays at `localOffset`.
  public var localRules: ZoneRules?

  /// A moment.
  public init(
    now: Instant, zones: [String: ZoneRules] = [:], localOffset: Int? = nil, localRules: ZoneRules? = nil
  ) {
    self.localRules = localRules
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

  /// Seconds east of UTC on the collector's own clock at an instant of any day.
  public func localOffset(at instant: Instant) -> Int? { localRules?.offset(at: instant) ?? localOffset }

  /// Day and time that the collector's own clock shows at an instant; nil where that is not known.
  public func here(_ instant: Instant) -> (day: CalendarDay, time: TimeOfDay)? {
    localOffset(at: instant).flatMap { Self.reading(instant, offset: $0) }
  }

  /// When the hour of a step comes, on the clock of its zone as that goes on its own day, or as it was noted; without a
  /// zone on the collector's own. Nil for a step without an hour, or on a clock that is not known.
  public func instant(of step: NextAction) -> Instant? {
    guard let time = step.time else { return nil }
    let seconds = Int64(step.day.number) * 86_400 + Int64(time.minutes) * 60
    func at(_ offset: Int) -> Instant { Instant(milliseconds: (seconds - Int64(offset)) * 1_000) }
    if let offset = step.offset { return at(offset) }
    let rules = step.zone.map { zones[$0] } ?? localRules
    return rules?.reading(step.day, at: time).instant ?? (step.zone == nil ? localOffset.map(at) : nil)
  }

  /// The day on the collector's own wall; nil where that is not known.
  public var localDay: CalendarDay? { localOffset.flatMap { Self.reading(now, offset: $0)?.day } }

  /// The time of day of an instant on the collector's own clock: `"14:05"`; `"14:05 UTC"` where that is not known.
  public func clock(_ instant: Instant) -> String {
    let time = (Self.reading(instant, offset: localOffset(at: instant) ?? 0)?.time ?? .midnight).text
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
