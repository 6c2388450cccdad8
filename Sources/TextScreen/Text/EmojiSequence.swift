/// Emoji made of several scalars, for which terminals do not agree on a width.
enum EmojiSequence {
  /// Families joined by ZWJ, flags, keycaps, skin tones and pictures asked for with VS16.
  static func isDisputed(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) != scalars.endIndex else {
      return false
    }
    if first.isASCII && !scalars.contains("\u{20E3}") { return false }
    return first.properties.isEmoji && scalars.dropFirst().contains(where: isJoint)
  }

  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0x20E3, 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: return true
    default: return false
    }
  }
}
