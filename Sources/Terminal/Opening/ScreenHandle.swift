internal import CNcursesW
import Glibc

/// ncurses' own handle of the open screen.
struct ScreenHandle {
  let pointer: OpaquePointer
  /// Said once to the person; nil when all went as asked for.
  let notice: String?

  /// Opens the terminal that TERM names, or as xterm-256color one that this system has no entry for.
  init() throws(TerminalError) {
    if isatty(STDIN_FILENO) == 0 { throw .notATerminal(stream: "standard input") }
    if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(stream: "standard output") }
    TextEncoding.prepare()
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    if let screen = kept_open(nil) {
      pointer = screen
      notice = nil
    } else if let screen = kept_open("xterm-256color") {
      pointer = screen
      notice = "This system does not know the terminal “\(term)”: it is treated as xterm-256color."
    } else {
      throw .unusable(term: term)
    }
    guard kept_capability("cup") != nil else {
      endwin()
      delscreen(pointer)
      throw .tooSimple(term: term)
    }
  }
}
