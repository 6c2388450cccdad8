/// What one cell, or two for a wide one, can hold: a base character with its marks.
public struct Glyph: Hashable, Sendable {
  /// The base and at most four marks, safe to send to a terminal.
  public let text: String
  /// 1 or 2 cells.
  public let width: Int

  /// Stands for what terminals do not agree on.
  static let box = Glyph(text: "□", width: 1)
  /// Stands for what was cut away.
  static let ellipsis = Glyph(text: "…", width: 1)
  static let blank = Glyph(text: " ", width: 1)

  /// The printable ASCII characters, made once so that a frame allocates nothing for them.
  static let ascii: [String] = (UInt8(0x20)...0x7E).map { String(Character(Unicode.Scalar($0))) }
}
