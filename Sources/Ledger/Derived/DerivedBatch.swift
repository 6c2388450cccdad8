import Receivables
import SQLEngine

/// Derives many accounts, stores what changed, and brings the sums of lists along. While another core derives some of
/// them, those before are written and those after are read.
final class DerivedBatch {
  /// From how many accounts on the indices are made anew afterwards.
  static let manyAccounts = 20_000

  /// The amounts of a customer cannot be added up.
  struct Overflow: Error {
    let customer: Customer
    let error: MoneyError
  }

  private let deriving: Deriving
  private let words, amounts: SearchedPages
  private var summaries: DerivedRowWriter
  private var sums = ListSums()
  private var received = ReceivedSums()
  private let related: RelatedAccounts
  /// Accounts whose books changed and that are not theirs alone.
  private var waiting: Set<Int64> = []
  private let rows: InPieces<AccountFile, DerivedAccount>
  /// Whether the indices wait for the end.
  private(set) var isMany = false
  /// Whether nothing of any account is counted yet.
  private var isAll = false

  /// Where it `isAlone`, no other core derives: beside an import that gains a tenth of the time and costs as much of both.
  init(_ deriving: Deriving, isAlone: Bool = false) throws {
    self.deriving = deriving
    summaries = try DerivedRowWriter(on: deriving.connection)
    words = try SearchedPages(.words, on: deriving.connection)
    amounts = try SearchedPages(.amounts, on: deriving.connection)
    related = try RelatedAccounts(on: deriving.connection)
    let (policy, day, isSearched) = (deriving.policy, deriving.day, !deriving.isNewDayOnly)
    rows = InPieces(isAlone: isAlone) {
      DerivedAccount(of: $0, policy: policy, asOf: day, isSearched: isSearched)
    }
  }

  /// Takes the indices away until `finish`: to make them anew takes a quarter of the time of keeping them up to date. No
  /// table may be read meanwhile. Throws `SQLError`.
  func beginMany() throws {
    for index in LedgerSchema.derivedIndexNames {
      try deriving.connection.execute("drop index if exists \(index)")
    }
    isMany = true
  }

  /// Every account will come: sums and what is searched begin with nothing. Throws `SQLError`.
  func beginAll() throws {
    try deriving.connection.run("delete from account_sums")
    for texts in SearchedTexts.allCases where texts == .amounts || !deriving.isNewDayOnly {
      try deriving.connection.run("delete from \(texts.rawValue)")
    }
    for part in related.parts {
      try deriving.connection.run("delete from account_summary where account_id = $1", part)
    }
    isAll = true
  }

  /// Derives an account of which something may be stored already, now or later. Throws `SQLError`, and `Overflow` for this
  /// or an earlier account.
  func store(_ file: AccountFile) throws { try rows.add(file) { try store($1) } }

  /// Derives an account after an import, `before` which it was that; nil for a new one: with what belongs to it when all are
  /// written. Throws like the other.
  func store(_ file: AccountFile, before: AccountFile?) throws {
    do throws(MoneyError) {
      if let before { try received.add(before, on: deriving.day, times: -1) }
      try received.add(file, on: deriving.day, times: 1)
    } catch {
      throw Overflow(customer: file.customer, error: error)
    }
    let id = file.customer.id.rawValue
    if related.involves(id) { waiting.formUnion(related.circle(of: id)) } else { try store(file) }
  }

  /// Derives accounts with what is worked with each; who is a part of another one loses its row. Throws like the other.
  func storeRelated(_ accounts: Set<Int64>) throws {
    for id in accounts.sorted() {
      if related.isPart(id) {
        try takeOut(id)
      } else {
        try store(
          try related.whole(try deriving.connection.ownAccount(id), on: deriving.connection))
      }
    }
  }

  /// Takes an account out of everything that is derived. Throws `SQLError` and `Overflow`.
  func remove(_ file: AccountFile) throws {
    do throws(MoneyError) {
      try received.add(file, on: deriving.day, times: -1)
    } catch {
      throw Overflow(customer: file.customer, error: error)
    }
    try takeOut(file.customer.id.rawValue)
  }

  private func takeOut(_ account: Int64) throws {
    if let before = try summaries.remove(account) { try sums.add(before, times: -1) }
    try amounts.set("", of: account)
    try words.set("", of: account)
  }

  /// Stores what was derived of an account. Throws `SQLError` and `Overflow`.
  func store(_ derived: DerivedAccount) throws {
    let row = try derived.row.mapError { Overflow(customer: derived.customer, error: $0) }.get()
    let before = try summaries.write(row, of: derived.customer.id.rawValue)
    if !isAll, let before { try sums.add(before, times: -1) }
    try sums.add(row.counted, times: 1)
    try amounts.set(row.amounts, of: derived.customer.id.rawValue)
    if let text = derived.words { try words.set(text, of: derived.customer.id.rawValue) }
  }

  /// Stores what waits, the sums, and the indices. Throws `SQLError` and `Overflow`.
  func finish() throws {
    try storeRelated(waiting)
    waiting = []
    try rows.finish { try store($1) }
    try words.finish()
    try amounts.finish()
    try sums.addToStored(on: deriving.connection)
    try received.addToStored(on: deriving.connection)
    guard isMany else { return }
    try deriving.connection.execute(LedgerSchema.derivedIndices)
    try deriving.connection.execute(LedgerSchema.derivedAmountIndices + LedgerSchema.derivedMatterIndex)
  }
}
