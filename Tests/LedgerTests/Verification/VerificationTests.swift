import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

/// Every check must find the fault that is planted for it.
struct VerificationTests {
  /// Three accounts with the entry that adopts the policy and four more, derived, and nothing wrong.
  static func soundBooks() throws -> TestBooks {
    let books = try TestBooks(accounts: 3)
    try books.ledger.roll(to: TestBooks.day(40))
    var actions = Actions()
    for index in 0..<4 {
      try books.ledger.record(
        .note("note \(index)"), on: AccountID(rawValue: Int64(index % 3 + 1)), day: TestBooks.day(40),
        action: actions.next())
    }
    return books
  }

  /// What somebody does with another tool: no triggers, no foreign keys.
  static func tamper(_ books: TestBooks, _ sql: String) throws {
    let connection = try Connection(path: books.path)
    try connection.execute(
      "drop trigger journal_is_not_changed; drop trigger journal_is_not_shortened; drop trigger journal_is_gapless"
    )
    try connection.execute(sql)
  }

  @Test func aSoundLedgerHasNoProblems() throws {
    let books = try Self.soundBooks()
    let head = try books.ledger.journalHead()
    #expect(head.count == 5)
    #expect(try books.ledger.verify(anchors: [head]) == [])
  }

  @Test(arguments: [
    (
      "update journal set body = '[note]' || char(10) || 'text other' where number = 3", 3,
      "The text of entry 3 was changed"
    ),
    ("update journal set salt = x'00' where number = 3", 3, "The text of entry 3 was changed"),
    ("update journal set actor = 'bob' where number = 2", 2, "Entry 2 was changed"),
    ("update journal set day = day - 1 where number = 4", 4, "Entry 4 was changed"),
    (
      "update journal set account_id = 2 where number = 2", 2,
      "Entry 2 is about account A1, but the file has it under account A2"
    ),
    ("update journal set account_id = null where number = 2", 2, "Entry 2 is about account A1"),
    (
      "update account set number = 'x' where id = 1; update account set number = 'A1' where id = 2", 2,
      "Entry 2 is about account A1, but the file has it under account x"
    ),
    ("update journal set host = 'other' where number = 2", 2, "Entry 2 was changed"),
    ("update journal set format = 1 where number = 2", 2, "Entry 2 was changed"),
    ("update journal set policy = 'x' where number = 2", 2, "Entry 2 was changed"),
    ("update journal set hash = zeroblob(32) where number = 2", 2, "Entry 2 was changed"),
    ("update journal set kind = 'snooze' where number = 2", 2, "Entry 2 was changed"),
    ("update meta set value = '2' where name = 'policy_entry'", 2, "The book goes by the policy of entry 2"),
    ("delete from journal where number = 3", 3, "Entry 3 is missing"),
    ("delete from journal where number in (2, 3)", 2, "Entries 2 to 3 are missing"),
    ("delete from journal where number = 1", 1, "Entry 1 is missing"),
    ("delete from journal where number = 5", 5, "The journal ends with entry 4, but it had 5"),
  ])
  func aChangedJournalIsNamed(_ sql: String, _ entry: Int64, _ beginning: String) throws {
    let books = try Self.soundBooks()
    try Self.tamper(books, sql)
    let problems = try books.ledger.verify()
    #expect(
      problems.contains { $0.part == .journal && $0.entry == entry && $0.sentence.hasPrefix(beginning) },
      "\(problems)")
  }

  @Test(arguments: [
    ("drop trigger journal_is_not_changed", "The trigger journal_is_not_changed was removed from the file."),
    (
      "create trigger quiet after insert on journal begin update credit set amount = 0; end",
      "The trigger quiet was added to the file; kept makes none of that name."
    ),
    (
      "drop trigger journal_is_gapless; create trigger journal_is_gapless before insert on journal begin select 1; end",
      "The trigger journal_is_gapless is not as kept makes it."
    ),
    (
      "create view invoices as select 1",
      "The view invoices was added to the file; kept makes none of that name."
    ),
    ("drop index summary_by_name", "The index summary_by_name was removed from the file."),
    ("alter table credit add column more text", "The table credit is not as kept makes it."),
  ])
  func whatTheFileIsMadeOfIsCompared(_ sql: String, _ sentence: String) throws {
    let books = try Self.soundBooks()
    try Connection(path: books.path).execute(sql)
    #expect(try books.ledger.verify().map(\.sentence) == [sentence])
  }

  /// What looks for erasures and imports goes by the kind under which an entry is filed.
  @Test func anEntryThatIsFiledAsSomethingElseIsNamed() throws {
    let books = try Self.soundBooks()
    try Self.tamper(books, "update journal set kind = 'contact' where number = 3")
    #expect(
      try books.ledger.verify().map(\.sentence).contains(
        "Entry 3 is filed as “contact”, but it is one of “note”."))
  }

  private static let forged = "[account]\nnumber A1\nname Customer A1\n[note]\ntext forged"

  @Test func anEntryWithANewHashBreaksTheNextOne() throws {
    let books = try Self.soundBooks()
    let row = try books.ledger.connection.first(
      "select action, recorded, day, actor, host, collector, format, policy, kind, salt, previous from journal where number = 2"
    ) { row in
      let digest = EvidenceChain.digest(of: Self.forged, salt: row.blob(9))
      let link = EvidenceChain.Link(
        number: 2, action: row.text(0), recorded: row.int64(1), day: row.int(2), actor: row.text(3),
        host: row.text(4), collector: row.text(5), format: row.int(6), policy: row.text(7),
        kind: row.text(8), bodyDigest: digest)
      return (digest, EvidenceChain.hash(link, after: row.blob(10)))
    }
    let (digest, hash) = try #require(row)
    try Self.tamper(books, "select 1")
    try Connection(path: books.path).run(
      "update journal set body = $3, body_digest = $1, hash = $2 where number = 2", digest, hash, Self.forged)
    #expect(try books.ledger.verify().filter { $0.part == .journal }.map(\.entry) == [3])
  }

  /// Whoever can write to the file can say that what he removed was lost before.
  @Test func aSalvageThatNeverWasIsNoExcuse() throws {
    let books = try Self.soundBooks()
    try Self.tamper(books, "delete from journal where number = 3")
    let ledger = try books.another()
    _ = try JournalWriter(connection: ledger.connection, signature: .ann, policy: ledger.policy.digest)
      .append(
        NewEntry(
          action: .new(), account: nil, day: TestBooks.day(40), collector: "eve",
          body: EntryBody(SalvageRecord(file: "x", missing: [3...3], losses: []))), about: nil)
    #expect(
      try ledger.verify().map(\.sentence).contains(
        "Entry 3 is missing from the journal; lost when the book was salvaged, says entry 6 of 2026-12-12."))
  }

  /// What is not about an account holds nobody's text: it may not be taken out.
  @Test func onlyTextOfAccountsMayBeErased() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", of: "1"), .invoice("B", of: "2")])
    let connection = bench.ledger.connection
    let body = "[erased]\nby 3"
    _ = try JournalWriter(connection: connection, signature: .ann, policy: bench.ledger.policy.digest).append(
      NewEntry(
        action: .new(), account: nil, day: TestBooks.start, collector: "eve",
        body: EntryBody(
          ErasureRecord(
            [.init(entry: EntryNumber(rawValue: 2), left: EvidenceChain.digest(ofErased: body).hexadecimal)],
            ground: "none"))), about: nil)
    #expect(throws: SQLError.self) {
      try connection.run("update journal set salt = zeroblob(0), body = $1 where number = 2", body)
    }
    try connection.execute("drop trigger journal_is_not_changed")
    try connection.run("update journal set salt = zeroblob(0), body = $1 where number = 2", body)
    let found = try bench.ledger.verify().map(\.sentence)
    #expect(found.contains("The text of entry 2 was taken out, which no erasure may do."), "\(found)")
    #expect(found.contains("What entry 2 said of an import cannot be read any more."), "\(found)")
  }

  @Test(arguments: [
    "update account set number_key = 'x' where id = 1; update account set number_key = 'A1' where id = 2",
    "update account set number_key = 'a9' where id = 1",
  ])
  func whatIsFoundByAnotherNumberIsNamed(_ sql: String) throws {
    let bench = try ImportBench()
    try bench.take([.invoice("I-1", of: "A1"), .invoice("I-2", of: "A2")])
    try bench.ledger.connection.execute(sql)
    let found = try bench.ledger.verify().map(\.sentence)
    #expect(found.contains { $0.hasSuffix(" is found by another number than its own.") }, "\(found)")
  }

  @Test func headsThatContradictEachOtherAreToldInAnyOrder() throws {
    let books = try Self.soundBooks()
    let head = try books.ledger.journalHead()
    let other = JournalHead(count: head.count, hash: String(repeating: "0", count: 64))
    for heads in [[head, other], [other, head]] {
      #expect(try books.ledger.verify(anchors: heads).map(\.entry) == [5])
      #expect(try books.ledger.contradicted(of: heads) == other)
    }
    #expect(try books.ledger.contradicted(of: [head]) == nil)
  }

  @Test func aJournalWrittenAnewIsToldByItsAnchorOnly() throws {
    let books = try Self.soundBooks()
    let head = try books.ledger.journalHead()
    try Self.tamper(
      books, "delete from journal; delete from meta where name in ('journal_head', 'policy_entry')")
    let forger = try books.another()
    var actions = Actions(seed: 9)
    for _ in 0..<5 {
      try forger.record(
        .note("forged"), on: AccountID(rawValue: 1), day: TestBooks.day(40), action: actions.next())
    }
    try Self.tamperDerived(forger)
    #expect(try forger.verify().filter { $0.part == .journal } == [])
    #expect(
      try forger.verify(anchors: [head]).contains { $0.part == .journal && $0.sentence.contains("anchored") })
  }

  private static func tamperDerived(_ ledger: LedgerFile) throws {
    try ledger.connection.execute("update meta set value = 'none' where name = 'rules'")
  }

  @Test(arguments: [
    (
      "update account_summary set payload = payload || ' ' where account_id = 2", "payload in account_summary"
    ),
    ("update account_summary set views = 0 where account_id = 2", "views in account_summary"),
    ("update account_summary set changes_on = null where account_id = 2", "changes_on in account_summary"),
    ("update account_summary set lane_order = 0 where account_id = 2", "lane_order in account_summary"),
    ("delete from account_summary where account_id = 2", "no row in account_summary"),
    ("update searched_words set texts = replace(texts, 'a2', 'x')", "texts in searched_words"),
    (
      "update searched_words set texts = replace(texts, 'a2', replace(hex(zeroblob(400)), '00', 'long '))",
      "where “a2\n"
    ),
    ("update invoice set amount = amount + 1 where account_id = 2", "payload in account_summary"),
  ])
  func aDerivedRowThatDoesNotFollowIsNamed(_ sql: String, _ words: String) throws {
    let books = try Self.soundBooks()
    try Connection(path: books.path).execute(sql)
    let problems = try books.ledger.verify()
    #expect(
      problems.contains { $0.part != .journal && $0.account == "A2" && $0.sentence.contains(words) },
      "\(problems)")
    #expect(!problems.contains { $0.account != "A2" && !$0.sentence.contains("_sums") })
    #expect(problems.allSatisfy { $0.sentence.count < 250 })
  }

  @Test(
    "sums of lists that are not those of the accounts are named",
    arguments: [
      ("update account_sums set accounts = accounts + 1 where currency = ''", "account_sums"),
      ("update account_sums set low = low + 1 where currency <> ''", "account_sums"),
      ("delete from account_sums", "account_sums"),
      ("insert into account_sums values ('nobody', 6, 4, '', 1, 0, 0)", "account_sums"),
      ("update searched_words set texts = texts || char(30) || 'x'", "searched_words"),
      ("update searched_amounts set texts = texts || 'x'", "searched_amounts"),
      ("insert into received_sums values ('ann', 'USD', 0, 5)", "received_sums"),
    ])
  func sums(_ sql: String, _ table: String) throws {
    let books = try Self.soundBooks()
    try Connection(path: books.path).execute(sql)
    let problems = try books.ledger.verify()
    #expect(problems.map(\.part) == [.derived])
    #expect(problems.allSatisfy { $0.sentence.contains(table) }, "\(problems)")
  }

  @Test(arguments: [
    (
      "insert into application (account_id, id, invoice_id, source, dated, amount) values (2, 1, 7, 'payment', 1, 1)",
      LedgerProblem.Part.books, "application 1 is to an invoice of another account"
    ),
    (
      "insert into application (account_id, id, invoice_id, source, dated, amount, reverses) values (2, 1, 1, 'payment', 1, -1, 9)",
      .books, "application 1 takes back one that is not there"
    ),
    ("insert into phone values (2, 77, 1, '555', null)", .file, "a person who is not there"),
    ("update invoice set amount = -1 where account_id = 2", .books, "invoice A2-0 is negative"),
    ("pragma foreign_keys = off; delete from account where id = 2", .file, "that is not there"),
    ("update invoice set currency = 'dollars' where account_id = 2", .file, "“dollars”"),
  ])
  func rowsThatDoNotFitTogetherAreNamed(_ sql: String, _ part: LedgerProblem.Part, _ words: String) throws {
    let books = try Self.soundBooks()
    try Connection(path: books.path).execute(sql)
    let problems = try books.ledger.verify()
    #expect(problems.contains { $0.part == part && $0.sentence.contains(words) }, "\(problems)")
  }

  @Test func aLedgerThatIsBrokenEverywhereIsToldShortly() throws {
    let books = try TestBooks(accounts: 150)
    try books.ledger.roll(to: TestBooks.start)
    try Connection(path: books.path).execute("update account_summary set promise_order = 77")
    let problems = try books.ledger.verify()
    #expect(problems.count == 101)
    #expect(problems.last?.sentence == "50 more like these were found.")
  }

  @Test func stopsWhenAsked() throws {
    let books = try Self.soundBooks()
    #expect(throws: LedgerError.cancelled(doing: "verify the ledger")) {
      try books.ledger.verify { _, _ in false }
    }
  }
}
