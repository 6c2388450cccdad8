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
  /// The entry that took it back; nil for one whose books stand, or were changed by later ones.
  public var takenBack: EntryNumber?
}

extension LedgerFile {
  /// The imports of the journal, the newest first, at most `limit` of them. Those of books from before imports were
  /// recorded there are not among them. Throws `LedgerError`.
  public func imports(limit: Int = .max) throws(LedgerError) -> [ImportedFile] {
    try LedgerError.wrapping("read the imports") {
      let reversals = try connection.importReversals()
      return try connection.all(
        """
        select number, day, recorded, actor, host, body from journal where kind = 'import'
        order by number desc limit $1
        """, limit
      ) { row in
        EntryBody(stored: row.text(5)).first(ImportRecord.self).map {
          let number = EntryNumber(rawValue: row.int64(0))
          return ImportedFile(
            entry: number, day: CalendarDay(number: row.int(1)),
            recorded: Instant(milliseconds: row.int64(2)), actor: row.text(3), host: row.text(4), record: $0,
            takenBack: reversals[number])
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

/// What the journal says of all the books: what an import left of them, or taking it back.
struct ToldBooks: Hashable {
  let entry: Int64
  let accounts: Int
  let totals: [ControlTotals]
  let books: String
}

extension Connection {
  /// What was said last, before an entry where one is named; nil where nothing was, or it cannot be read any more. Throws
  /// `SQLError`.
  func booksTold(before entry: Int64 = .max) throws -> ToldBooks? {
    try first(
      """
      select number, body from journal where number < $1 and (kind = 'import' or kind = 'import_reversal')
      order by number desc limit 1
      """, entry
    ) { row -> ToldBooks? in
      let (number, body) = (row.int64(0), EntryBody(stored: row.text(1)))
      if let said = body.first(ImportRecord.self) {
        return ToldBooks(entry: number, accounts: said.accounts, totals: said.totals, books: said.books)
      }
      return body.first(ImportReversal.self).map {
        ToldBooks(entry: number, accounts: $0.accounts, totals: $0.totals, books: $0.books)
      }
    } ?? nil
  }

  /// The entries that took imports back, by those of the imports. Throws `SQLError`.
  func importReversals() throws -> [EntryNumber: EntryNumber] {
    let rows = try all("select number, body from journal where kind = 'import_reversal'") { row in
      (
        EntryNumber(rawValue: row.int64(0)),
        EntryBody(stored: row.text(1)).first(ImportReversal.self)?.imports ?? []
      )
    }
    return Dictionary(rows.flatMap { row in row.1.map { ($0, row.0) } }) { $1 }
  }
}
