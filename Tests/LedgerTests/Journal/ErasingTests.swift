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
    #expect(!body.text.contains("hospital") && !body.text.contains("Zygmunt") && !body.text.contains("555"))
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
        "The text of entry \(second.rawValue) was taken out, and no erasure says so."
      ])
    try changing(first, to: text + "\n[note]\ntext forged")
    #expect(
      try books.ledger.verify().map(\.sentence).contains(
        "What the erasure of entry \(saved.number.rawValue) left of entry \(first.rawValue) was changed."))
    _ = try record(.note("later"))
    #expect(throws: SQLError.self) { try changing(second, to: text) }
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
