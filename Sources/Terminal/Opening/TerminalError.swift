/// Why no session could be opened.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Input or output goes to a file or a pipe.
  case notATerminal(stream: String)
  /// The terminal cannot place the cursor, as with `TERM=dumb`.
  case tooSimple(term: String)
  /// ncurses could not start.
  case unusable(term: String)

  /// A sentence.
  public var description: String {
    switch self {
    case .notATerminal(let stream):
      "The workbench needs a terminal, but \(stream) is not one."
    case .tooSimple(let term):
      "The terminal “\(term)” cannot place text on the screen. Set TERM to what your terminal is, such as "
        + "xterm-256color."
    case .unusable(let term):
      "The terminal “\(term)” could not be prepared. Set TERM to what your terminal is, such as xterm-256color."
    }
  }
}
