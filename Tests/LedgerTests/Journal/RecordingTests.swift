import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

struct RecordingTests {
  @Test func anEntryIsStoredOnceHoweverOftenItIsTried() throws {
    let books = try TestBooks(accounts: 1)
    let account = AccountID(rawValue: 1)
    var actions = Actions()
    let action = actions.next()
    let first = try books.ledger.record(.note("called"), on: account, day: TestBooks.start, action: action)
    // A retry may come from another session and after the account has changed.
    let again = try books.another().record(
      .note("called"), on: account, day: TestBooks.start, action: action, basedOn: 1)
    #expect(first == again)
    #expect(first.number == EntryNumber(rawValue: 1))
    #expect(try books.ledger.account(account).entries == [first])
  }

  @Test func theSecondOfTwoSessionsIsToldWhatChanged() throws {
    let books = try TestBooks(accounts: 1)
    let account = AccountID(rawValue: 1)
    let other = try books.another()
    var actions = Actions()
    let version = try books.ledger.account(account).version
    let theirs = try other.record(
      .note("theirs"), on: account, day: TestBooks.start, action: actions.next(), basedOn: version)
    let mine = actions.next()
    do throws(LedgerError) {
      try books.ledger.record(
        .note("mine"), on: account, day: TestBooks.start, action: mine, basedOn: version)
      Issue.record("a stale entry was stored")
    } catch .stale(let fresh) {
      #expect(fresh.entries == [theirs])
      let saved = try books.ledger.record(
        .note("mine"), on: account, day: TestBooks.start, action: mine, basedOn: fresh.version)
      #expect(saved.number == EntryNumber(rawValue: 2))
    }
  }

  @Test func theLastEntryIsTheNewestThatNobodyHasTakenBack() throws {
    let books = try TestBooks(accounts: 1)
    let account = AccountID(rawValue: 1)
    var actions = Actions()
    var own: [JournalEntry] = []
    for note in ["first", "second"] {
      own.append(
        try books.ledger.record(.note(note), on: account, day: TestBooks.start, action: actions.next()))
    }
    let me = try #require(own.first).collector
    #expect(try books.ledger.lastEntry(of: me, on: TestBooks.start) == own.last)
    let theirs = NewEntry(
      action: actions.next(), account: account, day: TestBooks.day(1), collector: "somebody else",
      body: .reversal(of: EntryNumber(rawValue: 2), reason: "wrong account"))
    try books.ledger.record(
      theirs, basedOn: nil, signed: Signature(at: Instant(milliseconds: 1), actor: "else", host: "here"))
    #expect(try books.ledger.lastEntry(of: me, on: TestBooks.start) == own.first)
    #expect(try books.ledger.lastEntry(of: "somebody else", on: TestBooks.day(1)) == nil)
  }

  @Test func theJournalRefusesChangesFromAnyStatement() throws {
    let books = try TestBooks(accounts: 1)
    var actions = Actions()
    try books.ledger.record(
      .note("a"), on: AccountID(rawValue: 1), day: TestBooks.start, action: actions.next())
    let statements = [
      "update journal set body = 'note b'", "delete from journal",
      "insert or replace into journal select * from journal",
      """
      insert into journal select 7, 'x', recorded, day, actor, host, collector, account_id, kind, salt, body,
        body_digest, previous, hash from journal
      """,
    ]
    for statement in statements {
      #expect(throws: SQLError.self, "\(statement)") { try books.ledger.connection.execute(statement) }
    }
  }

  @Test func savingBringsTheQueueUpToDateAndEndsTheDraft() throws {
    let books = try TestBooks(accounts: 2)
    let account = AccountID(rawValue: 1)
    try books.ledger.roll(to: TestBooks.day(10))
    let query = WorklistQuery(view: .everyone, collector: "ann", today: TestBooks.day(10))
    #expect(try books.ledger.worklist(query, range: 0..<10).total == 2)
    var actions = Actions()
    let action = actions.next()
    try books.ledger.saveDraft(
      CallDraft(action: action, account: account, basedOn: 1, collector: "ann", fields: ["note": "a\nb"]))
    #expect(try books.ledger.drafts().map(\.fields) == [["note": "a\nb"]])
    let call = ProposedCall(
      action: "OUT", result: "LM", note: "Rückruf zugesagt", next: NextAction(.call, on: TestBooks.day(12)))
    try books.ledger.record(
      try call.stored(in: books.ledger.account(account)), on: account, day: TestBooks.day(10), action: action)
    #expect(try books.ledger.drafts().isEmpty)
    #expect(try books.ledger.worklist(query, range: 0..<10).rows.map(\.id) == [AccountID(rawValue: 2)])
    var search = query
    (search.view, search.text) = (.all, "ruckruf ZUGESAGT")
    #expect(try books.ledger.worklist(search, range: 0..<10).rows.map(\.id) == [account])
    // A field exit that comes after the save does not bring the draft back.
    try books.ledger.saveDraft(
      CallDraft(action: action, account: account, basedOn: 1, collector: "ann", fields: [:]))
    #expect(try books.ledger.drafts().isEmpty)
  }

