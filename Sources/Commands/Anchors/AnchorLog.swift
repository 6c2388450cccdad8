import Glibc

/// Logs of any size in which anchors stand, read line by line.
enum AnchorLog {
  /// The anchors in the file at `path`, `-` for the standard input; lines of anything else are passed over. Throws
  /// `CommandFailure` when it cannot be read.
  static func anchors(in path: String) throws(CommandFailure) -> [Anchor] {
    func failure() -> CommandFailure {
      CommandFailure("Could not read \(path): \(String(cString: strerror(errno))).", .inputOutput)
    }
    let file = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "re")
    guard let file else { throw failure() }
    defer { fclose(file) }
    var anchors: [Anchor] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0 {
      guard let line, strstr(line, Anchor.mark) != nil else { continue }
      let text = String(cString: line)
      if let anchor = Anchor(line: text.last?.isNewline == true ? text.dropLast() : text[...]) {
        anchors.append(anchor)
      }
    }
    guard ferror(file) == 0 else { throw failure() }
    return anchors
  }

  /// One byte of the file; nil where there is none.
  static func byte(at offset: off_t, of path: String) -> UInt8? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var byte: UInt8 = 0
    return pread(descriptor, &byte, 1, offset) == 1 ? byte : nil
  }
}
