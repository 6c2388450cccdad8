public import Receivables
import SQLEngine

/// How many rows each list had when it was last counted.
struct WorklistCounts {
  /// The file's state for which the counts hold.
  var state: Int64 = -1
  var totals: [WorklistQuery: Int] = [:]
}

/// Summaries with the texts they were read from: after a save a list is read again, and all but one of its
/// rows say what they said before.
struct ReadSummaries {
  /// More than a screen's stretch of a list, and few enough to keep.
  private static let most = 1_000
  private var known: [AccountID: (text: String, summary: AccountSummary)] = [:]

  /// The summary that `text` is. Throws `LedgerError.unreadable`.
  mutating func summary(of account: AccountID, in text: String) throws(LedgerError) -> AccountSummary {
    if let read = known[account], read.text == text { return read.summary }
    let summary = try SummaryText.summary(in: text)
    if known.count >= Self.most { known = [:] }
    known[account] = (text, summary)
    return summary
  }
}

extension LedgerFile {
  /// The rows of a list from rank `range.lowerBound` (0 is the first), as many as there are in `range`. Throws
  /// `LedgerError`.
  public func worklist(_ query: WorklistQuery, range: Range<Int>) throws(LedgerError) -> WorklistPage {
    try LedgerError.wrapping("read the queue") {
      try connection.transaction(.deferred) {
        let sql = WorklistSQL(query)
        let rows = try connection.all(sql.stretch, values: sql.values + [range.count, range.lowerBound]) {
          try row($0)
        }
        return WorklistPage(
          query: query, offset: range.lowerBound, rows: rows, total: try total(of: query, sql))
      }
    }
  }

  /// The row of one account, listed or not. Throws `LedgerError.unknownAccount`.
  public func row(of account: AccountID) throws(LedgerError) -> WorklistRow {
    try LedgerError.wrapping("read the account") {
      let row = try connection.first(WorklistSQL.single, account.rawValue) { try self.row($0) }
      guard let row else { throw LedgerError.unknownAccount }
      return row
    }
  }

  /// How many rows come before the account's, or nil when the list does not hold it. Throws `LedgerError`.
  public func rank(of account: AccountID, in query: WorklistQuery) throws(LedgerError) -> Int? {
    try LedgerError.wrapping("find the account in the queue") {
      let sql = WorklistSQL(query)
      let values = sql.values + [account.rawValue]
      guard try !connection.all(sql.membership, values: values, read: { $0.int(0) }).isEmpty else {
        return nil
      }
      return try connection.all(sql.rank, values: values) { $0.int(0) }.first
    }
  }

  /// Changes when another process has written, so that what is shown should be read again. Throws `LedgerError`.
  public func dataVersion() throws(LedgerError) -> Int64 {
    try LedgerError.wrapping("look for changes") { try connection.dataVersion() }
  }

  /// Counting takes longer than reading a page, so it is done once after every change of the file.
  func total(of query: WorklistQuery, _ sql: WorklistSQL) throws -> Int {
    let state = try connection.dataVersion()
    if counts.state != state { counts = WorklistCounts(state: state) }
    if let known = counts.totals[query] { return known }
    let total = try connection.all(sql.count, values: sql.values) { $0.int(0) }.first ?? 0
    counts.totals[query] = total
    return total
  }

  /// A row as `WorklistSQL` asks for it. Throws `LedgerError.unreadable`.
  private func row(_ row: Statement) throws(LedgerError) -> WorklistRow {
    let id = AccountID(rawValue: row.int64(0))
    return WorklistRow(
      id: id, number: row.text(1), name: row.text(2), collector: row.optionalText(3),
      summary: try summaries.summary(of: id, in: row.text(4)))
  }
}
