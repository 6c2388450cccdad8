import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

/// The last import can be taken back, and then nothing shows that it ever came but the journal.
struct TakingBackTests {
  @Test(arguments: 1...40)
  func theBooksAreWhatTheyWere(_ seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let bench = try ImportBench()
    try bench.take(try Self.rows(&random), snapshot: seed % 2 == 0 ? 0 : nil)
    let before = (
      try bench.content(), try bench.ledger.connection.storedBooks(), try bench.ledger.booksDate()
    )
    let rows = try Self.rows(&random)
    func take() throws -> ImportResult {
      try bench.take(rows, snapshot: seed % 3 == 0 ? 2 : nil, day: 2, yes: true)
    }
    let first = try take()
    let after = (try bench.content(), try bench.ledger.connection.storedBooks())
    #expect(after.1 != before.1)
    let taken = try bench.takeBack()
    #expect(taken.totals == before.1.totals)
    #expect(try bench.content() == before.0)
    #expect(try bench.ledger.connection.storedBooks() == before.1)
    #expect(try bench.ledger.booksDate() == before.2)
    #expect(try bench.ledger.verify() == [])
    #expect(try take() == first)
    #expect(try bench.content() == after.0)
    #expect(try bench.ledger.connection.storedBooks() == after.1)
    #expect(try bench.ledger.verify() == [])
  }

  @Test func theJournalTellsOfBoth() throws {
    let bench = try Self.twice()
    let taken = try bench.takeBack()
    #expect(taken.imports.map(\.entry.rawValue) == [3] && taken.entry.rawValue == 4)
    #expect(taken.restored == 1 && taken.removed == 1)
    let told = try bench.ledger.imports()
    #expect(told.map(\.entry.rawValue) == [3, 2])
    #expect(told.map(\.takenBack?.rawValue) == [4, nil])
    #expect(try bench.ledger.hasTaken(ImportRun.test("f").digest))
  }

