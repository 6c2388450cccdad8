public import Receivables
import SQLEngine

/// Names the rules by which rows were derived: the policy, and the form of the derivation itself. When it is not the
/// one that was stored, every row is derived again.
///
/// Every start asks for it, so it goes by the name of the policy's text and not by the policy's parts.
enum RulesMark {
  /// Counted up with every change to the derivation that changes its results.
  private static let form = 2

  /// `"2 af63dc4c8601ec8c"`.
  static func text(of policy: Policy) -> String { "\(form) \(policy.digest)" }
}

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

extension LedgerFile {
  /// The business date as of which the lists hold; nil before the first `roll`. Throws `LedgerError`.
  public func businessDate() throws(LedgerError) -> CalendarDay? {
    try LedgerError.wrapping("read the business date") { try Meta(connection: connection).businessDate() }
  }

  /// Brings everything derived to `today`: only the accounts for which something changes by then, or all of them
  /// when the date goes backwards or the policy is another one. `progress` hears how many of how many are done and
  /// says whether to go on; when it does not, nothing has changed. Throws `LedgerError`.
  public func roll(
    to today: CalendarDay, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(LedgerError) {
    let doing = "bring the queue to \(today.iso)"
    let rules = RulesMark.text(of: policy)
    try LedgerError.wrapping(doing) {
      guard try !isCurrent(today, rules) else { return }
      try write(doing) {
        let meta = Meta(connection: connection)
        let before = try meta.businessDate()
        let isForward = before.map { $0 <= today } ?? false
        let isNewDayOnly = try meta.value(.rules) == rules
        let deriving = Deriving(
          connection: connection, policy: policy, day: today, isNewDayOnly: isNewDayOnly)
        if isForward, isNewDayOnly {
          try connection.run("delete from touched")
          try connection.run(
            "insert into touched (account_id) select account_id from account_summary where changes_on <= $1",
            today.number)
          try deriving.store(.touched, progress: progress)
          try connection.run("delete from touched")
        } else {
          try deriving.store(.all, progress: progress)
        }
        try meta.set(.businessDate, to: today.iso)
        try meta.set(.rules, to: rules)
      }
    }
  }

  private func isCurrent(_ today: CalendarDay, _ rules: String) throws -> Bool {
    let meta = Meta(connection: connection)
    return try meta.businessDate() == today && meta.value(.rules) == rules
  }

  /// Derives every account that an import wrote to the temporary table `touched`, whose forms are stale from now on.
  /// Runs inside the import's transaction; before the first `roll` there is nothing to keep up.
  func deriveTouched(progress: (Int, Int) -> Bool = { _, _ in true }) throws {
    try connection.run(
      "update account set version = version + 1 where id in (select account_id from touched)")
    if let day = try Meta(connection: connection).businessDate() {
      try Deriving(connection: connection, policy: policy, day: day).store(.touched, progress: progress)
    }
    try connection.run("delete from touched")
  }
}
