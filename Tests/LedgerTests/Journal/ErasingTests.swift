import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

/// Text goes for good, and what is left of its entry is as provable as before.
struct ErasingTests {
  private let books: TestBooks
  private let account = AccountID(rawValue: 1)
  private var actions = Actions()

  init() throws {
    books = try TestBooks(accounts: 2)
    try books.ledger.roll(to: TestBooks.start)
  }

  private static let secret = "Mrs Zygmunt is in hospital"

  @discardableResult
  private mutating func record(_ body: EntryBody, on account: Int64 = 1) throws -> EntryNumber {
    try books.ledger.record(
      body, on: AccountID(rawValue: account), day: TestBooks.start, action: actions.next()
    ).number
  }

  private mutating func erase(_ entries: [EntryNumber]) throws -> JournalEntry {
    try books.ledger.erase(
      entries, of: account, ground: "Art. 17", action: actions.next(), as: "ann", signed: .ann
    ).entry
  }

  /// A call with a promise, of which the text tells a lot.
  private func call() throws -> EntryBody {
    var contact = ContactRecord(action: "OUT", effects: [.worked, .rightParty], note: Self.secret)
    contact.person = "Zygmunt"
    contact.phone = "+1 312 555 0192"
    let usd = try #require(Currency("USD"))
    return EntryBody([
      contact, Outcome(result: "PP", reason: nil),
      PromiseTerms(
        amount: Money(minor: 5_000, usd), day: TestBooks.day(3), method: nil,
        covers: [CoveredInvoice(number: "A1-0", amount: Money(minor: 5_000, usd))], graceDays: 2,
        tolerance: .init(basisPoints: 100, amount: 0)),
    ])
  }

  @Test mutating func theTextGoesAndTheChainHolds() throws {
    let number = try record(try call())
    let before = try books.ledger.account(account)
    let saved = try erase([number])
    let file = try books.ledger.account(account)
    let body = try #require(file.entries.first { $0.number == number }).body
    #expect(body.erasedBy == saved.number)
    #expect(!body.text.contains("hospital") && !body.text.contains("Zygmunt") && !body.text.contains(" 555 "))
    #expect(body.first(PromiseTerms.self) == before.entries.first?.body.first(PromiseTerms.self))
    #expect(try books.ledger.verify().map(\.sentence) == [])
    // What follows from it is as it was.
    let policy = try TestPolicy.shipped()
    let day = TestBooks.day(5)
    let (then, now) = (
      try AccountSummary(of: before, policy: policy, asOf: day),
      try AccountSummary(of: file.before(saved.number), policy: policy, asOf: day)
    )
    #expect(then.promise == now.promise && then.next == now.next)
  }

  @Test mutating func nothingOfItIsLeftInTheFiles() throws {
    for _ in 0..<20 { _ = try record(.note("other text that stays " + String(repeating: "y", count: 300))) }
    let numbers = [
      try record(try call()), try record(.note(Self.secret + String(repeating: "z", count: 9_000))),
    ]
    let note: DraftName = "note"
    try books.ledger.saveDraft(
      CallDraft(
        action: actions.next(), account: account, basedOn: 1, collector: "ann", fields: [note: Self.secret]))
    _ = try erase(numbers)
    for suffix in ["", "-wal"] {
      let bytes = try FileBytes.read(books.path + suffix)
      #expect(bytes.firstRange(of: Array("hospital".utf8)) == nil, "\(suffix)")
    }
    #expect(try FileBytes.read(books.path).firstRange(of: Array("other text that stays".utf8)) != nil)
  }

