import Receivables
import SQLEngine

/// Puts the books of all accounts that the last import changed back to what they were, and takes out those that it
/// brought. Runs inside a write transaction.
struct BooksRestoring {
  private let connection: Connection
  private let writing: BooksWriting
  private let deriving: DerivedBatch
  /// How many accounts are as they were.
  private(set) var restored = 0
  /// How many are gone.
  private(set) var removed = 0

  init(connection: Connection, policy: Policy, day: CalendarDay) throws {
    self.connection = connection
    writing = try BooksWriting(on: connection)
    deriving = try DerivedBatch(Deriving(connection: connection, policy: policy, day: day), isAlone: true)
  }

  /// Throws `LedgerError.importStays` for an account whose books would not be what they were, `SQLError` and `MoneyError`.
  mutating func restoreAll() throws {
    let accounts = try connection.all("select account_id from import_before order by account_id") {
      $0.int64(0)
    }
    if accounts.count >= DerivedBatch.manyAccounts { try deriving.beginMany() }
    do {
      for account in accounts { try restore(account) }
      try writing.finish()
      try deriving.finish()
    } catch let overflow as DerivedBatch.Overflow {
      throw overflow.error
    }
    // When nothing waits for them any more.
    try connection.run(
      "delete from account where id in (select account_id from import_before where changes is null)")
  }

  private mutating func restore(_ account: Int64) throws {
    guard let file = try AccountStream(account: account, on: connection).next(),
      let kept = try connection.first(BooksKeeping.select, account, read: { KeptBooks(row: $0) })
    else { throw LedgerError.importStays(reason: "an account that it changed is gone") }
    guard let text = kept.changes else { return try remove(file) }
    let id = file.customer.id
    guard let changes = BooksBefore(text: text, of: id) else {
      throw LedgerError.unreadable("what account \(file.customer.number) was before the import")
    }
    var before = changes.restored(file)
    // Forms that are based on what is taken back must not be saved unseen.
    before.version = file.version &+ 1
    let books = AccountBooks(of: before)
    guard let digest = kept.digest, let entry = kept.entry, books.digest == digest else {
      throw LedgerError.importStays(
        reason: "the books of account \(file.customer.number) would not be as they were before it")
    }
    try writing.write(before, before: file, key: nil)
    try writing.write(books, of: id, entry: entry)
    try deriving.store(before, before: file)
    restored += 1
  }

  private mutating func remove(_ file: AccountFile) throws {
    try deriving.remove(file)
    for table in ["phone", "contact", "application", "credit", "invoice", "account_books"] {
      try connection.run("delete from \(table) where account_id = $1", file.customer.id.rawValue)
    }
    removed += 1
  }
}

/// What an import keeps of each account that it changes, until the next one: how its books were before.
struct BooksKeeping {
  static let migration = """
    create table import_before (
      account_id integer primary key,
      digest blob,
      entry integer,
      changes text
    ) strict;
    """

  /// `changes` is nothing for an account that the import brought.
  static let select = "select digest, entry, changes from import_before where account_id = $1"

  private let keepOld, keepNew: Statement

  /// Forgets what was before the import before. Throws `SQLError`.
  init(on connection: Connection) throws {
    try connection.run("delete from import_before")
    // The note of the account is still that of the import before. The functions make a row where there is no note.
    keepOld = try connection.statement(
      """
      insert into import_before (account_id, digest, entry, changes)
      select $1, max(digest), max(entry), $2 from account_books where account_id = $1
      """)
    keepNew = try connection.statement("insert into import_before (account_id) values ($1)")
  }

  /// Keeps what `before` was, nil for a new account. Throws `SQLError`.
  func keep(_ before: AccountFile?, after: AccountFile) throws {
    var row = Binding(before == nil ? keepNew : keepOld)
    try row.add(after.customer.id.rawValue)
    if let before { try row.add(BooksBefore(before, after: after).text) }
    try row.run()
  }
}

/// What was kept of one account.
private struct KeptBooks {
  let digest: [UInt8]?
  let entry: Int64?
  let changes: String?

  init(row: Statement) {
    digest = row.isNull(0) ? nil : row.blob(0)
    entry = row.optionalInt64(1)
    changes = row.optionalText(2)
  }
}