  @Test func anEmptyBookIsEmptyAgain() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A"), .credit("P", of: "2")])
    let taken = try bench.takeBack()
    #expect(taken.removed == 2 && taken.totals.isEmpty)
    #expect(try bench.ledger.isEmpty())
    #expect(try bench.content().isEmpty)
    #expect(try bench.ledger.verify() == [])
  }

  @Test func filesThatWereTakenTogetherGoTogether() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A")])
    let before = try bench.content()
    let (second, third) = (
      try [IncomingRow.invoice("B", of: "2")], try [IncomingRow.invoice("A", amount: 70)]
    )
    _ = try bench.take([.test("b"), .test("c")], [second, third])
    #expect(try bench.takeBack().imports.map(\.record.file) == ["b", "c"])
    #expect(try bench.content() == before)
    #expect(try bench.ledger.verify() == [])
  }

  @Test func onlyTheLastOneAndOnlyOnce() throws {
    let bench = try ImportBench()
    #expect(bench.refusal() == "nothing was imported")
    try bench.take([.invoice("A")])
    try bench.take([.invoice("B")])
    try bench.takeBack()
    #expect(
      bench.refusal()?.hasPrefix("what the books were before it is kept for the last import only") == true)
  }

  @Test func whoRecordedSomethingSinceIsNamed() throws {
    let bench = try Self.twice()
    var actions = Actions()
    try bench.ledger.record(
      .note("x"), on: try bench.account("9"), day: TestBooks.start, action: actions.next())
    try bench.ledger.record(
      .note("x"), on: try bench.account("1"), day: TestBooks.start, action: actions.next())
    let (before, head) = (try bench.content(), try bench.ledger.journalHead())
    #expect(bench.refusal() == "ann recorded entry 5 about account 1, which it changed")
    #expect(try bench.content() == before)
    #expect(try bench.ledger.journalHead() == head)
  }

  @Test func whatIsRecordedAboutOthersStays() throws {
    let bench = try Self.twice()
    var actions = Actions()
    let other = try bench.account("9")
    try bench.ledger.record(.note("x"), on: other, day: TestBooks.start, action: actions.next())
    try bench.takeBack()
    #expect(try bench.ledger.account(other).entries.count == 1)
    #expect(try bench.ledger.verify() == [])
  }

  @Test func aFormThatIsBasedOnItIsNotSavedUnseen() throws {
    let bench = try Self.twice()
    var actions = Actions()
    let account = try bench.account("1")
    let version = try bench.ledger.account(account).version
    try bench.takeBack()
    #expect(throws: LedgerError.self) {
      try bench.ledger.record(
        .note("x"), on: account, day: TestBooks.start, action: actions.next(), basedOn: version)
    }
  }

  @Test func aFormAboutACustomerThatItBroughtKeepsIt() throws {
    let bench = try Self.twice()
    try bench.ledger.connection.run(
      "insert into draft (action, account_id, based_on, collector, fields) values ('a', $1, 1, 'bob', '')",
      try bench.account("2").rawValue)
    #expect(bench.refusal() == "bob has a form about account 2, which it brought, that is not saved")
  }

  @Test(arguments: [
    "update import_before set changes = replace(changes, '100', '101') where changes is not null",
    "update import_before set digest = null where changes is not null",
    "update import_before set changes = 'invoice' where changes is not null",
    "delete from import_before where changes is not null", "delete from import_before where changes is null",
  ])
  func whatWouldNotBeAsItWasIsNotDone(_ spoiling: String) throws {
    let bench = try Self.twice()
    try bench.ledger.connection.run(spoiling)
    let before = try bench.content()
    #expect(throws: LedgerError.self) { try bench.takeBack() }
    #expect(try bench.content() == before)
    #expect(try bench.ledger.verify() == [])
  }

  @Test(arguments: [
    "update import_run set kind = 'invoices' where kind = 'taken_back'",
    "delete from import_run where id = 2",
    "update import_run set kind = 'taken_back' where id = 1",
    "update invoice set amount = 7 where number = 'A'",
  ])
  func whatIsWrongAfterItIsFound(_ spoiling: String) throws {
    let bench = try Self.twice()
    try bench.takeBack()
    try bench.ledger.connection.run(spoiling)
    #expect(try bench.ledger.verify() != [])
  }

  @Test func whoMayNotReverseWhatOthersWroteMayNotThis() throws {
    var policy = try TestPolicy.shipped()
    policy.rights = Rights([.takeBack: ["carl"]])
    let books = try TestBooks(policy: policy)
    try books.ledger.roll(to: TestBooks.start)
    let bench = ImportBench(ledger: books.ledger)
    try bench.take([.invoice("A")])
    let bob = Signature(at: Signature.ann.at, actor: "bob", host: "desk")
    #expect(throws: LedgerError.notAllowed(.takeBack, by: "bob", others: ["carl"])) {
      try books.ledger.takeBackImport(action: .new(), as: "bob", signed: bob)
    }
    try bench.takeBack()
  }

  @Test(arguments: ["", "plain", "a\tb", "a\nb\r\nc\r", "\\", "\\-", "\\n\\t", "ü\u{0}日本"])
  func anyTextComesBack(_ text: String) throws {
    let usd = try #require(Currency("USD"))
    var (before, after) = (
      AccountFile(customer: Customer(id: AccountID(rawValue: 1), number: text, name: text, collector: text)),
      AccountFile(customer: Customer(id: AccountID(rawValue: 1), number: "1", name: "x"))
    )
    before.contacts = [
      Contact(
        name: text, role: text, email: text, phones: [Phone(number: text, label: text)], language: nil,
        timeZone: text)
    ]
    before.invoices = [
      Invoice(
        id: DocumentID(rawValue: 3), number: text, issued: TestBooks.day(0), due: TestBooks.day(9),
        original: Money(minor: -5, usd), reference: text)
    ]
    after.credits = [
      Credit(
        id: DocumentID(rawValue: 1), number: "P", kind: .payment, dated: TestBooks.day(0),
        amount: Money(minor: 1, usd))
    ]
    let changes = BooksBefore(before, after: after)
    let read = try #require(BooksBefore(text: changes.text, of: before.customer.id))
    #expect(read == changes)
    #expect(read.restored(after) == before)
  }

  /// Customers 1 and 9, then another amount for 1 and a new customer 2.
  private static func twice() throws -> ImportBench {
    let bench = try ImportBench()
    try bench.take([.invoice("A", name: "Alder"), .invoice("N", of: "9", name: "Nut")])
    try bench.take([.invoice("A", name: "Alder", amount: 70), .invoice("B", of: "2", name: "Birch")])
    return bench
  }

  /// Invoices and credits of a few customers, so that two lists have much in common and much that differs.
  private static func rows(_ random: inout Randomness) throws -> [IncomingRow] {
    func pick(_ count: UInt64) -> Int { Int(random.next() % count) }
    var rows: [IncomingRow] = []
    for number in 0..<60 where pick(3) > 0 {
      let customer = String(number % 7 + pick(2) * 7 * (number % 3 == 0 ? 1 : 0))
      var row = try IncomingRow.invoice(
        "INV-\(number)", of: customer, name: "Customer \(customer)" + (pick(9) == 0 ? " Ltd" : ""),
        amount: 1_000 + Int64(pick(3)), open: pick(2) == 0 ? 500 : nil,
        settled: pick(4) == 0 ? -pick(30) : nil)
      row.customer.contact =
        pick(5) == 0
        ? Contact(name: "Jo \(pick(3))", phones: [Phone(number: "555-\(pick(4))")]) : nil
      rows.append(row)
      guard pick(4) == 0 else { continue }
      rows.append(
        try .credit(
          "P-\(number)", of: customer, kind: pick(3) == 0 ? .creditNote : .payment, amount: 300,
          for: pick(2) == 0 ? [IncomingApplication(invoice: "INV-\(number)", amount: 300)] : []))
    }
    return rows
  }
}

extension ImportBench {
  @discardableResult
  func takeBack() throws -> TakenBackImport {
    try ledger.takeBackImport(action: .new(), as: "ann", signed: .ann)
  }

  /// Why the last import stays; nil when it went.
  func refusal() -> String? {
    do {
      try takeBack()
      return nil
    } catch LedgerError.importStays(let reason) {
      return reason
    } catch {
      return "\(error)"
    }
  }

  func account(_ number: String) throws -> AccountID { try #require(try ledger.accountID(number: number)) }
}
