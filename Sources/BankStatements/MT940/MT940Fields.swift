import Receivables

/// One field of an MT940: `:86:` and what stands behind it, also on further lines.
struct MT940Field {
  /// `"61"`, `"60F"`.
  let tag: String
  /// The line on which it begins, from 1.
  let line: Int
  /// What stands behind the tag, line by line.
  private(set) var lines: [String]

  /// The first line, without spaces around it.
  var text: String { lines.first?.oneLine ?? "" }

  fileprivate mutating func append(_ line: String) { lines.append(line) }
}

/// Cuts a file into fields, with the envelope of SWIFT around its messages or without.
struct MT940Fields {
  /// Lines in one field; SWIFT allows six in `:86:`, banks write a few more.
  private static let mostLines = 200

  private var lines: StatementLines
  private var ahead: MT940Field?
  private var isBetween = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) { lines = StatementLines(bytes) }

  /// The next field; nil at the end. Lines between messages, which banks fill as they like, are passed by. Throws
  /// `Refusal` for a field that does not end.
  mutating func next() throws(Refusal) -> MT940Field? {
    var field = ahead
    ahead = nil
    while let bytes = lines.next() {
      let content = Self.withoutEnvelope(bytes)
      if let content, let begun = Self.field(content, line: lines.number) {
        isBetween = false
        guard let field else {
          field = begun
          continue
        }
        ahead = begun
        return field
      }
      // A line of "-" ends the message, with an envelope or without.
      if content == nil || Self.isEnd(bytes) {
        isBetween = true
        if let field { return field }
        continue
      }
      guard !isBetween, var open = field else { continue }
      guard open.lines.count < Self.mostLines else {
        throw Refusal(
          line: open.line,
          reason:
            "The field :\(open.tag): has more lines than any statement has. The file is damaged, or no statement."
        )
      }
      open.append(String(decoding: bytes, as: UTF8.self))
      field = open
    }
    return field
  }

  /// What stands behind `{4:` on the line; nil for a line of nothing but envelope.
  private static func withoutEnvelope(
    _ line: TextPiece
  ) -> TextPiece? {
    let isHeader = line.first == 0x7B && line.dropFirst().first?.isDigit == true
    guard isHeader || line.starts(with: [0x2D, 0x7D]) else { return line }
    // The text of a message may begin on the line of its header, and the next header behind the last end.
    let begin: [UInt8] = [0x7B, 0x34, 0x3A]
    guard
      let place = line.indices.last(where: { line[$0...].starts(with: begin) })
    else { return nil }
    let rest = line[(place + 3)...].drop(while: \.isBlank)
    return rest.isEmpty ? nil : rest
  }

  private static func isEnd(_ line: TextPiece) -> Bool {
    line.first == 0x2D && line.dropFirst().allSatisfy(\.isBlank)
  }

  /// `:61:` and what follows; nil for a line that begins no field.
  private static func field(_ line: TextPiece, line number: Int) -> MT940Field? {
    guard line.first == .colon, let end = line.dropFirst().prefix(5).firstIndex(of: .colon) else {
      return nil
    }
    let tag = line[(line.startIndex + 1)..<end]
    guard (2...3).contains(tag.count), tag.allSatisfy({ $0.isDigit || $0.isCapital }),
      tag.first?.isDigit == true || tag.elementsEqual("NS".utf8)
    else { return nil }
    return MT940Field(
      tag: String(decoding: tag, as: UTF8.self), line: number,
      lines: [String(decoding: line[(end + 1)...], as: UTF8.self)])
  }
}
