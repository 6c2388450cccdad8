internal import CNcursesW
import Glibc

/// What ncurses does not switch on and off by itself: bracketed paste and the mouse.
struct TerminalModes {
  let mouse: Bool

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"
  private static let mouseOff = "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l"

  func enter() {
    if mouse {
      mouseinterval(0)
      mousemask(kept_click | kept_wheel_up | kept_wheel_down, nil)
    }
    TerminalOutput.write(Self.pasteOn)
  }

  func leave() {
    if mouse { mousemask(0, nil) }
    TerminalOutput.write(Self.pasteOff)
  }

  /// All that gives a terminal back when ncurses cannot be asked any more.
  var farewell: String {
    let names = ["sgr0", "rmkx", "cnorm", "rmcup"]
    let capabilities: [String] = names.compactMap { name in
      kept_capability(name).map { Self.withoutPadding(String(cString: $0)) }
    }
    return (mouse ? Self.mouseOff : "") + Self.pasteOff + capabilities.joined() + "\r\n"
  }

  /// Terminfo may ask for pauses, as `$<5>`, that no terminal of today needs.
  static func withoutPadding(_ capability: String) -> String {
    var text = ""
    var rest = capability[...]
    while let start = rest.firstIndex(of: "$"), rest[start...].hasPrefix("$<"),
      let end = rest[start...].firstIndex(of: ">")
    {
      text += rest[..<start]
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}
