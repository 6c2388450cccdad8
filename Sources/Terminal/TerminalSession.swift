internal import CNcursesW
import Glibc
public import TextScreen

/// The terminal while the workbench has it: paints frames and reports what the person does.
///
/// Belongs on the main thread. The terminal is left as it was found when the session is closed, when the process
/// exits and when it crashes.
///
///     let session = try TerminalSession(theme: .dark)
///     defer { session.close() }
///     session.paint(frame)
///     let event = session.next(timeout: .seconds(60))
public final class TerminalSession {
  /// What the person should know about this terminal, once.
  public let notice: String?

  let signals = SignalInbox()
  var writer: FrameWriter
  /// Read, but not yet asked for.
  var queue: [InputEvent] = []
  /// What was painted last; nil when all of the next frame has to be.
  var shown: Frame?
  /// Whether ^Z has to wait, and whether it was pressed meanwhile.
  var isSuspensionPostponed = false
  var isSuspensionDue = false
  /// Whether standard input has ended.
  var isInputGone = false
  let screen: ScreenHandle
  private let modes: TerminalModes
  private let found: termios
  private let heldErrors: HeldErrors
  private var isOpen = true

  /// Takes the terminal over.
  ///
  /// `NO_COLOR` and terminals without colours get the mono theme. Throws `TerminalError`.
  public init(theme: Theme = .dark, mouse: Bool = true) throws {
    found = CrashGuard.foundState()
    signals.open()
    do {
      screen = try ScreenHandle()
    } catch {
      signals.close()
      throw error
    }
    notice = screen.notice
    modes = TerminalModes(mouse: mouse)
    heldErrors = HeldErrors()
    raw()
    noecho()
    nonl()
    keypad(screen.keyboard, true)
    nodelay(screen.keyboard, true)
    kept_keep_memory()
    if getenv("ESCDELAY") == nil { set_escdelay(25) }
    writer = FrameWriter(ScreenWords(), Palette(theme: theme).looks)
    KeySequences.define()
    takeOver()
  }

  deinit { close() }

  /// The terminal's extent.
  public var size: Size {
    Size(columns: Int(getmaxx(kept_window())), rows: Int(getmaxy(kept_window())))
  }

  /// Gives the terminal back and shows what was written to standard error meanwhile.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    giveBack()
    delscreen(screen.pointer)
  }

  /// Hands the terminal to the shell or another program while `body` runs, then takes it back.
  func lend(_ body: () -> Void) {
    giveBack()
    body()
    signals.open()
    heldErrors.hold()
    takeOver()
    adoptSize()
    repaint()
  }

  private func takeOver() {
    CrashGuard.arm(found: found, farewell: modes.farewell, heldErrors: heldErrors)
    // ncurses sets the terminal's modes again and clears the screen.
    wrefresh(kept_window())
    modes.enter()
  }

  private func giveBack() {
    modes.leave()
    endwin()
    CrashGuard.disarm()
    heldErrors.release()
    signals.close()
  }

  /// Tells ncurses the size that the terminal has now.
  func adoptSize() {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else {
      return
    }
    shown = nil
    let most = UInt16(ScreenHandle.most)
    resize_term(Int32(min(window.ws_row, most)), Int32(min(window.ws_col, most)))
    wrefresh(kept_window())
  }
}

/// ncurses' own handle of the open screen.
struct ScreenHandle {
  let pointer: OpaquePointer
  /// Where keys are read: ncurses paints nothing by itself before it reads from a pad.
  let keyboard: UnsafeMutablePointer<WINDOW>
  /// Said once to the person; nil when all went as asked for.
  let notice: String?

  /// Rows and columns of the largest screen that is painted. A terminal that says it has more, as one does whose size
  /// nobody set, shows this much of it.
  static let most = 1_000

  /// Opens the terminal that TERM names, or as xterm-256color one that this system has no entry for.
  init() throws(TerminalError) {
    if isatty(STDIN_FILENO) == 0 { throw .notATerminal(stream: "standard input") }
    if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(stream: "standard output") }
    TextEncoding.prepare()
    Self.boundSize()
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
    guard let pad = newpad(1, 1) else { throw .unusable(term: term) }
    keyboard = pad
  }

  /// ncurses takes the size from these variables before it asks the terminal, and makes room for all of it.
  private static func boundSize() {
    var window = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0
    for (name, found) in [("LINES", window.ws_row), ("COLUMNS", window.ws_col)] {
      let named = getenv(name).flatMap { Int(String(cString: $0)) }
      if let named, !(1...most).contains(named) { unsetenv(name) }
      let extent = named.flatMap { (1...most).contains($0) ? $0 : nil } ?? (isKnown ? Int(found) : 0)
      if extent > most { setenv(name, String(most), 1) }
    }
  }
}

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

/// The character encoding that ncurses writes.
enum TextEncoding {
  /// Takes the person's locale, or C.UTF-8 if that one is not installed or not UTF-8. Only the encoding is taken:
  /// numbers stay as the program writes them.
  static func prepare() {
    setlocale(LC_CTYPE, "")
    guard let codeset = kept_codeset(), String(cString: codeset) == "UTF-8" else {
      setlocale(LC_CTYPE, "C.UTF-8")
      return
    }
  }
}