  @Test mutating func onlyWhatTheErasureSaysMayBeErased() throws {
    let (first, second) = (try record(.note("one")), try record(.note("two")))
    let saved = try erase([first])
    let text = try #require(books.ledger.account(account).entries.first?.body.text)
    let tool = try Connection(path: books.path)
    func changing(_ number: EntryNumber, to body: String) throws {
      try tool.run(
        "update journal set salt = zeroblob(0), body = $2 where number = $1", number.rawValue, body)
    }
    // While the erasure is the newest entry its trigger lets texts go, and verify tells what nobody said.
    try changing(second, to: text)
    #expect(
      try books.ledger.verify().filter { $0.part == .journal }.map(\.sentence) == [
        "What is left of entry \(second.rawValue) is not what was written in it.",
        "The text of entry \(second.rawValue) was taken out, and no erasure says so.",
      ])
    try changing(first, to: text + "\n[note]\ntext forged")
    #expect(
      try books.ledger.verify().map(\.sentence).contains(
        "What the erasure of entry \(saved.number.rawValue) left of entry \(first.rawValue) was changed."))
    _ = try record(.note("later"))
    #expect(throws: SQLError.self) { try changing(second, to: text) }
  }

  /// Whoever may erase, or writes to the file, could say that something else was left.
  @Test mutating func whatIsLeftIsWhatWasWritten() throws {
    let number = try record(try call())
    let text = EvidenceChain.erased(
      try #require(books.ledger.account(account).entries.first).body.text, salt: [], format: 3,
      by: EntryNumber(rawValue: 3))
    let forged = text.replacing("amount 50.00 USD", with: "amount 10.00 USD")
    try #require(forged != text)
    let erasure = ErasureRecord(
      [.init(entry: number, left: EvidenceChain.digest(ofErased: forged).hexadecimal)], ground: "Art. 17")
    try record(EntryBody(erasure))
    try Connection(path: books.path).run(
      "update journal set salt = zeroblob(0), body = $2 where number = $1", number.rawValue, forged)
    #expect(
      try books.ledger.verify().filter { $0.part == .journal }.map(\.sentence) == [
        "What is left of entry \(number.rawValue) is not what was written in it."
      ])
  }

  /// Entries of books from before form 3 go as well, and the chain holds.
  @Test mutating func anEntryOfTheEarlierFormIsErased() throws {
    try rewrite(EntryNumber(rawValue: 1), format: 2, digest: EvidenceChain.digest(ofWhole:salt:))
    let number = try record(.note(Self.secret))
    try rewrite(number, format: 2, digest: EvidenceChain.digest(ofWhole:salt:))
    #expect(try books.ledger.verify().map(\.sentence) == [])
    let saved = try erase([number])
    #expect(
      try books.ledger.account(account).entries.first?.body.text
        == "[erased]\nby \(saved.number.rawValue)\n[account]\nnumber A1\nname erased\n[note]\ntext erased")
    #expect(try books.ledger.verify().map(\.sentence) == [])
  }

  /// Whoever writes his own entry could leave it unbound to what an erasure would leave.
  @Test mutating func anEntryOfAnEarlierFormBehindALaterOneIsNamed() throws {
    let number = try record(.note("one"))
    try rewrite(number, format: 2, digest: EvidenceChain.digest(ofWhole:salt:))
    #expect(
      try books.ledger.verify().map(\.sentence) == [
        "Entry \(number.rawValue) has the form 2, although one before it has the form 3."
      ])
  }

  /// Personal words may stand anywhere in what cannot be read.
  @Test mutating func whatCannotBeReadGoesAsAWhole() throws {
    let number = try record(try call())
    let connection = books.ledger.connection
    let trigger = try connection.first("select sql from sqlite_master where name = 'journal_is_not_changed'")
    {
      $0.text(0)
    }
    try connection.execute("drop trigger journal_is_not_changed")
    try connection.run(
      "update journal set body = $2 where number = $1", number.rawValue,
      "[promise]\nday ill\nxote \(Self.secret)")
    try connection.execute(try #require(trigger))
    _ = try erase([number])
    #expect(try FileBytes.read(books.path).firstRange(of: Array("hospital".utf8)) == nil)
    #expect(
      try books.ledger.verify().filter { $0.part == .journal }.map(\.sentence) == [
        "Nothing is left of entry \(number.rawValue) that could be held against what it said."
      ])
  }

  @Test mutating func anEntryOfALaterFormIsNamedAndNotErased() throws {
    let number = try record(.note("one"))
    try rewrite(number, format: 4) { _, _ in [1, 2, 3] }
    #expect(throws: LedgerError.cannotErase(number, reason: "a later version wrote it")) {
      try erase([number])
    }
    #expect(
      try books.ledger.verify().map(\.sentence) == [
        "Entry \(number.rawValue) has the form 4 of a later version: its text cannot be checked."
      ])
  }

  /// Writes the last entry anew as another version would have written it.
  private func rewrite(
    _ number: EntryNumber, format: Int, digest: (String, [UInt8]) -> [UInt8]
  ) throws {
    let connection = books.ledger.connection
    let trigger = try connection.first("select sql from sqlite_master where name = 'journal_is_not_changed'")
    {
      $0.text(0)
    }
    try connection.execute("drop trigger journal_is_not_changed")
    try connection.run("update journal set format = $1 where number = $2", format, number.rawValue)
    let row = try connection.first(
      """
      select number, action, recorded, day, actor, host, collector, format, policy, kind, body, salt, previous
      from journal where number = $1
      """, number.rawValue
    ) { row in
      let digest = digest(row.text(10), row.blob(11))
      let link = EvidenceChain.Link(
        number: row.int64(0), action: row.text(1), recorded: row.int64(2), day: row.int(3),
        actor: row.text(4),
        host: row.text(5), collector: row.text(6), format: row.int(7), policy: row.text(8), kind: row.text(9),
        bodyDigest: digest)
      return (digest, EvidenceChain.hash(link, after: row.blob(12)))
    }
    let (bodyDigest, hash) = try #require(row)
    try connection.run(
      "update journal set body_digest = $2, hash = $3 where number = $1", number.rawValue, bodyDigest, hash)
    try Meta(connection: connection).set(
      .journalHead, to: JournalHead(count: number.rawValue, bytes: hash).description)
    try connection.execute(try #require(trigger))
  }

  @Test(arguments: [
    "update journal set body = '[erased]' || char(10) || 'by 3', salt = x'00' where number = 2",
    "update journal set body = '[erased]' || char(10) || 'by 9', salt = zeroblob(0) where number = 2",
    "update journal set body = '[erased]' || char(10) || 'by 3', salt = zeroblob(0), actor = 'x' where number = 2",
    "update journal set body = '[erased]' || char(10) || 'by 3', salt = zeroblob(0), number = 9 where number = 2",
    "update journal set body = '[note]', salt = zeroblob(0) where number = 2",
    "delete from journal where number = 2",
  ])
  mutating func theTriggerLetsNothingElsePass(_ sql: String) throws {
    let number = try record(.note("one"))
    try #require(number.rawValue == 2)
    _ = try erase([number])
    #expect(throws: SQLError.self) { try Connection(path: books.path).execute(sql) }
  }

  @Test mutating func whatCannotBeErasedIsTold() throws {
    let (mine, other) = (try record(.note("one")), try record(.note("two"), on: 2))
    #expect(throws: LedgerError.cannotErase(other, reason: "it is not of account A1")) {
      try erase([mine, other])
    }
    #expect(try books.ledger.account(account).entries.first?.body.erasedBy == nil)
    let saved = try erase([mine])
    #expect(throws: LedgerError.cannotErase(mine, reason: "that was done before")) { try erase([mine]) }
    #expect(throws: LedgerError.cannotErase(saved.number, reason: "it tells of an erasure itself")) {
      try erase([saved.number])
    }
  }

  @Test mutating func whatSaysNothingAboutAnybodyStays() throws {
    func hold(_ reason: String) -> EntryBody {
      EntryBody(HoldTerms(reason: reason, by: "Rosa Diaz", until: TestBooks.day(9), covers: []))
    }
    let dispute = EntryBody(
      DisputeTerms(reason: "price", amount: nil, covers: [], dueOn: TestBooks.day(4), owner: "sales"))
    let numbers = try [hold("legal"), hold("Rosa is ill"), dispute].map { try record($0) }
    let saved = try erase(numbers)
    let bodies = try books.ledger.account(account).entries.map(\.body)
    #expect(bodies.compactMap { $0.first(HoldTerms.self)?.reason } == ["legal", "erased"])
    #expect(bodies.compactMap { $0.first(HoldTerms.self)?.person } == ["erased", "erased"])
    #expect(bodies.compactMap { $0.first(DisputeTerms.self)?.owner } == ["sales"])
    #expect(saved.body.first(AccountName.self)?.title == "erased")
    #expect(try FileBytes.read(books.path).firstRange(of: Array("Rosa".utf8)) == nil)
    #expect(
      try books.ledger.lossRemarks() == [
        "Entry 5 of 2026-11-02 by ann: the text of entries 2, 3, 4 was erased (Art. 17)."
      ])
  }

  @Test mutating func aSessionThatReadsKeepsTheTextAndThatIsSaid() throws {
    let number = try record(try call())
    let reader = try Connection(path: books.path)
    try reader.execute("begin")
    _ = try reader.first("select count(*) from journal") { $0.int(0) }
    let erased = try books.ledger.erase(
      [number], of: account, ground: "g", action: actions.next(), as: "ann", signed: .ann)
    #expect(!erased.isGone)
    try reader.execute("rollback")
    // The next commit that finds a long log folds it.
    #expect(books.ledger.connection.logPages > 0)
    #expect(try books.ledger.connection.checkpoint())
    #expect(try FileBytes.read(books.path).firstRange(of: Array("hospital".utf8)) == nil)
  }

  @Test mutating func anotherActionIsNotTakenForIt() throws {
    let action = actions.next()
    let number = try books.ledger.record(.note("one"), on: account, day: TestBooks.start, action: action)
      .number
    #expect(throws: LedgerError.otherAction(number)) {
      try books.ledger.erase([number], of: account, ground: "g", action: action, as: "ann", signed: .ann)
    }
  }

  @Test mutating func tryingAgainIsTheSameErasure() throws {
    let number = try record(.note("one"))
    let action = actions.next()
    let saved = try (0..<2).map { _ in
      try books.ledger.erase(
        [number], of: account, ground: "g", action: action, as: "ann", signed: .ann
      ).entry.number
    }
    #expect(saved[0] == saved[1])
  }
}
