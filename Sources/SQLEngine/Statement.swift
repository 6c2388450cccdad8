import CSQLite

/// One prepared SQL text. After a `step()` that returned true it also is the row that was found.
///
/// Parameters are written `$1`, `$2` …, the form that SQLite and PostgreSQL share, and are bound by that number
/// wherever and however often they stand in the text.
public final class Statement {
  /// The text it was made from.
  public let sql: String
  let handle: OpaquePointer
  private let connection: OpaquePointer
  /// SQLite numbers `$n` by first appearance, so `$2` may be its first parameter.
  private let indices: [Int32]
  /// Texts of the row that is bound, which SQLite then need not copy one by one.
  private let texts: UnsafeMutableRawBufferPointer
  private var textsEnd = 0

  init(_ sql: String, on connection: OpaquePointer) throws(SQLError) {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else {
      throw SQLError(connection, sql: sql)
    }
    self.sql = sql
    self.connection = connection
    handle = prepared
    let count = Int(sqlite3_bind_parameter_count(prepared))
    texts = .allocate(byteCount: max(2_048, count * 16), alignment: 1)
    indices = (0..<count).map { offset in
      sqlite3_bind_parameter_index(prepared, "$\(offset + 1)")
    }
  }

  deinit {
    sqlite3_finalize(handle)
    texts.deallocate()
  }

  /// Whether rows of it are still being read.
  var isRunning: Bool { sqlite3_stmt_busy(handle) != 0 }

  /// Moves to the next row; false when there is none, and the statement is then ready for the next run.
  /// Throws `SQLError` and is ready again too.
  public func step() throws(SQLError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW:
      return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    default:
      let error = SQLError(connection, sql: sql)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Gives up the rows that were not read. Bound values stay.
  public func reset() { sqlite3_reset(handle) }

  /// Binds `values` to `$1`, `$2` …; nil is NULL. Throws `SQLError`.
  public func bind(_ values: [(any SQLValue)?]) throws(SQLError) {
    precondition(values.count == indices.count, "\(indices.count) parameters in: \(sql)")
    for (offset, value) in values.enumerated() {
      if let value { try value.bind(to: self, at: offset + 1) } else { try bindNull(at: offset + 1) }
    }
  }

  /// Binds `cells` to `$1`, `$2` …. Throws `SQLError`.
  func bind(_ cells: [SQLCell]) throws(SQLError) {
    precondition(cells.count == indices.count, "\(indices.count) parameters in: \(sql)")
    beginRow()
    for (offset, cell) in cells.enumerated() {
      if case .text(let text) = cell {
        try bind(inRow: text, at: offset + 1)
      } else {
        try cell.bind(to: self, at: offset + 1)
      }
    }
  }

  /// Begins a row all of whose parameters are bound anew.
  func beginRow() { textsEnd = 0 }

  /// Binds text of the row that was begun to `$number`. Throws `SQLError`.
  func bind(inRow value: String, at number: Int) throws(SQLError) {
    var value = value
    let code = value.withUTF8 { utf8 in
      guard utf8.count <= texts.count - textsEnd else {
        return kept_sqlite_bind_text(handle, indices[number - 1], utf8.baseAddress, UInt64(utf8.count))
      }
      let room = UnsafeMutableRawBufferPointer(rebasing: texts[textsEnd..<(textsEnd + utf8.count)])
      room.copyMemory(from: UnsafeRawBufferPointer(utf8))
      textsEnd += utf8.count
      return kept_sqlite_bind_kept_text(handle, indices[number - 1], room.baseAddress, UInt64(utf8.count))
    }
    try check(code)
  }

  /// Binds an integer to `$number`. Throws `SQLError`.
  public func bind(_ value: Int64, at number: Int) throws(SQLError) {
    try check(sqlite3_bind_int64(handle, indices[number - 1], value))
  }

  /// Binds text to `$number`. Throws `SQLError`.
  public func bind(_ value: String, at number: Int) throws(SQLError) {
    var value = value
    let code = value.withUTF8 {
      kept_sqlite_bind_text(handle, indices[number - 1], $0.baseAddress, UInt64($0.count))
    }
    try check(code)
  }

  /// Binds bytes to `$number`. Throws `SQLError`.
  public func bind(_ value: [UInt8], at number: Int) throws(SQLError) {
    let code = value.withUnsafeBytes {
      kept_sqlite_bind_blob(handle, indices[number - 1], $0.baseAddress, UInt64($0.count))
    }
    try check(code)
  }

  /// Binds NULL to `$number`. Throws `SQLError`.
  public func bindNull(at number: Int) throws(SQLError) {
    try check(sqlite3_bind_null(handle, indices[number - 1]))
  }

  /// Runs it to its end; bound values stay. Throws `SQLError`.
  public func run() throws(SQLError) { while try step() {} }

  /// The same with `cells` for `$1`, `$2` …. Throws `SQLError`.
  public func run(_ cells: [SQLCell]) throws(SQLError) {
    try bind(cells)
    try run()
  }

  private func check(_ code: Int32) throws(SQLError) {
    guard code == SQLITE_OK else { throw SQLError(connection, sql: sql) }
  }
}

extension SQLError {
  /// What the connection says went wrong last.
  init(_ connection: OpaquePointer?, sql: String) {
    self.init(
      extendedCode: sqlite3_extended_errcode(connection),
      message: String(cString: sqlite3_errmsg(connection)),
      sql: sql)
  }
}

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

  /// Whether text or a blob has these bytes.
  public func has(_ bytes: [UInt8], _ column: Int) -> Bool {
    withBytes(column) { $0.count == bytes.count && $0.elementsEqual(bytes) }
  }

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
