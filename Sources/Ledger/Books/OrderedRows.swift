import SQLEngine

/// The rows of a query that is ordered by account, handed out account by account.
final class OrderedRows<Row> {
  private let statement: Statement
  private let read: (Statement) throws -> Row
  private var hasRow: Bool

  init(_ statement: Statement, read: @escaping (Statement) throws -> Row) throws {
    self.statement = statement
    self.read = read
    hasRow = try statement.step()
  }

  deinit { statement.reset() }

  /// The rows of `account`, which must not come before an account that was asked for earlier.
  func rows(of account: Int64) throws -> [Row] {
    var rows: [Row] = []
    while hasRow {
      let current = statement.int64(0)
      guard current <= account else { break }
      if current == account { rows.append(try read(statement)) }
      hasRow = try statement.step()
    }
    return rows
  }
}
