internal import CNcursesW
import Glibc

/// The stream that ncurses writes to, so that a frame reaches the terminal in one piece.
///
/// ncurses writes out what it has before nearly every move of the cursor, thirty times for a frame with a
/// side pane. Each time whoever reads the terminal is woken, which takes longer than all the rest of
/// painting.
final class OutputRelay {
  /// What ncurses is opened with.
  let stream: UnsafeMutablePointer<FILE>
  /// The descriptor behind `stream`: the terminal, and during an update `memory`.
  private let descriptor: Int32
  /// Holds an update until it is whole; -1 where the system has no such file, and then nothing is held.
  private let memory: Int32

  /// A stream to standard output; nil when there are no descriptors left.
  init?() {
    descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0, let opened = fdopen(descriptor, "w") else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    stream = opened
    memory = kept_memory()
  }

  deinit {
    fclose(stream)
    if memory >= 0 { close(memory) }
  }

  /// Runs an update of the screen and sends what it wrote at once. What is written beside ncurses is not
  /// held.
  func inOnePiece(_ update: () -> Void) {
    guard memory >= 0, kept_redirect(descriptor, memory) >= 0 else { return update() }
    update()
    kept_redirect(descriptor, STDOUT_FILENO)
    let length = Int(lseek(memory, 0, SEEK_CUR))
    lseek(memory, 0, SEEK_SET)
    guard length > 0 else { return }
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = max(pread(memory, buffer.baseAddress, length, 0), 0)
    }
    TerminalOutput.write(bytes)
  }
}

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
