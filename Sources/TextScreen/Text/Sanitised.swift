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
}
