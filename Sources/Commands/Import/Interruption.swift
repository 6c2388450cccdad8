import Glibc

/// Whether Ctrl-C was pressed while a command listens for it.
enum Interruption {
  // Only a signal handler writes it, only the main thread reads it, and it is one machine word.
  nonisolated(unsafe) private static var flag: sig_atomic_t = 0

  static var hasCome: Bool { flag != 0 }

  /// From now on Ctrl-C no longer ends the program.
  static func listen() {
    flag = 0
    signal(SIGINT) { _ in Interruption.flag = 1 }
  }

  /// Ctrl-C ends the program again.
  static func stopListening() { signal(SIGINT, SIG_DFL) }
}
