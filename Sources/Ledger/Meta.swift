import Receivables
import SQLEngine

/// What the ledger file knows about itself.
struct Meta {
  /// The names of the things it knows.
  enum Name: String {
    /// The business date of all derived rows.
    case businessDate = "business_date"
    /// By which rules they were derived.
    case rules
    /// Number and hash of the last journal entry.
    case journalHead = "journal_head"
  }

  let connection: Connection

  /// The value of `name`, or nil before it was first set. Throws `SQLError`.
  func value(_ name: Name) throws -> String? {
    try connection.first("select value from meta where name = $1", name.rawValue) { $0.text(0) }
  }

  /// Sets the value of `name`. Throws `SQLError`.
  func set(_ name: Name, to value: String) throws {
    try connection.run(
      "insert into meta (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value",
      name.rawValue, value)
  }

  /// The business date of all derived rows; nil before the first. Throws `SQLError`.
  func businessDate() throws -> CalendarDay? { try value(.businessDate).flatMap { CalendarDay(iso: $0) } }
}
