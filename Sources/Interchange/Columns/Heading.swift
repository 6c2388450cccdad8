import Receivables

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
    var digest = TextDigest()
    for name in names {
      digest.add(HeadingName(name).folded)
      digest.add(0)
    }
    return digest.text
  }
}
