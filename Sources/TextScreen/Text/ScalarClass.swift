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
