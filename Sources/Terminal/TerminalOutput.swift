import Glibc

/// Bytes that go to the terminal beside ncurses, after all that it has written.
enum TerminalOutput {
  static func write(_ text: String) {
    fflush(nil)
    write(Array(text.utf8))
  }

  /// All of them, unless the terminal is gone.
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        return
      }
    }
  }
}
