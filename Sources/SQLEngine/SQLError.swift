/// What the database refused, with the statement that it refused.
public struct SQLError: Error, Hashable, Sendable {
  /// Result code of SQLite without its extension: 5 is `SQLITE_BUSY`.
  public let code: Int32
  /// The full code: 517 is `SQLITE_BUSY_SNAPSHOT`.
  public let extendedCode: Int32
  /// The database's own words.
  public let message: String
  /// The text of the statement; empty when no statement was involved.
  public let sql: String

  /// An error with its extended code; the plain code is its low byte.
  public init(extendedCode: Int32, message: String, sql: String) {
    code = extendedCode & 0xFF
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
  }
}

extension SQLError: CustomStringConvertible {
  /// `"database is locked (5) in: insert into …"`.
  public var description: String {
    sql.isEmpty ? "\(message) (\(extendedCode))" : "\(message) (\(extendedCode)) in: \(sql)"
  }
}
