extension Character {
  /// Whether it is one printable ASCII character, which needs no care.
  var isPlainASCII: Bool {
    guard let value = asciiValue else { return false }
    return value >= 0x20 && value < 0x7F
  }
}
