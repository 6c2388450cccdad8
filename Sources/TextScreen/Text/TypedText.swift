/// Text as a field may hold it: what was typed stays, what would hide or reorder it goes.
enum TypedText {
  /// Tabs become blanks, and line breaks too unless lines are kept; other controls, direction and format characters
  /// go, joiners inside emoji stay.
  static func of(_ text: String, keepingLines: Bool = false) -> String {
    if Sanitised.plainASCII(text, { _ in true }) == true { return text }
    var typed = ""
    for character in text {
      if character.isNewline {
        typed += keepingLines ? "\n" : " "
      } else if character == "\t" {
        typed += " "
      } else if EmojiSequence.isDisputed(character) {
        typed.append(character)
      } else {
        typed.unicodeScalars.append(contentsOf: character.unicodeScalars.filter(isKept))
      }
    }
    return typed
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarClass(scalar) {
    case .control, .dropped: false
    default: true
    }
  }
}
