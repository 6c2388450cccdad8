import Glibc
import TextScreen

/// Where a command writes its result and what it has to say about it.
enum StandardOutput {
  /// Writes all of `text`. That nobody reads any more, as after `| head`, is no failure, and the command ends as it
  /// would have. Throws `CommandFailure` when it cannot be written.
  static func write(_ text: String) throws(CommandFailure) {
    guard !put(text, to: STDOUT_FILENO), errno != EPIPE else { return }
    throw CommandFailure("Could not write the output: \(String(cString: strerror(errno))).", .inputOutput)
  }

  /// Says `sentence` to the person, beside the output. It may quote files and books, which must not move the cursor.
  static func say(_ sentence: String) { _ = put(safeLines(sentence) + "\n", to: STDERR_FILENO) }

  /// `text` with its line ends, everything between them sanitised.
  private static func safeLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Sanitised.text(of: String($0)) }
      .joined(separator: "\n")
  }

  private static func put(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}
