internal import CNcursesW
import Glibc

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
