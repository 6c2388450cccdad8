/// How document and account numbers are compared: without what nobody sees, and without leading zeros when all digits.
///
/// Spaces of every kind at the ends go, those inside count as one; so do format and control characters, soft hyphens and
/// byte order marks. Full-width characters, hyphens that do not break and letters put together from an accent are those
/// that they look like.
///
/// `DocumentKey(" 0000611365 ").text == "611365"`, `DocumentKey("INV-007\u{A0}").text == "INV-007"`.
public struct DocumentKey: Hashable, Sendable {
  /// The form that is compared and indexed; empty when there was nothing to see.
  public let text: String

  /// The key of a number as an export spells it. Letters keep their case.
  public init(_ number: some StringProtocol) { self.init(String(number)) }

  /// The key of a number as an export spells it. Letters keep their case.
  public init(_ number: String) {
    // Nearly every number is in this form already, and an import asks for millions of keys.
    text = Self.isPlain(number.utf8.span) ? number : Self.folded(number)
  }

  /// Whether a number is in the form that is compared: nothing but visible ASCII, and no zero before it.
  private static func isPlain(_ number: Span<UInt8>) -> Bool {
    guard !number.isEmpty, number[0] != 0x30 else { return false }
    for index in number.indices where number[index] &- 0x21 > 0x5D { return false }
    return true
  }

  private static func folded(_ number: String) -> String {
    var seen = String.UnicodeScalarView()
    var hasGap = false
    for scalar in number.unicodeScalars {
      switch sight(of: scalar) {
      case nil: continue
      case " "?: hasGap = !seen.isEmpty
      case let scalar?:
        if hasGap { seen.append(" ") }
        hasGap = false
        seen.append(scalar)
      }
    }
    let text = seen.contains { $0.value >= 0x300 } ? Letters.composed(String(seen)) : String(seen)
    guard text.utf8.allSatisfy(\.isDigit), let last = text.last else { return text }
    let digits = text.dropLast().drop { $0 == "0" }
    return String(digits) + String(last)
  }

  /// What is seen of a character; nil when that is nothing.
  private static func sight(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x21...0x7E: return scalar
    // A braille cell without dots is blank, and no space to Unicode.
    case 0x20, 0x2800: return " "
    case 0x2010, 0x2011: return "-"
    case 0x212A: return "K"
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
    case 0xFFF9...0xFFFB: return nil
    default: break
    }
    let properties = scalar.properties
    if properties.isWhitespace { return " " }
    return properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control ? nil : scalar
  }
}

extension DocumentKey {
  /// What the number looks like at a glance: in capitals, without accents, letters of other scripts as the Latin ones that
  /// they resemble, dashes as hyphens. Two numbers that look alike and have different keys are easily mistaken for each other.
  ///
  /// `DocumentKey("с001").look == "C001"`, with a Cyrillic letter.
  public var look: String {
    guard isOdd else { return text }
    return text.unicodeScalars.reduce(into: "") { look, scalar in
      for capital in scalar.properties.uppercaseMapping.unicodeScalars {
        look.unicodeScalars.append(Letters.resembled[capital] ?? Letters.bare[capital] ?? capital)
      }
    }
  }

  /// Whether it may look like another number. What is in Latin capitals looks like itself and is not.
  var isOdd: Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] >= 0x80 || bytes[index] &- 0x61 <= 0x19 { return true }
    return false
  }

  /// For people who cannot see it: the characters beyond Latin letters, `" (U+0421)"`; empty without any.
  public var oddCharacters: String {
    let odd = text.unicodeScalars.filter { Letters.resembled[$0] != nil || $0.value >= 0x250 }
    guard !odd.isEmpty else { return "" }
    let codes = odd.prefix(4).map { scalar in
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(4 - hex.utf8.count, 0)) + hex
    }
    return " (\(codes.joined(separator: " ")))"
  }
}

/// How names of customers are compared where an export has no numbers: without regard to case, to what nobody sees and to a
/// dot at the end.
///
/// `NameKey("ACME  Ltd.").text == NameKey("Acme Ltd").text`; accents count.
public struct NameKey: Hashable, Sendable {
  /// The form that is compared; empty when there was nothing to see.
  public let text: String

  /// The key of a name as an export spells it.
  public init(_ name: String) {
    var key = DocumentKey(name).text.lowercased()
    while let last = key.last, last == "." || last == "," || last == " " { key.removeLast() }
    text = key
  }
}

/// Letters that look like others.
private enum Letters {
  /// The Latin letters and hyphens that capitals of other scripts, and dashes, look like.
  static let resembled: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(String, String)] = [
      ("АВЕЗКМНОРСТУХЅІЈԚԜ", "ABE3KMHOPCTYXSIJQW"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
      ("\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{FE58}", "------"),
    ]
    let all = pairs.flatMap { zip($0.0.unicodeScalars, $0.1.unicodeScalars) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }()

  /// Latin capitals without the accents on them.
  static let bare: [Unicode.Scalar: Unicode.Scalar] = {
    let capitals = (0x41...0x5A).compactMap { Unicode.Scalar($0 as UInt32) }
    let accents = (0x300...0x328).compactMap { Unicode.Scalar($0 as UInt32) }
    var plain: [Character: Unicode.Scalar] = [:]
    for capital in capitals {
      for accent in accents { plain[Character(String(capital) + String(accent))] = capital }
    }
    let accented = (0xC0...0x17F).compactMap { Unicode.Scalar($0 as UInt32) }
    let pairs = accented.compactMap { letter in plain[Character(letter)].map { (letter, $0) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()

  /// `text` with each letter and its accents as one character, where there is one.
  static func composed(_ text: String) -> String {
    text.reduce(into: "") { $0.append(whole[$1] ?? $1) }
  }

  /// Latin, Greek and Cyrillic letters by themselves: a letter with its accents set apart finds the one that it equals.
  private static let whole: [Character: Character] = {
    let ranges: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF]
    let letters = ranges.flatMap { $0 }.compactMap(Unicode.Scalar.init).map(Character.init)
    return Dictionary(letters.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
