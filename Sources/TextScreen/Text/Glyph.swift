/// What one cell, or two for a wide one, can hold: a base character with its marks.
///
/// Its scalars lie in the value itself, in as few bytes as they need, because a frame has thousands of glyphs and is
/// drawn and compared on every key.
public struct Glyph: Hashable, Sendable {
  private static let bits: UInt64 = 21
  private static let mask: UInt64 = 1 << bits - 1

  /// The base and two marks.
  private var first: UInt64
  /// Two more marks, and the width above them. The upper bits are free for what a cell holds besides.
  private var second: UInt64

  private init(base: UInt32, cells: Int) {
    first = UInt64(base)
    second = UInt64(truncatingIfNeeded: cells) << (2 * Self.bits)
  }

  /// A base that is safe to send to a terminal, 1 or 2 cells wide.
  init(_ base: Unicode.Scalar, width: Int) { self.init(base: base.value, cells: width) }

  /// A printable ASCII character.
  init(ascii: UInt8) { self.init(base: UInt32(ascii), cells: 1) }

  /// Puts a mark on the base; the fifth and all after it are dropped.
  mutating func add(mark: Unicode.Scalar) {
    let (_, mark1, mark2, mark3, mark4) = values
    let mark = UInt64(mark.value)
    if mark1 == 0 {
      first |= mark << Self.bits
    } else if mark2 == 0 {
      first |= mark << (2 * Self.bits)
    } else if mark3 == 0 {
      second |= mark
    } else if mark4 == 0 {
      second |= mark << Self.bits
    }
  }

  /// 1 or 2 cells, 0 for what stands in the right half of a wide glyph.
  public var width: Int { Int(truncatingIfNeeded: second >> (2 * Self.bits)) }

  /// Whether it is one printable ASCII character.
  public var isASCII: Bool { first > 0 && first < 0x80 }

  /// Base and marks, 0 where there is none.
  public var values: (UInt32, UInt32, UInt32, UInt32, UInt32) {
    func value(_ bits: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: bits & Self.mask) }
    return (
      value(first), value(first >> Self.bits), value(first >> (2 * Self.bits)), value(second),
      value(second >> Self.bits)
    )
  }

  /// Base and marks as text.
  public var text: String {
    var text = ""
    let (base, mark1, mark2, mark3, mark4) = values
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
  static let rightHalf = Glyph(base: 0, cells: 0)
}

/// A cell keeps its role beside the glyph, in the bits that are free there.
extension Glyph {
  private static let roleShift: UInt64 = 56

  /// Glyph and role in as many bytes as the glyph alone.
  func packed(_ role: Role) -> (UInt64, UInt64) { (first, second | UInt64(role.rawValue) << Self.roleShift) }

  /// The glyph of what was packed.
  init(packed words: (UInt64, UInt64)) { (first, second) = (words.0, words.1 & (1 << Self.roleShift - 1)) }

  /// The role of what was packed.
  static func role(packed words: (UInt64, UInt64)) -> Role {
    Role(rawValue: UInt8(truncatingIfNeeded: words.1 >> roleShift)) ?? .normal
  }
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
