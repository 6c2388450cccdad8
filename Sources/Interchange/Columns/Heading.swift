/// Where an export's headings stand, and what stood above them.
public struct Heading: Hashable, Sendable {
  /// The line of the headings, from 1.
  public let line: Int
  /// The headings as the file spells them.
  public let names: [String]
  /// The title lines above, cells joined by a space.
  public let titles: [String]
  /// Between two fields: comma, semicolon, tab or bar.
  public let delimiter: Character
  /// Where the rows begin.
  let bodyStart: Int
  let bodyLine: Int

  /// Names the headings, in their order, in 16 hexadecimal digits: under this a mapping is remembered.
  public var digest: String {
    // FNV-1a, 64 bits: it names a form of file, it protects nothing.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for name in names {
      for byte in HeadingName(name).folded.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
