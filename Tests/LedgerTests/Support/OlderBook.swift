import SQLEngine

@testable import Ledger

/// A book as an earlier version left it.
enum OlderBook {
  /// Makes one at `path` that has taken so many steps of the schema, with what `sql` writes.
  static func make(at path: String, steps: Int, _ sql: String = "") throws {
    let connection = try Connection(path: path, creating: true)
    _ = try connection.first("pragma journal_mode = wal") { $0.text(0) }
    try connection.execute("pragma application_id = \(LedgerSchema.applicationID)")
    try connection.migrate(Array(LedgerSchema.migrations.prefix(steps)))
    try connection.execute(sql)
    try connection.checkpoint()
  }
}
