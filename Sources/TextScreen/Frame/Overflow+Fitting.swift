extension Overflow {
  /// The glyphs to show in `room` cells.
  func fitted(_ glyphs: [Glyph], to room: Int) -> [Glyph] {
    let taken = glyphs.reduce(0) { $0 + $1.width }
    guard taken > room else { return glyphs }
    switch self {
    case .never: return Array(repeating: Glyph("#", width: 1), count: room)
    case .clip: return Self.prefix(of: glyphs, room: room)
    case .ellipsis: return Self.prefix(of: glyphs, room: room - 1) + [.ellipsis]
    }
  }

  private static func prefix(of glyphs: [Glyph], room: Int) -> [Glyph] {
    var left = room
    return Array(
      glyphs.prefix { glyph in
        left -= glyph.width
        return left >= 0
      })
  }
}
