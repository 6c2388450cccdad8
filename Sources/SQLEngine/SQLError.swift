import CSQLite

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

extension SQLError {
  /// The failures that a caller answers differently.
  public enum Kind: Hashable, Sendable {
    /// Another connection holds what is needed.
    case busy
    /// The disk is full; the transaction was rolled back.
    case full
    /// Nothing can be written.
    case readOnly
    /// The file cannot be opened.
    case cannotOpen
    /// The file is not a database.
    case notADatabase
    /// The file is damaged.
    case corrupt
    /// The operating system failed to read or write. A commit that ends so may have happened.
    case io
    /// A rule of the schema refused the row.
    case constraint
    /// The progress handler asked to stop.
    case interrupted
    /// Anything else: a mistake in this program.
    case other
  }

  /// Which of them this is.
  public var kind: Kind {
    switch code {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .full
    case SQLITE_READONLY, SQLITE_PERM: .readOnly
    case SQLITE_CANTOPEN: .cannotOpen
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .corrupt
    case SQLITE_IOERR: .io
    case SQLITE_CONSTRAINT: .constraint
    case SQLITE_INTERRUPT: .interrupted
    default: .other
    }
  }

  /// Whether an `io` error was want of space: none for the memory that connections share beside the file.
  public var isWantOfSpace: Bool { extendedCode == kept_sqlite_no_space_beside }
}
