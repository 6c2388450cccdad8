internal import CNcursesW
import Glibc
import TextScreen

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

/// What the handler needs, in plain memory.
struct CrashState {
  var found: termios
  let farewell: UnsafeBufferPointer<UInt8>
  let held: Int32
  let terminal: Int32
}

/// Standard error while the screen is ours: kept aside so that it cannot spoil the screen, and shown afterwards.
final class HeldErrors {
  /// Where it is kept; -1 when standard error does not go to a terminal and is left alone.
  private(set) var store: Int32 = -1
  /// The terminal.
  private(set) var terminal: Int32 = -1

  init() { hold() }

  func hold() {
    guard store < 0, isatty(STDERR_FILENO) == 1 else { return }
    fflush(nil)
    let memory = kept_memory()
    guard memory >= 0 else { return }
    terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard terminal >= 0, dup2(memory, STDERR_FILENO) >= 0 else {
      close(memory)
      return
    }
    store = memory
  }

  /// Gives standard error back and shows what was held.
  func release() {
    guard store >= 0 else { return }
    fflush(nil)
    HeldErrors.show(store, on: terminal)
    dup2(terminal, STDERR_FILENO)
    close(store)
    close(terminal)
    store = -1
    terminal = -1
  }

  /// Copies what is held to the terminal, with calls that are allowed in a signal handler.
  static func show(_ store: Int32, on terminal: Int32) {
    lseek(store, 0, SEEK_SET)
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
      while true {
        let count = read(store, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        write(terminal, buffer.baseAddress, count)
      }
    }
  }
}

extension TerminalSession {
  /// Stops the job as ^Z does in a shell; returns when it is continued, with `.resumed` as the next event. Waits for
  /// `allowSuspension()` after `postponeSuspension()`.
  public func suspend() {
    guard !isSuspensionPostponed else {
      isSuspensionDue = true
      return
    }
    runOutside { kill(0, SIGTSTP) }
  }

  /// From now on ^Z waits: who is stopped in the middle of a write keeps all other sessions from writing.
  public func postponeSuspension() { isSuspensionPostponed = true }

  /// ^Z stops the job again, at once when it was pressed meanwhile.
  public func allowSuspension() {
    isSuspensionPostponed = false
    guard isSuspensionDue else { return }
    isSuspensionDue = false
    suspend()
  }

  /// Runs something that needs the terminal, such as an editor, and takes the terminal back afterwards, with
  /// `.resumed` as the next event.
  public func runOutside(_ body: () -> Void) {
    lend(body)
    queue.append(.resumed)
  }
}
