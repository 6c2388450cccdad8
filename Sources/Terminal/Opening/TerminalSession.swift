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
  var palette: Palette
  /// Read, but not yet asked for.
  var queue: [InputEvent] = []
  /// What was painted last; nil when all of the next frame has to be.
  var shown: Frame?
  /// Whether ^Z has to wait, and whether it was pressed meanwhile.
  var isSuspensionPostponed = false
  var isSuspensionDue = false
  /// Whether standard input has ended.
  var isInputGone = false
  private let screen: ScreenHandle
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
    keypad(kept_window(), true)
    nodelay(kept_window(), true)
    if getenv("ESCDELAY") == nil { set_escdelay(25) }
    palette = Palette(theme: theme)
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
    resize_term(Int32(window.ws_row), Int32(window.ws_col))
  }
}
