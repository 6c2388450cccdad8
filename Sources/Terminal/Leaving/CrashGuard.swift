import Glibc

/// Gives the terminal back when the process crashes or exits without closing the session.
///
/// A trap in Swift does not unwind, so a signal handler does it, with nothing but calls that are allowed there and
/// memory that was set aside before.
enum CrashGuard {
  private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT]

  /// How the terminal was found.
  static func foundState() -> termios {
    var state = termios()
    tcgetattr(STDIN_FILENO, &state)
    return state
  }

  /// From now on every way out gives the terminal back.
  static func arm(found: termios, farewell: String, heldErrors: HeldErrors) {
    let bytes = Array(farewell.utf8)
    let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = text.initialize(from: bytes)
    let state = UnsafeMutablePointer<CrashState>.allocate(capacity: 1)
    state.initialize(
      to: CrashState(
        found: found, farewell: UnsafeBufferPointer(text), held: heldErrors.store,
        terminal: heldErrors.terminal))
    crashState = state
    if !isRegistered {
      isRegistered = true
      atexit { giveTerminalBack() }
      prepareStack()
    }
    for signal in signals { install(signal) }
  }

  /// The session has ended in order.
  static func disarm() {
    guard let state = crashState else { return }
    crashState = nil
    for signal in signals { Glibc.signal(signal, SIG_DFL) }
    state.pointee.farewell.deallocate()
    state.deallocate()
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
      giveTerminalBack()
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
    }
    action.sa_flags = Int32(SA_ONSTACK)
    sigaction(signal, &action, nil)
  }
}

/// What the handler needs, in plain memory.
private struct CrashState {
  var found: termios
  let farewell: UnsafeBufferPointer<UInt8>
  let held: Int32
  let terminal: Int32
}

nonisolated(unsafe) private var crashState: UnsafeMutablePointer<CrashState>?
nonisolated(unsafe) private var isRegistered = false

private func giveTerminalBack() {
  guard let state = crashState else { return }
  crashState = nil
  write(STDOUT_FILENO, state.pointee.farewell.baseAddress, state.pointee.farewell.count)
  tcsetattr(STDIN_FILENO, TCSANOW, &state.pointee.found)
  if state.pointee.held >= 0 {
    HeldErrors.show(state.pointee.held, on: state.pointee.terminal)
    dup2(state.pointee.terminal, STDERR_FILENO)
  }
}
