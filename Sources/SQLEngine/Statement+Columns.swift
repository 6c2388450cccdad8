import CSQLite

/// Reading the current row, columns counted from 0.
extension Statement {
  /// An integer; 0 for NULL.
  public func int64(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

  /// An integer; 0 for NULL.
  public func int(_ column: Int) -> Int { Int(int64(column)) }

  /// An integer, or nil for NULL.
  public func optionalInt64(_ column: Int) -> Int64? { isNull(column) ? nil : int64(column) }

  /// An integer, or nil for NULL.
  public func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }

  /// Text; empty for NULL.
  public func text(_ column: Int) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  /// Text, or nil for NULL.
  public func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// Bytes; empty for NULL.
  public func blob(_ column: Int) -> [UInt8] { withBytes(column) { Array($0) } }

  /// The value, whatever its type.
  public func cell(_ column: Int) -> SQLCell {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(int64(column))
    case SQLITE_BLOB: .bytes(blob(column))
    default: .text(text(column))
    }
  }

  /// Whether the column is NULL.
  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// The bytes of text or a blob without a copy, valid only inside `body`.
  public func withBytes<Result, Failure: Error>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // For text this gives its UTF-8 bytes; asking for text first would only add a terminator.
    let start = sqlite3_column_blob(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return try body(UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count))
  }
}
