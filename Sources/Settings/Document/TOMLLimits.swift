import Receivables

/// What a settings file may be at most. The parser goes one call deeper for each part of a dotted key, until the stack
/// ends; and what is checked entry by entry takes too long for hundreds of thousands of them.
enum TOMLLimits {
  /// Bytes of a file. The shipped policy has 20,000.
  static let bytes = 1_000_000
  /// Dots in a line, wherever they stand: more than any key or sentence has.
  static let dots = 1_000
  /// Entries of a list.
  static let entries = 2_000

  /// What is too much in a text that was not parsed yet.
  static func fault(in text: String, of file: String) -> SettingsError? {
    guard text.utf8.count <= bytes else {
      return SettingsError(
        file: file, position: nil,
        reason: "The file has \(text.utf8.count) bytes; a settings file has \(bytes) at most.")
    }
    // Every start reads a policy, and hardly a text has so many dots at all. An array is looked through ten times as fast.
    guard Array(text.utf8).count(where: { $0 == UInt8(ascii: ".") }) > dots else { return nil }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.count > dots {
      guard line.count(where: { $0 == UInt8(ascii: ".") }) > dots else { continue }
      return SettingsError(
        file: file, position: TextPosition(line: index + 1, column: 1),
        reason: "The line has more than \(dots) dots; no key has so many parts.")
    }
    return nil
  }
}
