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
    record.broken = nil
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

  /// The same below headings: what makes the text unreadable is told with its column.
  mutating func next(_ record: inout Record, under names: [String]) throws(Refusal) -> Bool {
    do throws(Refusal) {
      return try next(&record)
    } catch {
      let column = record.fields.count
      throw Refusal(
        line: error.line, column: column < names.count ? names[column] : nil, reason: error.reason)
    }
  }

  /// Leaves `position` on the delimiter, on the line end or behind the last byte.
  @inline(__always)
  private mutating func scanField(into record: inout Record) throws(Refusal) {
    var start = position
    while start < bytes.count, bytes[start] == .space { start += 1 }
    if start < bytes.count, bytes[start] == .quote {
      let field = try scanQuoted(from: start)
      if field.quoting == .broken, record.broken == nil { record.broken = record.fields.count }
      record.fields.append(field)
    } else {
      record.fields.append(try scanPlain(from: start))
    }
  }

  @inline(__always)
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

  /// `index` is behind the closing quote. Text after it belongs to the field: then the quotes were meant as they stand,
  /// unless what they hold needs them.
  private mutating func closeQuoted(
    from quote: Int, at index: Int, hasQuotesInside: Bool
  ) throws(Refusal) -> RecordField {
    let rest = try scanPlain(from: index)
    if rest.end <= index {
      return RecordField(start: quote + 1, end: index - 1, quoting: hasQuotesInside ? .doubled : .none)
    }
    let needsQuotes =
      hasQuotesInside
      || bytes[(quote + 1)..<(index - 1)].contains {
        $0 == delimiter || $0 == .lineFeed || $0 == .carriageReturn
      }
    return RecordField(start: quote, end: rest.end, quoting: needsQuotes ? .broken : .none)
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

/// One record of a delimited text: a line, or several when a quoted field holds line ends.
struct Record {
  /// The line on which it begins, from 1.
  var line = 1
  var fields: [RecordField] = []
  /// The first field whose quotation marks cannot be understood.
  var broken: Int?

  /// An empty line, or one of spaces.
  var isBlank: Bool { fields.count == 1 && fields[0].isEmpty }

  /// Whether anything stands behind the last of `count` columns.
  func overruns(_ count: Int) -> Bool {
    fields.count > count && fields[count...].contains { !$0.isEmpty }
  }
}

/// Where a field's bytes lie in the text.
struct RecordField {
  /// What has to be done before the bytes can be used.
  enum Quoting: UInt8 {
    /// Nothing.
    case none
    /// Two quotes stand for one: `say ""when""`.
    case doubled
    /// Text follows a closing quote that was needed: `"Smith, John" & Sons`. The field begins at its opening quote.
    case broken
  }

  /// First byte; surrounding quotes and spaces are left out.
  var start: Int
  /// Behind the last byte.
  var end: Int
  var quoting = Quoting.none

  var isEmpty: Bool { start == end }
}

extension RecordScanner {
  /// Calls `body` with the content of `field`, quotes resolved.
  @inline(__always)
  func content<Result, Failure: Error>(
    of field: RecordField, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard field.quoting == .none else { return try body(resolved(field).span) }
    return try body(UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]).span)
  }

  /// Whether both hold the same bytes, and these can be used as they are.
  func isSame(_ field: RecordField?, _ other: RecordField?) -> Bool {
    guard let field, let other else { return field == nil && other == nil }
    let count = field.end - field.start
    guard count == other.end - other.start, field.quoting == .none, other.quoting == .none else {
      return false
    }
    for index in 0..<count where bytes[field.start + index] != bytes[other.start + index] { return false }
    return true
  }

  /// The content of `field` without spaces around it.
  func string(_ field: RecordField) -> String {
    guard field.quoting == .none else { return Self.string(resolved(field)[...]) }
    return Self.string(bytes[field.start..<field.end])
  }

  private static func string(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    let isBlank = { (byte: UInt8) in
      byte == .space || byte == 0x09 || byte == .lineFeed || byte == .carriageReturn
    }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  private func resolved(_ field: RecordField) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(field.end - field.start)
    var index = field.quoting == .broken ? field.start + 1 : field.start
    var isQuoted = true
    while index < field.end {
      let byte = bytes[index]
      index += 1
      if byte == .quote, isQuoted {
        guard index < field.end, bytes[index] == .quote else {
          isQuoted = false
          continue
        }
        index += 1
      }
      result.append(byte)
    }
    return result
  }
}
