/// Turns characters into glyphs, one rule for everything that reaches a screen.
struct GlyphBuilder {
  private(set) var glyphs: [Glyph] = []
  /// Whether a mark may still go onto the last glyph.
  private var isOpen = false

  /// Takes the next character of the text.
  mutating func add(_ character: Character) {
    if EmojiSequence.isDisputed(character) {
      glyphs.append(.box)
      isOpen = false
      return
    }
    for scalar in character.unicodeScalars { add(scalar) }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch ScalarClass(scalar) {
    case .dropped: return
    case .control(let sign): start(sign, width: 1)
    case .disputed: start("□", width: 1)
    case .space: start(" ", width: 1)
    case .base(let width): start(scalar, width: width)
    case .mark:
      if !isOpen { start("◌", width: 1) }
      glyphs[glyphs.count - 1].add(mark: scalar)
    }
  }

  private mutating func start(_ scalar: Unicode.Scalar, width: Int) {
    glyphs.append(Glyph(scalar, width: width))
    isOpen = true
  }
}
