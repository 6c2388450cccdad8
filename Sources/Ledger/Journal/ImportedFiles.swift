public import Receivables
import SQLEngine

/// An import as the journal tells it.
public struct ImportedFile: Hashable, Sendable {
  /// The entry that holds it.
  public let entry: EntryNumber
  /// The business date.
  public let day: CalendarDay
  /// True UTC.
  public let recorded: Instant
  /// The operating system's user, and the machine.
  public let actor: String, host: String
  /// Which file, what it changed, and what the books came to after it.
  public let record: ImportRecord
}

extension LedgerFile {
  /// The imports of the journal, the newest first, at most `limit` of them. Those of books from before imports were
  /// recorded there are not among them. Throws `LedgerError`.
  public func imports(limit: Int = .max) throws(LedgerError) -> [ImportedFile] {
    try LedgerError.wrapping("read the imports") {
      try connection.all(
        """
        select number, day, recorded, actor, host, body from journal where kind = 'import'
        order by number desc limit $1
        """, limit
      ) { row in
        EntryBody(stored: row.text(5)).first(ImportRecord.self).map {
          ImportedFile(
            entry: EntryNumber(rawValue: row.int64(0)), day: CalendarDay(number: row.int(1)),
            recorded: Instant(milliseconds: row.int64(2)), actor: row.text(3), host: row.text(4), record: $0)
        }
      }.compactMap { $0 }
    }
  }

  /// Whether a file of these bytes was ever taken, by the SHA-256 of them. Throws `LedgerError`.
  public func hasTaken(_ digest: [UInt8]) throws(LedgerError) -> Bool {
    try LedgerError.wrapping("look for the file among the imports") {
      try connection.first(
        "select 1 from import_run where digest = $1 limit 1", digest.hexadecimal, read: { _ in true })
        ?? false
    }
  }
}
