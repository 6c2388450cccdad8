import Glibc

/// Reads small text files whole.
enum TextFile {
  /// Whether there is a file at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The text of the file. Throws `CommandFailure` when it cannot be read or is not UTF-8.
  static func read(_ path: String) throws(CommandFailure) -> String {
    guard let file = fopen(path, "re") else { throw unreadable(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes.append(contentsOf: chunk[..<count])
      if count < chunk.count { break }
    }
    guard ferror(file) == 0 else { throw unreadable(path) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure("\(path) is not UTF-8 text. Save it as UTF-8 and try again.", .configuration)
    }
    return text
  }

  private static func unreadable(_ path: String) -> CommandFailure {
    CommandFailure("Could not read \(path): \(String(cString: strerror(errno))).", .inputOutput)
  }
}
