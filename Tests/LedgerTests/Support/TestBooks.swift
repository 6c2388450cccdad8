import Receivables
import SQLEngine
import Settings

@testable import Ledger

/// A ledger file with books that a test writes row by row.
struct TestBooks {
  let directory: TemporaryDirectory
  let path: String
  let ledger: LedgerFile

  init(accounts: Int = 0, policy: Policy? = nil) throws {
    directory = try TemporaryDirectory()
    path = directory.file("kept.db")
    ledger = try LedgerFile(path: path, policy: try policy ?? PolicyFile.shipped())
    for number in 0..<accounts { try addAccount("A\(number + 1)", due: [(1, 10_000)]) }
  }

  private init(sharing books: TestBooks) throws {
    directory = books.directory
    path = books.path
    ledger = try books.another()
  }

  /// The same books in another session.
  func shared() throws -> TestBooks { try TestBooks(sharing: self) }

  /// Another session on the same file.
  func another() throws -> LedgerFile { try LedgerFile(path: path, policy: ledger.policy) }

  /// Adds an account with invoices in US dollars, due so many days after `TestBooks.start`.
  @discardableResult
  func addAccount(
    _ number: String, name: String? = nil, collector: String? = nil, due: [(day: Int, amount: Int)] = []
  ) throws -> AccountID {
    try ledger.write("prepare the test") {
      let connection = ledger.connection
      try connection.run(
        "insert into account (number, number_key, name, collector) values ($1, $2, $3, $4)",
        number, DocumentKey(number).text, name ?? "Customer \(number)", collector)
      let account = connection.lastInsertID
      for (offset, invoice) in due.enumerated() {
        let day = Self.start.number + invoice.day
        try connection.run(
          """
          insert into invoice (account_id, id, number, issued, due, amount, currency)
          values ($1, $2, $3, $4, $5, $6, 'USD')
          """, account, offset + 1, "\(number)-\(offset)", day - 30, day, invoice.amount)
      }
      return AccountID(rawValue: account)
    }
  }

  /// Money for an invoice, dated so many days after `TestBooks.start`.
  func pay(_ invoice: Invoice, of account: AccountID, day: Int, amount: Int64) throws {
    try ledger.write("prepare the test") {
      try ledger.connection.run(
        """
        insert into application (account_id, id, invoice_id, source, dated, amount)
        select $1, coalesce(max(id), 0) + 1, $2, 'payment', $3, $4 from application where account_id = $1
        """, account.rawValue, invoice.id.rawValue, Self.start.number + day, amount)
      guard let day = try ledger.businessDate() else { return }
      try Deriving(connection: ledger.connection, policy: ledger.policy, day: day).store(ledger.read(account))
    }
  }

  /// Monday 2 November 2026.
  static let start = CalendarDay(number: 20_759)

  static func day(_ offset: Int) -> CalendarDay { start.advanced(by: offset) }
}

extension LedgerFile {
  /// Records with what every test says the same.
  @discardableResult
  func record(
    _ body: EntryBody, on account: AccountID, day: CalendarDay, action: ActionID,
    basedOn version: Int64? = nil
  ) throws(LedgerError) -> JournalEntry {
    try record(
      NewEntry(action: action, account: account, day: day, collector: "ann", body: body), basedOn: version,
      signed: .ann
    ).entry
  }

  /// Works under a day that has come.
  func roll(
    to day: CalendarDay, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws(LedgerError) {
    try work(on: day, wall: day, signed: .ann, progress: progress)
  }
}

extension Signature {
  /// Who writes in tests.
  static let ann = Signature(at: Instant(milliseconds: 1_800_000_000_000), actor: "ann", host: "desk")
}

/// Action names from a seed.
struct Actions {
  private var random: Randomness

  init(seed: UInt64 = 1) { random = Randomness(seed: seed) }

  mutating func next() -> ActionID { ActionID(random: random.next(), random.next()) }
}
