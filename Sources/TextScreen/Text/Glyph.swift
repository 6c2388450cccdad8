/// What one cell, or two for a wide one, can hold: a base character with its marks.
///
/// Its scalars lie in the value itself, because a frame has thousands of glyphs and is drawn on every key.
public struct Glyph: Hashable, Sendable {
  private let base: UInt32
  private var mark1: UInt32 = 0
  private var mark2: UInt32 = 0
  private var mark3: UInt32 = 0
  private var mark4: UInt32 = 0
  private let cells: UInt8

  /// A base that is safe to send to a terminal, 1 or 2 cells wide.
  init(_ base: Unicode.Scalar, width: Int) {
    self.base = base.value
    cells = UInt8(width)
  }

  /// A printable ASCII character.
  init(ascii: UInt8) {
    base = UInt32(ascii)
    cells = 1
  }

  /// What stands in the right half of a wide glyph: nothing.
  private init() {
    base = 0
    cells = 0
  }

  /// Puts a mark on the base; the fifth and all after it are dropped.
  mutating func add(mark: Unicode.Scalar) {
    if mark1 == 0 {
      mark1 = mark.value
    } else if mark2 == 0 {
      mark2 = mark.value
    } else if mark3 == 0 {
      mark3 = mark.value
    } else if mark4 == 0 {
      mark4 = mark.value
    }
  }

  /// 1 or 2 cells, 0 for what stands in the right half of a wide glyph.
  public var width: Int { Int(cells) }

  /// Whether it is one printable ASCII character.
  public var isASCII: Bool { base > 0 && base < 0x80 && mark1 == 0 }

  /// Base and marks, 0 where there is none.
  public var values: (UInt32, UInt32, UInt32, UInt32, UInt32) { (base, mark1, mark2, mark3, mark4) }

  /// Base and marks as text.
  public var text: String {
    var text = ""
    for value in [base, mark1, mark2, mark3, mark4] where value > 0 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// Stands for what terminals do not agree on.
  static let box = Glyph("□", width: 1)
  /// Stands for what was cut away.
  static let ellipsis = Glyph("…", width: 1)
  static let blank = Glyph(ascii: 0x20)
  /// Stands in the right half of a wide glyph.
  static let rightHalf = Glyph()
}

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
