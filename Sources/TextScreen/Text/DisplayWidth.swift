/// How many cells a text takes, in agreement with the C library's `wcwidth` for everything that is let through.
public enum DisplayWidth {
  /// Cells for the text once it is sanitised: `DisplayWidth.of("東京")` is 4.
  public static func of(_ text: String) -> Int {
    if let plain = Sanitised.plainASCII(text, { $0.count }) { return plain }
    return Sanitised(text).width
  }

  /// Cells for one character.
  static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.count == 1, scalars.allSatisfy(\.isPlain) { return 1 }
    return Sanitised(String(character)).width
  }

  /// Cells for one scalar: 0 for a mark, 2 for East Asian wide and emoji, else 1.
  ///
  /// Source: East Asian Width of Unicode 14, as in glibc 2.36.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if isMark(scalar) { return 0 }
    return isWide(scalar.value) ? 2 : 1
  }

  /// Marks that stand on the character before them: combining, and the second and third part of a Hangul syllable.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300: return false
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true
    default:
      let category = scalar.properties.generalCategory
      return category == .nonspacingMark || category == .enclosingMark
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    if value < 0x1100 { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if value > wide[middle].upperBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < wide.count && wide[low].contains(value)
  }
}
