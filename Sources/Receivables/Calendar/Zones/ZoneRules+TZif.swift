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
