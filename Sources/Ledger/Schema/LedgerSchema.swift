import SQLEngine

/// The shape of a ledger file. Days are integers since 1970-01-01, moments are UTC milliseconds, amounts are minor
/// units. Every step is final once released; what changes later is a new step at the end.
enum LedgerSchema {
  /// Marks a file as ours: `"kept"` in ASCII.
  static let applicationID: Int64 = 0x6B65_7074

  /// All steps in their order.
  static let migrations = [
    Migration(name: "books", sql: books),
    Migration(name: "journal", sql: journal),
    Migration(name: "derived", sql: derived),
    Migration(name: "drafts and settings", sql: desk),
    Migration(name: "lengths of the queues", sql: lengths),
  ]

  /// The rows that a running import has changed, by account. Lives only as long as the connection.
  static let temporary = "create temp table if not exists touched (account_id integer primary key) strict"
}
