/// Text as a one-line field may hold it: what was typed stays, what would hide or break the line goes.
enum OneLine {
  /// Line breaks and tabs become blanks; other controls, direction and format characters go, joiners inside emoji stay.
  static func of(_ text: some StringProtocol) -> String {
    if Sanitised.plainASCII(text, { _ in true }) == true { return String(text) }
    var line = ""
    for character in text {
      if character.isNewline || character == "\t" {
        line += " "
      } else if EmojiSequence.isDisputed(character) {
        line.append(character)
      } else {
        line.unicodeScalars.append(contentsOf: character.unicodeScalars.filter(isKept))
      }
    }
    return line
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarClass(scalar) {
    case .control, .dropped: false
    default: true
    }
  }
}
