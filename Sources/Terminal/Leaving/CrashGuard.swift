import Glibc

/// Gives the terminal back when the process crashes or exits without closing the session.
///
/// A trap in Swift does not unwind, so a signal handler does it, with nothing but calls that are allowed there and
/// memory that was set aside before.
enum CrashGuard {
  nonisolated(unsafe) private static var state: UnsafeMutablePointer<CrashState>?
  nonisolated(unsafe) private static var isRegistered = false
  private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT]

  /// How the terminal was found.
  static func foundState() -> termios {
    var found = termios()
    tcgetattr(STDIN_FILENO, &found)
    return found
  }

  /// From now on every way out gives the terminal back.
  static func arm(found: termios, farewell: String, heldErrors: HeldErrors) {
    let bytes = Array(farewell.utf8)
    let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = text.initialize(from: bytes)
    let crash = UnsafeMutablePointer<CrashState>.allocate(capacity: 1)
    crash.initialize(
      to: CrashState(
        found: found, farewell: UnsafeBufferPointer(text), held: heldErrors.store,
        terminal: heldErrors.terminal))
    state = crash
    if !isRegistered {
      isRegistered = true
      atexit { CrashGuard.giveTerminalBack() }
      prepareStack()
    }
    for signal in signals { install(signal) }
  }

  /// The terminal has been given back in order, for good or for a while.
  static func disarm() {
    guard let crash = state else { return }
    state = nil
    for signal in signals { Glibc.signal(signal, SIG_DFL) }
    crash.pointee.farewell.deallocate()
    crash.deallocate()
  }

  /// A stack of its own lets the handler run when the usual one has overflowed.
  private static func prepareStack() {
    let size = 65_536
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  private static func install(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      CrashGuard.giveTerminalBack()
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
    }
    action.sa_flags = Int32(SA_ONSTACK)
    sigaction(signal, &action, nil)
  }

  /// Undoes what the session did to the terminal; does nothing the second time.
  private static func giveTerminalBack() {
    guard let crash = state else { return }
    state = nil
    write(STDOUT_FILENO, crash.pointee.farewell.baseAddress, crash.pointee.farewell.count)
    tcsetattr(STDIN_FILENO, TCSANOW, &crash.pointee.found)
    if crash.pointee.held >= 0 {
      HeldErrors.show(crash.pointee.held, on: crash.pointee.terminal)
      dup2(crash.pointee.terminal, STDERR_FILENO)
    }
  }
}
