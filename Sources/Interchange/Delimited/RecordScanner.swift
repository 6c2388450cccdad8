import Receivables

/// Cuts delimited text into records, on bytes. Fields stay where they are; nothing is copied.
///
/// RFC 4180, and what exports make of it: any line end, spaces around fields, quotes inside unquoted fields.
struct RecordScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  /// Where the next record begins.
  private(set) var position: Int
  /// The line on which the next record begins, from 1.
  private(set) var line: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from position: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.position = position
    self.line = line
  }

  /// Reads the next record into `record`; false at the end. Throws `Refusal` for a NUL and an unclosed quote.
  mutating func next(_ record: inout Record) throws(Refusal) -> Bool {
    record.fields.removeAll(keepingCapacity: true)
    record.line = line
    guard position < bytes.count else { return false }
    while true {
      try scanField(into: &record)
      guard position < bytes.count else { return true }
      let end = bytes[position]
      position += 1
      if end == delimiter {
        guard position < bytes.count else {
          record.fields.append(RecordField(start: position, end: position))
          return true
        }
        continue
      }
      if end == .carriageReturn, position < bytes.count, bytes[position] == .lineFeed { position += 1 }
      line += 1
      return true
    }
  }

  /// Leaves `position` on the delimiter, on the line end or behind the last byte.
  private mutating func scanField(into record: inout Record) throws(Refusal) {
    var start = position
    while start < bytes.count, bytes[start] == .space { start += 1 }
    if start < bytes.count, bytes[start] == .quote {
      record.fields.append(try scanQuoted(from: start))
    } else {
      record.fields.append(try scanPlain(from: start))
    }
  }

  private mutating func scanPlain(from start: Int) throws(Refusal) -> RecordField {
    let count = bytes.count
    var index = start
    while index < count {
      let byte = bytes[index]
      if byte == delimiter { break }
      if byte <= .carriageReturn {
        if byte == .lineFeed || byte == .carriageReturn { break }
        if byte == 0 { throw nul(line) }
      }
      index &+= 1
    }
    position = index
    return RecordField(start: start, end: trimmed(start, index))
  }

  private mutating func scanQuoted(from quote: Int) throws(Refusal) -> RecordField {
    let opened = line
    var index = quote + 1
    var hasQuotesInside = false
    while true {
      guard index < bytes.count else {
        throw Refusal(
          line: opened,
          reason: "A quotation mark opens here and is never closed. Correct the line in the export.")
      }
      let byte = bytes[index]
      index += 1
      switch byte {
      case .quote:
        guard index < bytes.count, bytes[index] == .quote else {
          return try closeQuoted(from: quote, at: index, hasQuotesInside: hasQuotesInside)
        }
        hasQuotesInside = true
        index += 1
      case .lineFeed: line += 1
      case .carriageReturn: if index == bytes.count || bytes[index] != .lineFeed { line += 1 }
      case 0: throw nul(line)
      default: break
      }
    }
  }

  /// `index` is behind the closing quote. Text after it belongs to the field.
  private mutating func closeQuoted(
    from quote: Int, at index: Int, hasQuotesInside: Bool
  ) throws(Refusal) -> RecordField {
    let rest = try scanPlain(from: index)
    if rest.end <= index {
      return RecordField(start: quote + 1, end: index - 1, quoting: hasQuotesInside ? .doubled : .none)
    }
    return RecordField(start: quote, end: rest.end, quoting: .partial)
  }

  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1] == .space { end -= 1 }
    return end
  }

  private func nul(_ line: Int) -> Refusal {
    Refusal(
      line: line, reason: "The line holds a NUL byte: the file is damaged or is not text. Export it again.")
  }
}

extension UInt8 {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
}
