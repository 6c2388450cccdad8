import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// What nobody imported is not in the books, and what was imported is there as it came.
struct BooksCheckTests {
  /// Three customers, one without an entry of the journal; an invoice that is paid, one that is paid in part, a payment
  /// that is not applied.
  private static func imported() throws -> ImportBench {
    let bench = try ImportBench()
    try bench.take([
      .invoice("A-1", of: "1", name: "Alder"), .invoice("A-2", of: "1", name: "Alder", amount: 400),
      .invoice("B-1", of: "2", name: "Birch", amount: 300), .invoice("C-1", of: "3", name: "Cedar"),
      .credit("P-1", of: "1", for: [IncomingApplication(invoice: "A-1", amount: 100)]),
      .credit("P-2", of: "2", amount: 50),
    ])
    try bench.take([.invoice("C-2", of: "3", name: "Cedar", amount: 70)])
    return bench
  }

  @Test func whatWasImportedIsSound() throws {
    let bench = try Self.imported()
    #expect(try bench.ledger.verify() == [])
    let imports = try bench.ledger.imports()
    #expect(imports.map(\.entry.rawValue) == [3, 2])
    let last = try #require(imports.first).record
    // The SHA-256 of "content".
    #expect(last.digest == "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73")
    #expect(last.accounts == 3)
    #expect(last.totals.map(\.text) == ["USD 5 9.70 8.70 2 1.50 0.50"])
    #expect(last.invoices == .init(added: 1, changed: 0, unchanged: 0, closed: 0))
  }

  private static let changed = "The books of account "

  @Test(arguments: [
    (
      "swapped numbers",
      "update account set number = 'x' where id = 1; update account set number = '1' where id = 3; update account set number = '3' where id = 1",
      "3", "a name, a number"
    ),
    ("another name", "update account set name = 'Beech' where id = 2", "2", "a name, a number"),
    ("another collector", "update account set collector = 'eve' where id = 2", "2", "a name, a number"),
    (
      "a renamed invoice", "update invoice set number = 'B-9' where number = 'B-1'", "2",
      "a name, a number"
    ),
    (
      "half an amount", "update invoice set amount = 150 where number = 'B-1'", "2",
      "3.00 USD were billed, now 1.50 USD"
    ),
    (
      "another currency", "update invoice set currency = 'EUR' where number = 'B-1'", "2",
      "it had 0 invoices in EUR, now there are 1"
    ),
    (
      "a later day", "update invoice set due = due + 90 where number = 'B-1'", "2", "a name, a number, a date"
    ),
    (
      "an invoice to somebody else", "update invoice set account_id = 3, id = 9 where number = 'B-1'", "2",
      "it had 1 invoices in USD, now there are 0"
    ),
    (
      "an invoice less", "delete from invoice where number = 'B-1'", "2",
      "it had 1 invoices in USD, now there are 0"
    ),
    (
      "an invoice more",
      "insert into invoice (account_id, id, number, issued, due, amount, currency) values (2, 9, 'B-7', 20000, 20030, 5, 'USD')",
      "2", "it had 1 invoices in USD, now there are 2"
    ),
    (
      "a write-off that nobody booked",
      "insert into application (account_id, id, invoice_id, source, dated, amount) select 2, 9, id, 'write_off', 20700, 300 from invoice where number = 'B-1'",
      "2", "3.00 USD were open, now 0.00 USD"
    ),
    (
      "a payment less", "delete from credit where number = 'P-2'", "2",
      "it had 1 payments and credit notes in USD, now there are 0"
    ),
    (
      "a larger payment", "update credit set amount = 5000 where number = 'P-2'", "2",
      "0.50 USD were credited, now 50.00 USD"
    ),
    (
      "a payment that is spent", "update credit set spent = 20700 where number = 'P-2'", "2",
      "0.50 USD were unapplied, now 0.00 USD"
    ),
    (
      "somebody to call", "insert into contact (account_id, position, name) values (2, 9, 'Eve')", "2",
      "a name, a number"
    ),
  ])
  func aChangeIsNamed(_ what: String, _ sql: String, account: String, difference: String) throws {
    let bench = try Self.imported()
    let tool = try Connection(path: bench.ledger.path)
    try tool.execute("pragma foreign_keys = off; pragma recursive_triggers = off")
    try tool.execute(sql)
    let found = try bench.ledger.verify().filter { $0.part == .books }
    #expect(
      found.contains {
        $0.account == account && $0.sentence.hasPrefix("The books of account \(account) were changed")
          && $0.sentence.contains(difference)
      }, "\(what): \(found.map(\.sentence))")
    #expect(
      found.contains { $0.sentence.hasPrefix("The books are not as the import of entry 3 left them: ") })
  }

  /// Whoever knows how the digest beside an account is made can forge it, and not what the chain holds.
  @Test func aForgedDigestDoesNotHelp() throws {
    let bench = try Self.imported()
    let connection = bench.ledger.connection
    try connection.run("update invoice set amount = 150 where number = 'B-1'")
    let file = try bench.ledger.account(AccountID(rawValue: 2))
    let writing = try BooksWriting(on: connection)
    try writing.write(AccountBooks(of: file), of: file.customer.id, entry: 2)
    try writing.finish()
    #expect(
      try bench.ledger.verify().filter { $0.part == .books }.map(\.sentence) == [
        "The books are not as the import of entry 3 left them: 9.70 USD were billed, now 8.20 USD."
      ])
  }

  @Test func anAccountMoreOrLessIsNamed() throws {
    let bench = try Self.imported()
    try bench.ledger.connection.run(
      "insert into account (number, number_key, name) values ('9', '9', 'Eve')")
    let found = try bench.ledger.verify().filter { $0.part == .books }.map(\.sentence)
    #expect(found.first?.hasPrefix("Account 9 was put into the books by no import") == true, "\(found)")
    #expect(found.contains { $0.contains("it left 3 accounts, now there are 4") })
  }

  @Test(arguments: [
    ("update import_run set as_of = 1 where id = 1", true), ("delete from import_run where id = 2", true),
    ("update import_run set digest = 'x' where id = 2", true),
    (
      "insert into import_run (recorded, actor, file, digest, kind, counts) values (5, 'eve', 'f', 'd', 'invoices', '')",
      true
    ),
    ("select 1", false),
  ])
  func importsAreThoseOfTheJournal(_ sql: String, isNamed: Bool) throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A-1", open: 100)], snapshot: -3)
    try bench.take([.invoice("A-2", open: 100)])
    try bench.ledger.connection.execute(sql)
    #expect(try bench.ledger.verify().isEmpty != isNamed)
  }

  @Test func aBookFromBeforeSuchImportsIsTakenAsItIs() throws {
    let bench = try Self.imported()
    let connection = bench.ledger.connection
    // As a version that did not record imports left it.
    try connection.execute(
      "delete from account_books; drop trigger journal_is_not_shortened; delete from journal")
    #expect(try bench.ledger.verify().filter { $0.part == .books } == [])
    try connection.execute("delete from meta where name in ('journal_head', 'policy_entry')")
    try bench.take([.invoice("C-3", of: "3")])
    #expect(try bench.ledger.verify().filter { $0.part == .books } == [])
    try connection.run("update invoice set amount = 150 where number = 'B-1'")
    #expect(try bench.ledger.verify().filter { $0.part == .books }.first?.account == "2")
  }
}
