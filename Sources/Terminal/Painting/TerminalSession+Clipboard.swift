import FoundationEssentials

extension TerminalSession {
  private static let mostCopied = 74_000

  /// Asks the terminal to put a text on the clipboard (OSC 52), also over ssh. Answers false for a text that is longer
  /// than terminals take, 74,000 bytes; whether the terminal allows it cannot be known.
  public func copy(_ text: String) -> Bool {
    guard text.utf8.count <= Self.mostCopied else { return false }
    TerminalOutput.write("\u{1B}]52;c;" + Data(text.utf8).base64EncodedString() + "\u{7}")
    return true
  }
}
