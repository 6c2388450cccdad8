/// What one cell, or two for a wide one, can hold: a base character with its marks.
///
/// Its bytes lie in the value itself, because a frame has thousands of glyphs and is drawn on every key.
public struct Glyph: Hashable, Sendable {
  /// UTF-8, the first byte lowest, then zeros: a base and four marks take 20 bytes at most.
  private let first: UInt64
  private let second: UInt64
  private let third: UInt32
  private let cells: UInt8

  /// A base and at most four marks, safe to send to a terminal.
  init(text: String, width: Int) {
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for (place, byte) in text.utf8.enumerated() {
      let shifted = UInt64(byte) << (8 * UInt64(place % 8))
      switch place / 8 {
      case 0: words.0 |= shifted
      case 1: words.1 |= shifted
      default: words.2 |= shifted
      }
    }
    (first, second, third, cells) = (words.0, words.1, UInt32(words.2), UInt8(width))
  }

  /// A printable ASCII character.
  init(ascii: UInt8) { (first, second, third, cells) = (UInt64(ascii), 0, 0, 1) }

  /// 1 or 2 cells, 0 for what stands in the right half of a wide glyph.
  public var width: Int { Int(cells) }

  /// Whether it is one printable ASCII character.
  public var isASCII: Bool { first < 0x80 && first > 0 }

  /// Its UTF-8 bytes as text.
  public var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds its UTF-8 bytes.
  public func append(to bytes: inout [UInt8]) {
    if isASCII { return bytes.append(UInt8(first)) }
    for word in [first, second, UInt64(third)] {
      var rest = word
      while rest > 0 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
  }

  /// Stands for what terminals do not agree on.
  static let box = Glyph(text: "□", width: 1)
  /// Stands for what was cut away.
  static let ellipsis = Glyph(text: "…", width: 1)
  static let blank = Glyph(ascii: 0x20)
  /// Stands in the right half of a wide glyph.
  static let rightHalf = Glyph(text: "", width: 0)
}
