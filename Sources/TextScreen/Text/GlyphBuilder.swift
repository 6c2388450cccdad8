/// Turns characters into glyphs, one rule for everything that reaches a screen.
struct GlyphBuilder {
  private static let marksPerGlyph = 4

  private var glyphs: [Glyph] = []
  private var base = ""
  private var width = 0
  private var marks = 0

  /// Takes the next character of the text.
  mutating func add(_ character: Character) {
    if character.isPlainASCII {
      for scalar in character.unicodeScalars { start(scalar, width: 1) }
      return
    }
    if EmojiSequence.isDisputed(character) {
      close()
      glyphs.append(.box)
      return
    }
    for scalar in character.unicodeScalars { add(scalar) }
  }

  /// All glyphs of the text.
  mutating func finished() -> [Glyph] {
    close()
    return glyphs
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch ScalarClass(scalar) {
    case .dropped: return
    case .control(let sign): start(sign, width: 1)
    case .disputed: start("□", width: 1)
    case .space: start(" ", width: 1)
    case .base(let width): start(scalar, width: width)
    case .mark:
      if base.isEmpty { start("◌", width: 1) }
      guard marks < Self.marksPerGlyph else { return }
      base.unicodeScalars.append(scalar)
      marks += 1
    }
  }

  private mutating func start(_ scalar: Unicode.Scalar, width: Int) {
    close()
    base.unicodeScalars.append(scalar)
    self.width = width
  }

  private mutating func close() {
    guard !base.isEmpty else { return }
    glyphs.append(Glyph(text: base, width: width))
    base = ""
    marks = 0
  }
}