  @Test func onlyWhatStandsCanBeTakenBack() throws {
    let books = try TestBooks(accounts: 2)
    let (one, two) = (AccountID(rawValue: 1), AccountID(rawValue: 2))
    var actions = Actions()
    func record(_ body: EntryBody, on account: AccountID) throws -> EntryNumber {
      try books.ledger.record(body, on: account, day: TestBooks.start, action: actions.next()).number
    }
    let note = try record(.note("a"), on: one)
    #expect(throws: LedgerError.self) { _ = try record(.reversal(of: note, reason: "x"), on: two) }
    #expect(throws: LedgerError.self) {
      _ = try record(.withdrawn(note, by: "Jane", reason: "x"), on: one)
    }
    let reversal = try record(.reversal(of: note, reason: "typing error"), on: one)
    #expect(throws: LedgerError.self) { _ = try record(.reversal(of: note, reason: "x"), on: one) }
    #expect(throws: LedgerError.self) { _ = try record(.reversal(of: reversal, reason: "x"), on: one) }
    #expect(try books.ledger.account(one).entries.count == 2)
  }

  @Test func isCorrectedOnceAndUndoneFromTheLastCorrectionOn() throws {
    let books = try TestBooks(accounts: 2)
    let one = AccountID(rawValue: 1)
    var actions = Actions()
    func record(_ body: EntryBody) throws -> EntryNumber {
      try books.ledger.record(body, on: one, day: TestBooks.start, action: actions.next()).number
    }
    func last() throws -> EntryNumber? {
      try books.ledger.lastEntry(of: "ann", on: TestBooks.start)?.number
    }
    let note = try record(.note("a"))
    let first = try record(.correction(of: note, because: "typing error", .note("b")))
    #expect(throws: LedgerError.self) { _ = try record(.correction(of: note, because: "x", .note("c"))) }
    #expect(throws: LedgerError.self) { _ = try record(.reversal(of: note, reason: "x")) }
    let second = try record(.correction(of: first, because: "again", .note("c")))
    #expect(try last() == second)
    _ = try record(.reversal(of: second, reason: "slip"))
    #expect(try last() == first)
    _ = try record(.reversal(of: first, reason: "slip"))
    #expect(try last() == note)
    #expect(try books.ledger.verify().isEmpty)
  }

  @Test func aPromiseIsWithdrawnOnce() throws {
    let books = try TestBooks(accounts: 1)
    let one = AccountID(rawValue: 1)
    var actions = Actions()
    func record(_ body: EntryBody) throws -> EntryNumber {
      try books.ledger.record(body, on: one, day: TestBooks.start, action: actions.next()).number
    }
    let invoice = try books.ledger.account(one).invoices[0]
    let terms = ProposedPromise(amount: invoice.original, day: TestBooks.day(4), invoices: [invoice.id])
    let call = try ProposedCall(action: "OUT", result: "PP", promise: terms).stored(
      in: books.ledger.account(one))
    let promise = try record(call)
    let withdraw = EntryBody.withdrawn(promise, by: "Jane", reason: "x")
    let withdrawal = try record(withdraw)
    #expect(throws: LedgerError.self) { _ = try record(withdraw) }
    _ = try record(.reversal(of: withdrawal, reason: "typing error"))
    _ = try record(withdraw)
    let other = try record(call)
    _ = try record(.reversal(of: other, reason: "wrong account"))
    #expect(throws: LedgerError.self) {
      _ = try record(.withdrawn(other, by: "Jane", reason: "x"))
    }
  }

  @Test func onlyWhatStandsOnTheAccountIsChanged() throws {
    let books = try TestBooks(accounts: 2)
    let (one, two) = (AccountID(rawValue: 1), AccountID(rawValue: 2))
    var actions = Actions()
    func record(_ body: EntryBody, on account: AccountID) throws -> EntryNumber {
      try books.ledger.record(body, on: account, day: TestBooks.start, action: actions.next()).number
    }
    let invoice = try books.ledger.account(one).invoices[0]
    let call = ProposedCall(
      action: "OUT", result: "DI", dispute: ProposedDispute(reason: "price", invoices: [invoice.id]))
    let raised = try record(call.stored(in: books.ledger.account(one)), on: one)
    func change(_ part: Int = 1) -> EntryBody {
      EntryBody(MatterChange(of: MatterID(raised, part), kind: "dispute", state: "in_process"))
    }
    _ = try record(change(), on: one)
    #expect(throws: LedgerError.nothingToChange(MatterID(raised))) { try record(change(), on: two) }
    #expect(throws: LedgerError.nothingToChange(MatterID(raised, 2))) { try record(change(2), on: one) }
    _ = try record(.reversal(of: raised, reason: "wrong account"), on: one)
    #expect(throws: LedgerError.nothingToChange(MatterID(raised))) { try record(change(), on: one) }
  }

  @Test func anUnknownAccountIsNamed() throws {
    let books = try TestBooks()
    var actions = Actions()
    let action = actions.next()
    #expect(throws: LedgerError.unknownAccount) {
      try books.ledger.record(.note("a"), on: AccountID(rawValue: 5), day: TestBooks.start, action: action)
    }
  }
}
