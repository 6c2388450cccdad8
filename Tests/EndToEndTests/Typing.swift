import PseudoTerminal
import Testing

extension TerminalProcess {
  static let enter = "\r"
  static let save = "\u{13}"

  /// Waits for a text on the screen, and for the rest of its frame; without it the test ends here, with what showed
  /// instead.
  func see(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let came = waitUntil { $0.text.contains(text) }
    try #require(came != nil, "“\(text)” did not come:\n\(screen.text)", sourceLocation: sourceLocation)
    settle(.milliseconds(10))
  }

  /// Whether the terminal is as it was before the program came.
  var isAsFound: Bool { isCooked && screen.modes == VirtualScreen.usualModes }
}
