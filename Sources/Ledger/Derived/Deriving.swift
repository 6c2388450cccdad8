import Receivables
import SQLEngine

/// Derives accounts and stores what changed. Runs inside a write transaction.
struct Deriving {
  let connection: Connection
  let policy: Policy
  let day: CalendarDay
  /// Whether only the date is another one: what is searched is then as it was.
  var isNewDayOnly = false

  /// Derives one account and stores it. Throws `SQLError` and `MoneyError`.
  func store(_ file: AccountFile) throws {
    let rows = try DerivedRows(of: file, policy: policy, asOf: day)
    try connection.run(DerivedTable.summary.upsert, values: rows.summary)
    if !isNewDayOnly { try connection.run(DerivedTable.search.upsert, values: SearchableText(of: file).row) }
    for balance in rows.balances { try connection.run(DerivedTable.balance.upsert, values: balance) }
    let stored = try connection.all(
      "select currency from account_balance where account_id = $1 order by currency",
      file.customer.id.rawValue
    ) { $0.cell(0) }
    for currency in stored where !rows.balances.contains(where: { $0[1] == currency }) {
      try connection.run(
        "delete from account_balance where account_id = $1 and currency = $2", file.customer.id.rawValue,
        currency)
    }
  }

  /// Derives all accounts of `selection`. `progress` hears how many of how many are done and says whether to go on.
  /// Throws `LedgerError.cancelled`, `SQLError` and `MoneyError`.
  func store(
    _ selection: AccountRows.Selection, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws {
    let counted = selection == .all ? "account" : "touched"
    let total = try connection.first("select count(*) from \(counted)") { $0.int(0) } ?? 0
    let stream = try AccountStream(selection, on: connection)
    var done = 0
    while let file = try stream.next() {
      if done % 256 == 0, !progress(done, total) { throw LedgerError.cancelled(doing: "work out the queue") }
      try store(file)
      done += 1
    }
    _ = progress(total, total)
  }
}
