import Receivables
import SQLEngine

/// Derives accounts one after the other, stores what changed, and brings the sums of lists along.
struct DerivedBatch {
  /// From how many accounts on the indices are made anew afterwards.
  static let manyAccounts = 20_000

  private let deriving: Deriving
  private let summary, search, counted: Statement
  private var sums = ListSums()
  private var received = ReceivedSums()
  /// Whether the indices wait for the end.
  private(set) var isMany = false
  /// Whether nothing of any account is counted yet.
  private var isAll = false

  init(_ deriving: Deriving) throws {
    self.deriving = deriving
    summary = try deriving.connection.statement(DerivedRow.upsert)
    search = try deriving.connection.statement(SearchableText.upsert)
    counted = try deriving.connection.statement(CountedAccount.select)
  }

  /// Takes the indices away until `finish`: to make them anew takes a quarter of the time of keeping them up to date. No
  /// table may be read meanwhile. Throws `SQLError`.
  mutating func beginMany() throws {
    for index in LedgerSchema.derivedIndexNames {
      try deriving.connection.execute("drop index if exists \(index)")
    }
    isMany = true
  }

  /// Every account will come: the sums begin with nothing. Throws `SQLError`.
  mutating func beginAll() throws {
    try deriving.connection.run("delete from account_sums")
    isAll = true
  }

  /// Derives an account of which something may be stored already. Throws `SQLError` and `MoneyError`.
  mutating func store(_ file: AccountFile) throws { try store(file, isNew: false) }

  /// Derives an account after an import, `before` which it was that; nil for a new one. Throws `SQLError` and `MoneyError`.
  mutating func store(_ file: AccountFile, before: AccountFile?) throws {
    try store(file, isNew: before == nil)
    if let before { try received.add(before, on: deriving.day, times: -1) }
    try received.add(file, on: deriving.day, times: 1)
  }

  private mutating func store(_ file: AccountFile, isNew: Bool) throws {
    let row = try DerivedRow(of: file, policy: deriving.policy, asOf: deriving.day)
    if !isAll, !isNew {
      try counted.bind(file.customer.id.rawValue, at: 1)
      if try counted.step() {
        let before = CountedAccount(row: counted)
        counted.reset()
        try sums.add(before, times: -1)
      }
    }
    try sums.add(row.counted, times: 1)
    try summary.run(row.cells)
    if !deriving.isNewDayOnly { try search.run(SearchableText(of: file).row) }
  }

  /// Stores the sums, and the indices that wait. Throws `SQLError`.
  func finish() throws {
    try sums.addToStored(on: deriving.connection)
    try received.addToStored(on: deriving.connection)
    guard isMany else { return }
    try deriving.connection.execute(LedgerSchema.derivedIndices)
    try deriving.connection.execute(LedgerSchema.derivedAmountIndices + LedgerSchema.derivedMatterIndex)
  }
}
