import Receivables

/// One record of a BAI2 file with the lines that continue it.
///
/// Fields stand between commas; a slash at the end of a line ends the record, or its part on that line, and may be missing.
/// A slash or, in a text, a comma within a line is what it is.
struct BAI2Record {
  /// `"16"`.
  let code: String
  /// The line on which it begins, from 1.
  let line: Int
  /// What stands behind the code, line by line, without the slash at the end.
  private var lines: [TextPiece]
  /// The line that the next field is read from.
  private var current = 0
  private var isAtEnd = false

  init(code: String, line: Int, first: TextPiece) {
    self.code = code
    self.line = line
    lines = [first]
  }

  /// How many lines it has.
  var count: Int { lines.count }

  mutating func append(_ line: TextPiece) { lines.append(line) }

  /// Whether nothing follows.
  var isRead: Bool { isAtEnd }

  /// The next field without spaces around it; empty behind the last.
  mutating func field() -> String {
    guard !isAtEnd else { return "" }
    let rest = lines[current]
    let end = rest.firstIndex(of: .comma)
    let field = String(decoding: rest[..<(end ?? rest.endIndex)], as: UTF8.self)
    if let end {
      // Nothing between a comma and the end of the line is an empty field too.
      lines[current] = rest[(end + 1)...]
    } else {
      current += 1
      isAtEnd = current == lines.count
    }
    return field.oneLine ?? ""
  }

  /// Everything that was not read, as one line: the text of a transaction.
  mutating func rest() -> String {
    guard !isAtEnd else { return "" }
    isAtEnd = true
    let pieces = lines[current...].compactMap { String(decoding: $0, as: UTF8.self).oneLine }
    return pieces.joined(separator: " ")
  }
}

/// Cuts a file into records.
struct BAI2Records {
  /// Lines in one record; banks write some dozens of text.
  private static let mostLines = 2_000

  private var lines: StatementLines
  private var ahead: BAI2Record?

  init(_ bytes: UnsafeBufferPointer<UInt8>) { lines = StatementLines(bytes) }

  /// The next record; nil at the end. Throws `Refusal` for a line that is none.
  mutating func next() throws(Refusal) -> BAI2Record? {
    var record = ahead
    ahead = nil
    while let bytes = lines.next() {
      let line = Self.trimmed(bytes)
      guard !line.isEmpty else { continue }
      let code = String(decoding: line.prefix(2), as: UTF8.self)
      // Some banks write "88:" before text.
      guard line.count >= 2, line.prefix(2).allSatisfy(\.isDigit),
        line.dropFirst(2).first.map({ $0 == .comma || $0 == .slash || ($0 == .colon && code == "88") })
          ?? true
      else { throw stray(line) }
      let content = Self.withoutSlash(line.dropFirst(3))
      if code == "88" {
        guard var open = record else { throw stray(line) }
        guard open.count < Self.mostLines else {
          throw Refusal(
            line: open.line,
            reason: "The record has more lines than any statement has. The file is damaged, or no statement.")
        }
        open.append(content)
        record = open
        continue
      }
      let begun = BAI2Record(code: code, line: lines.number, first: content)
      guard let record else {
        record = begun
        continue
      }
      ahead = begun
      return record
    }
    return record
  }

  private func stray(_ line: TextPiece) -> Refusal {
    Refusal(
      line: lines.number,
      reason:
        "\(Quoted(String(decoding: line.prefix(60), as: UTF8.self))) is no record of BAI2, which begin with two "
        + "digits and a comma. Fetch the statement from the bank again.")
  }

  private static func trimmed(
    _ line: TextPiece
  ) -> TextPiece {
    var line = line.drop(while: \.isBlank)
    while line.last?.isBlank == true { line.removeLast() }
    return line
  }

  private static func withoutSlash(
    _ line: TextPiece
  ) -> TextPiece {
    line.last == .slash ? line.dropLast() : line
  }
}
