import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// A book of before the rows lay by accounts is read as it was.
struct OlderBooksTests {
  /// Payments that pay one invoice whole, in part, twice, later than they came, that are reversed, and none.
  private static let older = """
    insert into account (id, number, number_key, name) values (4, '7', '7', 'Alder'), (9, '8', '8', 'Beech');
    insert into contact (id, account_id, position, name) values (3, 9, 0, 'Ann'), (5, 4, 1, 'Bo'), (6, 4, 0, 'Cy');
    insert into phone (contact_id, position, number, label) values (5, 0, '1', 'office'), (5, 1, '2', null), (3, 0, '3', null);
    insert into invoice (id, account_id, number, number_key, issued, due, amount, currency, reference) values
      (11, 9, 'I1', 'I1', 1, 40, 100, 'USD', 'po'), (12, 4, 'I2', 'I2', 1, 30, 100, 'USD', null),
      (13, 9, 'I3', 'I3', 2, 20, 300, 'USD', null);
    insert into credit (id, account_id, kind, number, number_key, dated, amount, currency, method, spent) values
      (21, 9, 'payment', 'P1', 'P1', 10, 100, 'USD', 'ach', null), (22, 9, 'payment', 'P2', 'P2', 11, 50, 'USD', null, 12),
      (23, 9, 'credit_note', 'P1', 'P1', 12, 30, 'USD', null, null), (24, 4, 'payment', 'P4', 'P4', 13, 100, 'USD', null, null),
      (25, 9, 'payment', 'P5', 'P5', 14, 20, 'USD', null, null), (26, 9, 'payment', 'P6', 'P6', 15, 0, 'USD', null, null);
    insert into application (id, account_id, invoice_id, credit_id, source, dated, amount, reverses) values
      (31, 9, 11, 21, 'payment', 10, 100, null), (32, 9, 13, 21, 'payment', 10, 100, null),
      (33, 9, 13, 22, 'payment', 11, 40, null), (34, 9, 13, 23, 'credit_note', 12, 30, null),
      (35, 4, 12, 24, 'payment', 13, 100, null), (36, 4, 12, 24, 'payment', 16, -100, 35),
      (37, 9, 11, 25, 'payment', 15, 20, null), (38, 9, 11, null, 'cleared', 15, 20, null);
    """

  private func book() throws -> (TemporaryDirectory, LedgerFile) {
    let directory = try TemporaryDirectory()
    let path = directory.file("older.db")
    let steps = LedgerSchema.migrations.prefix { $0.sql != BooksByAccount.migration }.count
    try OlderBook.make(at: path, steps: steps, Self.older)
    return (directory, try LedgerFile(path: path, policy: TestPolicy.shipped()))
  }

  @Test func everythingIsThereAndNothingElse() throws {
    let (directory, ledger) = try book()
    defer { withExtendedLifetime(directory) {} }
    var files: [AccountFile] = []
    try ledger.forEachAccount { file in
      files.append(file)
      return true
    }
    #expect(files.map(\.customer.number) == ["7", "8"])
    #expect(files[0].contacts.map(\.name) == ["Cy", "Bo"])
    #expect(files[0].contacts.map { $0.phones.map(\.number) } == [[], ["1", "2"]])
    #expect(files[1].contacts.map { $0.phones.map(\.number) } == [["3"]])
    #expect(files[1].invoices.map(\.number) == ["I3", "I1"])
    #expect(files[1].invoices.map(\.reference) == [nil, "po"])
    #expect(files[1].credits.map(\.number) == ["P1", "P2", "P1", "P5", "P6"])
    #expect(files[1].credits.map(\.kind) == [.payment, .payment, .creditNote, .payment, .payment])
    #expect(files[1].credits.map { $0.spent?.number } == [nil, 12, nil, nil, nil])
    let applied = files.map { file in
      file.applications.map {
        [
          $0.id, $0.invoice.rawValue, $0.credit?.rawValue ?? 0, Int64($0.dated.number), $0.amount,
          $0.reverses ?? 0,
        ]
      }
    }
    #expect(
      applied == [
        [[35, 12, 24, 13, 100, 0], [36, 12, 24, 16, -100, 35]],
        [
          [31, 11, 21, 10, 100, 0], [32, 13, 21, 10, 100, 0], [33, 13, 22, 11, 40, 0],
          [34, 13, 23, 12, 30, 0],
          [37, 11, 25, 15, 20, 0], [38, 11, 0, 15, 20, 0],
        ],
      ])
    #expect(
      files[1].applications.map(\.source) == [.payment, .payment, .payment, .creditNote, .payment, .cleared])
    try ledger.roll(to: TestBooks.start)
    #expect(try ledger.verify() == [])
  }

  /// What a later import leaves alone is written as it was read.
  @Test func aLaterImportChangesOnlyWhatItNames() throws {
    let (directory, ledger) = try book()
    defer { withExtendedLifetime(directory) {} }
    try ledger.roll(to: TestBooks.start)
    let before = try ledger.account(AccountID(rawValue: 9))
    try ImportBench(ledger: ledger).take([.credit("P9", of: "8", amount: 5)])
    var after = try ledger.account(AccountID(rawValue: 9))
    #expect(after.credits.last?.number == "P9")
    after.credits.removeLast()
    #expect(after.credits == before.credits && after.applications == before.applications)
    #expect(try ledger.verify() == [])
  }

  /// What is searched lay in a row for each account.
  @Test func itIsSearchedAsItWas() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("older.db")
    let steps = LedgerSchema.migrations.prefix { $0.sql != SearchedTexts.migration }.count
    let book = """
      insert into account (id, number, number_key, name) values (4, '7', '7', 'Alder'), (99, '8', '8', 'Beech');
      insert into invoice (account_id, id, number, issued, due, amount, currency)
        values (4, 1, 'I1', 1, 30, 1234, 'USD'), (99, 1, 'I2', 1, 30, 100, 'USD');
      insert into account_search values (4, 'as it was'), (99, 'as it was');
      insert into meta values ('business_date', '\(TestBooks.start.iso)');
      """
    try OlderBook.make(at: path, steps: steps, book)
    let ledger = try LedgerFile(path: path, policy: TestPolicy.shipped())
    let query = WorklistTests.query(.all, .lane, text: "alder")
    try ledger.roll(to: TestBooks.day(-9))
    #expect(ledger.lookingAt != nil)
    #expect(try ledger.worklist(query, range: 0..<9).rows.map(\.id.rawValue) == [4])
    try ledger.roll(to: TestBooks.start)
    for (text, account) in [("alder", 4), ("i2", 99), ("12.34", 4)] as [(String, Int64)] {
      let query = WorklistTests.query(.all, .lane, text: text)
      #expect(try ledger.worklist(query, range: 0..<9).rows.map(\.id.rawValue) == [account], "\(text)")
    }
    #expect(try ledger.verify() == [])
  }
}
