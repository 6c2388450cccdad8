import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

@Suite("What is recorded can be read again")
struct ReadBackTests {
  private func books() throws -> (TestBooks, AccountID) {
    let books = try TestBooks(accounts: 2)
    try books.ledger.roll(to: TestBooks.start)
    return (books, AccountID(rawValue: 1))
  }

  /// A section that writes what nobody can read.
  private struct Illegible: EntrySection {
    static let name = "snooze"
    init() {}
    init(reading lines: SectionLines) throws(EntryTextError) { throw EntryTextError("anything") }
    func write(to lines: inout SectionWriter) { lines.line("until", "the 32nd" as String) }
    var words: SectionWords { SectionWords() }
    func next(_ policy: Policy) -> NextAction? { nil }
  }

  @Test("an entry that reads back as something else is not stored, and the book goes on")
  func notReadBack() throws {
    let (books, account) = try books()
    let version = try books.ledger.account(account).version
    #expect(throws: LedgerError.notReadBack("a day that is not one")) {
      try books.ledger.record(
        EntryBody(Illegible()), on: account, day: TestBooks.start, action: ActionID(rawValue: "a"))
    }
    #expect(try books.ledger.account(account).entries.isEmpty)
    #expect(try books.ledger.account(account).version == version)
    #expect(try books.ledger.verify() == [])
    // A day of eleven characters is written but never read.
    let far = Snooze(until: CalendarDay(number: 10_000_000), reason: "never")
    #expect(throws: LedgerError.self) {
      try books.ledger.record(
        EntryBody(far), on: account, day: TestBooks.start, action: ActionID(rawValue: "b"))
    }
    try books.ledger.record(
      .note("goes on"), on: account, day: TestBooks.start, action: ActionID(rawValue: "c"))
    #expect(try books.ledger.account(account).entries.map(\.body.freeText) == ["goes on"])
  }

  @Test("an entry says by itself whom and what it is about")
  func byNumber() throws {
    let (books, account) = try books()
    let file = try books.ledger.account(account)
    let promise = ProposedPromise(
      amount: file.invoices[0].original, day: TestBooks.day(4), invoices: [file.invoices[0].id])
    let call = try ProposedCall(action: "OUT", result: "PP", promise: promise).stored(in: file)
    let saved = try books.ledger.record(
      call, on: account, day: TestBooks.start, action: ActionID(rawValue: "a"))
    let text = try #require(
      try books.ledger.connection.first("select body from journal where number = $1", saved.number.rawValue) {
        $0.text(0)
      })
    #expect(text.hasPrefix("[account]\nnumber A1\nname Customer A1\n[contact]\n"))
    #expect(text.contains("\ncovers A1-0 100.00 USD\n"))
    let row = " \(file.invoices[0].id.rawValue)"
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(row) })
  }

  @Test(
    "an entry that a hand or a later version changed stops nothing else",
    arguments: ["[promise]\namount x", "no section at all", "", "[from_tomorrow]\nwhat who knows"])
  func damaged(text: String) throws {
    let (books, account) = try books()
    let saved = try books.ledger.record(
      .note("was readable"), on: account, day: TestBooks.start, action: ActionID(rawValue: "a"))
    try VerificationTests.tamper(books, "select 1")
    try Connection(path: books.path).run(
      "update journal set body = $1 where number = $2", text, saved.number.rawValue)
    let entry = try #require(try books.ledger.account(account).entries.first)
    #expect(entry.body.text == text)
    #expect(!entry.body.gist(policy: books.ledger.policy).isEmpty)
    try books.ledger.record(.note("next"), on: account, day: TestBooks.start, action: ActionID(rawValue: "b"))
    try books.ledger.roll(to: TestBooks.day(30))
    #expect(try books.ledger.account(account).entries.count == 2)
    #expect(try books.ledger.verify().contains { $0.entry == saved.number.rawValue })
  }

  @Test("every entry carries the form and the policy under which it was made")
  func policy() throws {
    let (books, account) = try books()
    try books.ledger.record(.note("a"), on: account, day: TestBooks.start, action: ActionID(rawValue: "a"))
    let marks = try books.ledger.connection.all("select format, policy from journal") {
      "\($0.int(0)) \($0.text(1))"
    }
    #expect(marks == Array(repeating: "3 \(books.ledger.policy.digest)", count: 2))
  }
}
