import Receivables
import SQLEngine

/// What is stored as derived of one account for a business date: the columns that lists go by, and the whole summary as
/// one text. Writing, rebuilding and verifying all go through this value, so they cannot disagree on what belongs to it.
struct DerivedRow: Hashable, Sendable {
  /// In the order of `columns`.
  let cells: [SQLCell]
  /// What it adds to the sums of lists.
  let counted: CountedAccount
  /// The amounts by which it is found, for `SearchedTexts.amounts`.
  let amounts: String

  static let columns = [
    "account_id", "number", "name_order", "collector", "views", "lane_order", "inside_order", "amount_order",
    "oldest_order", "contact_order", "next_order", "promise_order", "changes_on", "payload", "collect_in",
    "to_collect", "promised", "matters",
  ]

  /// Whether a row is in somebody's queue, in the words of an index and of every query that uses it.
  static let isQueued = "(views & \(WorklistViews(.everyone).rawValue)) <> 0"

  /// Derives it as of `day`. Throws `MoneyError`.
  init(of file: AccountFile, policy: Policy, asOf day: CalendarDay) throws(MoneyError) {
    let listed = try ListedAccount(of: file, policy: policy, asOf: day)
    let summary = listed.summary
    let last = Int64(Int32.max)
    let order = try summary.sortKey(policy)
    counted = CountedAccount(
      summary, collector: file.customer.collector ?? "", rank: Int(order[0]))
    cells = [
      .integer(file.customer.id.rawValue), .text(file.customer.number),
      .text(SearchText.folded(file.customer.name)), .text(counted.collector),
      SQLCell(summary.views.rawValue), .integer(order[0]), .integer(order[1]), .integer(order[2]),
      .integer(order[3]), .integer(summary.lastContact.map { Int64($0.number) } ?? -last),
      .integer(summary.next?.order ?? last * 4_320),
      .integer(summary.promise.map { Int64($0.day.number) } ?? last), SQLCell(summary.changesOn?.number),
      .text(SummaryText.text(of: summary)), .text(counted.collectIn), .integer(counted.toCollect),
      .text(counted.promised), .text(counted.matters),
    ]
    amounts = AmountSought.lines(listed.amounts.map(\.amount))
  }

  /// Reads the row of the account `$1`.
  static let select = "select \(columns.joined(separator: ", ")) from account_summary where account_id = $1"

}

/// Writes rows of `account_summary`, of one that is there only the columns in which it is different: each index that one
/// of the written columns stands in has to be changed, and most of a new day's differences stand in none.
struct DerivedRowWriter {
  private let connection: Connection
  private let select, insert, delete: Statement
  private var updates: [[Int]: Statement] = [:]

  init(on connection: Connection) throws {
    self.connection = connection
    let names = DerivedRow.columns.joined(separator: ", ")
    let counted = CountedAccount.columns.joined(separator: ", ")
    select = try connection.statement(
      "select \(counted), \(names) from account_summary where account_id = $1")
    let places = DerivedRow.columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    insert = try connection.statement("insert into account_summary (\(names)) values (\(places))")
    delete = try connection.statement("delete from account_summary where account_id = $1")
  }

  /// Writes the row of an account, and says how it was counted before; nil for one that had none. Throws `SQLError`.
  mutating func write(_ row: DerivedRow, of account: Int64) throws -> CountedAccount? {
    try select.bind(account, at: 1)
    guard try select.step() else {
      try insert.run(row.cells)
      return nil
    }
    let before = CountedAccount(row: select)
    let first = CountedAccount.columns.count
    let different = row.cells.indices.filter { !select.holds(row.cells[$0], at: first + $0) }
    select.reset()
    guard !different.isEmpty else { return before }
    let update = try updates[different] ?? statement(setting: different)
    updates[different] = update
    try update.run([.integer(account)] + different.map { row.cells[$0] })
    return before
  }

  /// Removes the row of an account, and says how it was counted; nil for one that had none. Throws `SQLError`.
  func remove(_ account: Int64) throws -> CountedAccount? {
    try select.bind(account, at: 1)
    guard try select.step() else { return nil }
    let before = CountedAccount(row: select)
    select.reset()
    try delete.bind(account, at: 1)
    try delete.run()
    return before
  }

  private func statement(setting places: [Int]) throws -> Statement {
    let parts = places.enumerated().map { "\(DerivedRow.columns[$0.element]) = $\($0.offset + 2)" }
    return try connection.statement(
      "update account_summary set \(parts.joined(separator: ", ")) where account_id = $1")
  }
}

extension Statement {
  /// Whether the column of the row is that value.
  fileprivate func holds(_ cell: SQLCell, at column: Int) -> Bool {
    switch cell {
    case .text(let text): withBytes(column) { $0.elementsEqual(text.utf8) } && !isNull(column)
    default: self.cell(column) == cell
    }
  }
}
