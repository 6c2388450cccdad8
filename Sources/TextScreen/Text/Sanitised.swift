/// A text made safe to show: it cannot move the cursor, change colours, reorder or hide its neighbours.
///
/// Controls become visible signs, bidirectional and other format characters are dropped, a character keeps at most
/// four marks, a mark without a base gets ◌, and what terminals disagree on becomes □.
public struct Sanitised: Hashable, Sendable {
  /// The cells' contents in reading order.
  public let glyphs: [Glyph]

  /// Sanitises a text from anywhere.
  public init(_ text: String) {
    if let plain = Self.plainGlyphs(text) {
      glyphs = plain
    } else {
      var builder = GlyphBuilder()
      for character in text { builder.add(character) }
      glyphs = builder.glyphs
    }
  }

  /// Glyph by glyph what needs no care; nil when something in the text does.
  private static func plainGlyphs(_ text: String) -> [Glyph]? {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard scalar.isPlain else { return nil }
      glyphs.append(Glyph(scalar, width: 1))
    }
    return glyphs
  }

  /// Cells it takes.
  public var width: Int { glyphs.reduce(0) { $0 + $1.width } }

  /// The text made safe, as one string: `Sanitised.text(of: "PAID\rOWED")` is `"PAID␍OWED"`.
  public static func text(of text: String) -> String {
    plainASCII(text) { _ in text } ?? Sanitised(text).glyphs.reduce(into: "") { $0 += $1.text }
  }

  /// Calls `body` with the bytes of a text that needs no care because every byte is printable ASCII.
  static func plainASCII<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    let result = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? body(bytes) : nil
    }
    return result ?? nil
  }

  /// Calls `body` with the bytes of a text that needs no care because every scalar is plain, and so a character and a
  /// cell of its own.
  static func plain<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    if let result = plainASCII(text, body) { return result }
    guard text.unicodeScalars.allSatisfy(\.isPlain) else { return nil }
    return text.utf8.withContiguousStorageIfAvailable(body)
  }
}

/// What the sanitising rule does with one scalar.
enum ScalarClass: Equatable {
  /// Shown as it is, that many cells wide.
  case base(Int)
  /// Stands on the character before it.
  case mark
  /// A space of any kind, shown as a plain one.
  case space
  /// A control character, shown as this sign.
  case control(Unicode.Scalar)
  /// Its width differs between terminals, or nobody knows it.
  case disputed
  /// Invisible by design: direction, joining, tagging.
  case dropped

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F {
      self = .base(1)
      return
    }
    switch scalar.properties.generalCategory {
    case .control: self = .control(Self.sign(value))
    case .format, .lineSeparator, .paragraphSeparator: self = .dropped
    case .privateUse, .unassigned, .surrogate: self = .disputed
    case .spaceSeparator: self = value == 0x3000 ? .base(2) : .space
    default: self = Self.visible(scalar)
    }
  }

  private static func visible(_ scalar: Unicode.Scalar) -> ScalarClass {
    if scalar.properties.isDefaultIgnorableCodePoint { return .dropped }
    if isDisputed(scalar) { return .disputed }
    return DisplayWidth.isMark(scalar) ? .mark : .base(DisplayWidth.of(scalar))
  }

  /// Regional indicators, characters newer than the C library's tables, and those for which wide and narrow are
  /// both in use: circled numbers on black squares, hexagrams, spacing tone marks.
  private static func isDisputed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x3248...0x324F, 0x4DC0...0x4DFF: return true
    case 0x302E...0x302F, 0x16FF0...0x16FF1, 0x1171E: return true
    case ..<0x0860: return false
    default:
      guard let age = scalar.properties.age else { return true }
      return age.major > 14
    }
  }

  /// The control picture of C0 and DEL; a dot for C1, which has none.
  private static func sign(_ value: UInt32) -> Unicode.Scalar {
    if value < 0x20 { return Unicode.Scalar(0x2400 + value) ?? "·" }
    return value == 0x7F ? "␡" : "·"
  }
}

extension Unicode.Scalar {
  /// Whether it is known without a look at its properties to be a character of its own that is one cell wide: the
  /// letters of western Europe and the punctuation, lines and signs that the product itself shows.
  var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF: true
    case 0x2010...0x2027, 0x20A0...0x20BF, 0x2190...0x21FF, 0x2500...0x25FC, 0x2713, 0x2717: true
    default: false
    }
  }
}

/// Text as a field may hold it: what was typed stays, what would hide or reorder it goes.
enum TypedText {
  /// Tabs become blanks, and line breaks too unless lines are kept; other controls, direction and format characters
  /// go, joiners inside emoji stay.
  static func of(_ text: String, keepingLines: Bool = false) -> String {
    if Sanitised.plainASCII(text, { _ in true }) == true { return text }
    var typed = ""
    for character in text {
      if character.isNewline {
        typed += keepingLines ? "\n" : " "
      } else if character == "\t" {
        typed += " "
      } else if EmojiSequence.isDisputed(character) {
        typed.append(character)
      } else {
        typed.unicodeScalars.append(contentsOf: character.unicodeScalars.filter(isKept))
      }
    }
    return typed
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarClass(scalar) {
    case .control, .dropped: false
    default: true
    }
  }
}
