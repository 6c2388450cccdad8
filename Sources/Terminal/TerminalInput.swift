internal import CNcursesW
import Glibc
public import TextScreen

extension TerminalSession {
  private static let mostPasted = 1 << 20

  /// Waits for the next event, for ever without a timeout; nil when the time is over.
  ///
  /// After the terminal has gone it answers `.hangUp` at once, every time.
  public func next(timeout: Duration? = nil) -> InputEvent? {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      collect()
      if !queue.isEmpty { return queue.removeFirst() }
      if isInputGone { return .hangUp }
      guard waitForInput(until: deadline) else { return nil }
    }
  }

  /// Whether an event is there already: a caller paints only when none is, so that a held key does not lag.
  public var hasPendingInput: Bool {
    collect()
    return !queue.isEmpty
  }

  /// Leaves the processor to the terminal for a moment, so that it shows what was painted; false when somebody wants
  /// something meanwhile.
  public func staysQuiet(for time: Duration) -> Bool {
    !hasPendingInput && !isInputGone && !waitForInput(until: ContinuousClock.now + time)
  }

  /// Reads what is there: signals first, then keys up to the first that means something.
  private func collect() {
    while let signal = signals.next() { take(signal) }
    while queue.isEmpty && !isInputGone {
      guard let events = KeyDecoder.decode(readRaw, paste: readPaste, mouse: readMouse) else { return }
      for event in events { take(event) }
    }
  }

  private func take(_ event: InputEvent) {
    if event == .key(.control("z")) {
      suspend()
    } else {
      queue.append(event)
    }
  }

  private func take(_ signal: Int32) {
    switch signal {
    case SIGWINCH:
      adoptSize()
      repaint()
      queue.removeAll { if case .resize = $0 { true } else { false } }
      queue.append(.resize(size))
    case SIGINT: queue.append(.key(.control("c")))
    case SIGTSTP: suspend()
    case SIGCONT: runOutside {}
    default: queue.append(.hangUp)
    }
  }

  /// Sleeps until there is something to read; false when the time is over.
  private func waitForInput(until deadline: ContinuousClock.Instant?) -> Bool {
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let found = poll(&sources, 2, Self.milliseconds(until: deadline))
    if found == 0 { return false }
    let state = Int32(sources[0].revents)
    if found < 0, errno != EINTR { isInputGone = true }
    if state & (POLLHUP | POLLERR | POLLNVAL) != 0 || (state & POLLIN != 0 && availableBytes() == 0) {
      isInputGone = true
    }
    return true
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
    return Int32(min(max(left.rounded(.up), 0), 3_600_000))
  }

  /// A terminal that is readable without a byte has ended.
  private func availableBytes() -> Int32 {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 ? count : 0
  }

  private func readRaw() -> RawKey? {
    var value = wint_t()
    switch wget_wch(screen.keyboard, &value) {
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    case OK: return .character(Unicode.Scalar(value) ?? "\u{FFFD}")
    default: return nil
    }
  }

  private func readMouse() -> InputEvent? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let position = Position(column: Int(event.x), row: Int(event.y))
    if event.bstate & kept_click != 0 { return .click(position) }
    if event.bstate & kept_wheel_up != 0 { return .wheel(-3, at: position) }
    if event.bstate & kept_wheel_down != 0 { return .wheel(3, at: position) }
    return nil
  }

  /// Reads to the end of a paste; what is over the limit is read and dropped, and one that never ends is cut off
  /// after a second without a byte.
  private func readPaste() -> String {
    var text = String.UnicodeScalarView()
    var size = 0
    while true {
      guard let raw = readRaw() else {
        var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        if poll(&source, 1, 1000) <= 0 || availableBytes() == 0 { return String(text) }
        continue
      }
      switch raw {
      case .code(KeySequences.pasteEnd): return String(text)
      case .character(let scalar) where size < Self.mostPasted:
        text.append(scalar)
        size += 1
      default: continue
      }
    }
  }
}

/// Signals as things to read between events instead of interruptions.
final class SignalInbox {
  private static let taken = [SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT]

  private(set) var descriptor: Int32 = -1
  private var foundMask = sigset_t()
  private var foundActions: [sigaction] = []

  /// Blocks the signals and reads them from now on.
  func open() {
    guard descriptor < 0 else { return }
    var set = sigset_t()
    sigemptyset(&set)
    for signal in Self.taken { sigaddset(&set, signal) }
    sigprocmask(SIG_BLOCK, &set, &foundMask)
    foundActions = Self.taken.map { signal in
      var action = sigaction()
      sigaction(signal, nil, &action)
      return action
    }
    descriptor = signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
  }

  /// The next signal that has arrived.
  func next() -> Int32? {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard descriptor >= 0, read(descriptor, &information, size) == size else { return nil }
    return Int32(bitPattern: information.ssi_signo)
  }

  /// Lets the signals act as they were found to, without the handlers that ncurses has put on them meanwhile; those
  /// that wait to be read are dropped.
  func close() {
    guard descriptor >= 0 else { return }
    while next() != nil {}
    Glibc.close(descriptor)
    descriptor = -1
    for (signal, action) in zip(Self.taken, foundActions) {
      var action = action
      sigaction(signal, &action, nil)
    }
    sigprocmask(SIG_SETMASK, &foundMask, nil)
  }
}
