/// The form of an entry's body in the ledger file: one `key value` line a field, in a fixed order, readable with any
/// tool and by a later version. Text that is hashed as evidence must not depend on a library's whims, so this is
/// ours and not JSON.
///
/// Line breaks inside a value are written `\n`, backslashes `\\`. Days are ISO, moments UTC milliseconds, amounts
/// minor units with their currency: `promise.amount 120000 USD`.
enum EntryText {
  /// Adds one line to `text`.
  static func append(_ key: String, _ value: String, to text: inout String) {
    if !text.isEmpty { text.append("\n") }
    text.append(key)
    text.append(" ")
    guard value.utf8.contains(where: { $0 == newline || $0 == backslash }) else { return text.append(value) }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\n": text.append("\\n")
      case "\\": text.append("\\\\")
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// Adds one line when there is a value.
  static func append(_ key: String, _ value: String?, to text: inout String) {
    if let value { append(key, value as String, to: &text) }
  }

  /// Adds one line of numbers when there are any.
  static func append(_ key: String, numbers: [Int64], to text: inout String) {
    guard !numbers.isEmpty else { return }
    append(key, numbers.map { String($0) }.joined(separator: " "), to: &text)
  }

  /// Calls `body` with key and value of every line. Throws what `body` throws.
  static func forEachLine<Failure: Error>(
    of text: Span<UInt8>, _ body: (String, Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var start = 0
    while start < text.count {
      var end = start
      var space = -1
      while end < text.count, text[end] != newline {
        if space < 0, text[end] == 0x20 { space = end }
        end += 1
      }
      if end > start {
        let keyEnd = space < 0 ? end : space
        let valueStart = space < 0 ? end : space + 1
        try body(raw(text.extracting(start..<keyEnd)), text.extracting(valueStart..<end))
      }
      start = end + 1
    }
  }

  static let newline: UInt8 = 0x0A
  static let backslash: UInt8 = 0x5C
}
