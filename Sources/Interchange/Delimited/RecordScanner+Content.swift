extension RecordScanner {
  /// Calls `body` with the content of `field`, quotes resolved.
  @inline(__always)
  func content<Result, Failure: Error>(
    of field: RecordField, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard field.quoting == .none else { return try body(resolved(field).span) }
    return try body(UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]).span)
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
    var index = field.quoting == .partial ? field.start + 1 : field.start
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
