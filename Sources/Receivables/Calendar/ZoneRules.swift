/// The offsets of one time zone through history and future, read from the bytes of a TZif file (RFC 8536).
///
/// Berlin's rules give 3600 at 2026-02-28T23:30Z, so that moment is 1 March there.
public struct ZoneRules: Hashable, Sendable {
  /// Moments at which the offset changed, in seconds since the epoch, ascending.
  let transitions: [Int64]
  /// The offset from each transition on, seconds east of UTC.
  let offsets: [Int]
  /// The offset before the first transition.
  let firstOffset: Int
  /// What holds after the last transition; nil keeps the last offset.
  let future: RecurringZone?

  /// Clocks that are left alone, so many seconds east of UTC.
  public init(offset: Int) { (transitions, offsets, firstOffset, future) = ([], [], offset, nil) }

  /// Seconds east of UTC at `instant`.
  public func offset(at instant: Instant) -> Int { offset(atSecond: Self.second(of: instant)) }

  /// The day and time on a clock in the zone at `instant`.
  public func clock(at instant: Instant) -> (day: CalendarDay, time: TimeOfDay) {
    let second = Self.second(of: instant)
    return Self.clock(second + Int64(offset(atSecond: second)))
  }

  /// The moment at which a clock in the zone shows `time` on `day`.
  ///
  /// A time that the clock skips is moved on by what it skips: 02:30 in Berlin on 29 March 2026 is read as 03:30. Of
  /// a time that comes twice, the first is meant. `fit` says which it was.
  public func reading(_ day: CalendarDay, at time: TimeOfDay) -> ClockReading {
    let local = Int64(day.number) * 86_400 + Int64(time.minutes) * 60
    let before = offset(atSecond: local - 86_400)
    let after = offset(atSecond: local + 86_400)
    let first = local - Int64(before)
    let second = local - Int64(after)
    let isFirst = offset(atSecond: first) == before
    let isSecond = offset(atSecond: second) == after
    let chosen = isFirst || !isSecond ? first : second
    let fit: ClockReading.Fit =
      !isFirst && !isSecond ? .skipped : isFirst && isSecond && first != second ? .twice : .exact
    let shown = Self.clock(chosen + Int64(offset(atSecond: chosen)))
    return ClockReading(
      instant: Instant(milliseconds: chosen * 1_000), day: shown.day, time: shown.time, fit: fit, asked: time)
  }

  private func offset(atSecond second: Int64) -> Int {
    guard let first = transitions.first, let last = transitions.last else {
      return future?.offset(atSecond: second) ?? firstOffset
    }
    if second < first { return firstOffset }
    if second >= last, let future { return future.offset(atSecond: second) }
    return offsets[transitions.firstPlace { $0 > second } - 1]
  }

  private static func second(of instant: Instant) -> Int64 {
    let (quotient, rest) = instant.milliseconds.quotientAndRemainder(dividingBy: 1_000)
    return rest < 0 ? quotient - 1 : quotient
  }

  private static func clock(_ local: Int64) -> (day: CalendarDay, time: TimeOfDay) {
    let (quotient, rest) = Int(local).quotientAndRemainder(dividingBy: 86_400)
    let day = rest < 0 ? quotient - 1 : quotient
    let minutes = (rest < 0 ? rest + 86_400 : rest) / 60
    return (CalendarDay(number: day), TimeOfDay(hour: minutes / 60, minute: minutes % 60) ?? .midnight)
  }
}

extension ZoneRules {
  /// Reads a TZif file of version 2 or later (RFC 8536 §3); nil when the bytes are none.
  public init?(tzif bytes: [UInt8]) {
    guard let old = Header(bytes, at: 0), bytes[4] >= 0x32,
      let header = Header(bytes, at: Header.size + old.length(timeSize: 4))
    else { return nil }
    let times = header.start
    let kinds = times + header.times * 8
    let types = kinds + header.times
    let end = header.start + header.length(timeSize: 8)
    guard end <= bytes.count, header.types > 0 else { return nil }
    var typeOffsets: [Int] = []
    for index in 0..<header.types {
      let offset = Int(Int32(truncatingIfNeeded: Self.number(bytes, at: types + index * 6, size: 4)))
      guard (-93_600...93_600).contains(offset) else { return nil }
      typeOffsets.append(offset)
    }
    var transitions: [Int64] = []
    var offsets: [Int] = []
    for index in 0..<header.times {
      let kind = Int(bytes[kinds + index])
      let time = Self.number(bytes, at: times + index * 8, size: 8)
      guard kind < typeOffsets.count, transitions.last.map({ $0 < time }) ?? true else { return nil }
      transitions.append(time)
      offsets.append(typeOffsets[kind])
    }
    self.transitions = transitions
    self.offsets = offsets
    firstOffset = typeOffsets[0]
    future = Self.footer(bytes, at: end)
  }

  /// The TZ string between two line feeds.
  private static func footer(_ bytes: [UInt8], at start: Int) -> RecurringZone? {
    guard start < bytes.count, bytes[start] == 0x0A, let end = bytes[(start + 1)...].firstIndex(of: 0x0A)
    else {
      return nil
    }
    return RecurringZone(String(decoding: bytes[(start + 1)..<end], as: UTF8.self))
  }

  /// A big-endian number. The caller knows that the bytes are there.
  private static func number(_ bytes: [UInt8], at start: Int, size: Int) -> Int64 {
    bytes[start..<start + size].reduce(0) { $0 << 8 | Int64($1) }
  }

  /// How many of what a data block holds.
  private struct Header {
    static let size = 44
    /// Where the data block begins.
    let start: Int
    let times: Int
    let types: Int
    private let others: Int
    private let leaps: Int

    init?(_ bytes: [UInt8], at start: Int) {
      guard start + Self.size <= bytes.count, bytes[start..<start + 4].elementsEqual("TZif".utf8) else {
        return nil
      }
      let counts = (0..<6).map { Int(ZoneRules.number(bytes, at: start + 20 + $0 * 4, size: 4)) }
      self.start = start + Self.size
      times = counts[3]
      types = counts[4]
      leaps = counts[2]
      others = counts[0] + counts[1] + counts[5]
    }

    func length(timeSize: Int) -> Int { times * (timeSize + 1) + types * 6 + leaps * (timeSize + 4) + others }
  }
}
