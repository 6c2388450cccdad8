internal import CNcursesW
import Glibc

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
