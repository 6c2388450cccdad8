import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("Withdrawing a promise with x")
struct WithdrawalTests {
  /// One account with a promise for Fri 27 Nov, taken on Fri 20 Nov.
  private static func one() throws -> AccountFile {
    var file = Book.account(3, "Acme Tools", [(-33, 500_000), (-20, 90_000)])
    file.entries = [Book.entry(1, on: 3, -3, try Book.promise(500_000, on: 4, for: [300], of: file))]
    return file
  }

  /// The same with a promise for another invoice, two days nearer.
  private static func two() throws -> AccountFile {
    var file = try one()
    file.entries.append(Book.entry(2, on: 3, -2, try Book.promise(90_000, on: 2, for: [301], of: file)))
    return file
  }

  private func withdrawn(_ bench: DeskBench) -> EntryBody? { bench.office.files[0].entries.last?.body }

  @Test("on the account: who and why, then what is next, and u takes it back")
  func account() throws {
    var bench = try DeskBench([Self.one()])
    try bench.type("vall acc")
    try bench.press(.enter, .enter)
    #expect(bench.lines[0].contains("1003 Acme Tools"))
    try bench.type("xBob")
    try bench.press(.enter)
    try bench.type("their customer has not paid")
    try bench.press(.enter)
    #expect(
      withdrawn(bench)
        == .withdrawn(
          EntryNumber(rawValue: 1), by: "Bob", reason: "their customer has not paid"))
    #expect(bench.message == "Saved 1003: promise withdrawn by Bob. Next: call on Mon 23 Nov.")
    #expect(bench.lines.contains { $0.contains("WHY   follow-up due: 5 000.00 USD taken back today") })
    try bench.type("u")
    #expect(bench.lines.contains { $0.contains("promise withdrawn by Bob") })
    try bench.type("y")
    #expect(bench.message == "Entry 2 of 1003 taken back. Next: call on Mon 23 Nov.")
    try bench.type("x")
    #expect(bench.lines.contains { $0.contains("5 000.00 USD on Fri 27 Nov") })
  }

  @Test("from the queue: the form names the promise, and it is withdrawn by who promised")
  func queue() throws {
    var bench = try DeskBench([Self.one()])
    try bench.type("vall acc")
    try bench.press(.enter)
    try bench.type("x")
    try Golden.check(bench.frame, "withdrawal-80x24")
    try bench.press(.enter, .enter)
    #expect(bench.message == "Say why it is withdrawn.")
    try bench.type("no money")
    try bench.press(.function(10))
    #expect(
      withdrawn(bench) == .withdrawn(EntryNumber(rawValue: 1), by: "Jane Doe", reason: "no money"))
    #expect(bench.cursorLine.contains("Acme Tools"), "it is in the queue again, and selected")
  }

  @Test("of several promises the nearest is offered, and another can be chosen", arguments: [false, true])
  func several(choosesOther: Bool) throws {
    var bench = try DeskBench([Self.two()])
    try bench.type("vall acc")
    try bench.press(.enter)
    try bench.type("x")
    #expect(bench.cursorLine.contains("900.00 USD on Wed 25 Nov"))
    #expect(bench.lines.contains { $0.contains("1 of 2, ← → chooses · open since Sat 21 Nov, Jane Doe") })
    if choosesOther {
      try bench.press(.right)
      #expect(bench.cursorLine.contains("5 000.00 USD on Fri 27 Nov"))
    }
    try bench.press(.enter, .enter)
    try bench.type("no money")
    try bench.press(.enter)
    let entry = EntryNumber(rawValue: choosesOther ? 1 : 2)
    #expect(withdrawn(bench) == .withdrawn(entry, by: "Jane Doe", reason: "no money"))
  }

  @Test("in the list of promises the selected one is offered")
  func selected() throws {
    var bench = try DeskBench([Self.two()])
    try bench.type("vall acc")
    try bench.press(.enter, .enter, .tab, .tab, .down)
    try bench.type("x")
    #expect(bench.cursorLine.contains("5 000.00 USD on Fri 27 Nov"))
  }

  @Test("without an open promise the message line says so", arguments: [false, true])
  func none(onAccount: Bool) throws {
    var bench = try DeskBench(Book.six())
    if onAccount { try bench.press(.enter) }
    try bench.type("x")
    #expect(bench.message == "1001 Muster AG has nothing open to withdraw.")
    #expect(!bench.lines.contains { $0.contains("Withdraw on") })
  }

  @Test("a promise that somebody else withdrew meanwhile is not withdrawn again, nor another instead")
  func stale() throws {
    var bench = try DeskBench([Self.two()])
    try bench.type("vall acc")
    try bench.press(.enter)
    try bench.type("x")
    try bench.press(.enter, .enter)
    try bench.type("no money")
    bench.office.write(
      .withdrawn(EntryNumber(rawValue: 2), by: "Jane", reason: "x"), by: "bob",
      on: AccountID(rawValue: 3))
    try bench.press(.enter)
    #expect(bench.message.contains("bob logged promise withdrawn by Jane at 14:00"))
    try bench.press(.enter)
    #expect(bench.message == "This is not open any more.")
    #expect(bench.office.files[0].entries.count == 3)
    #expect(bench.lines.contains { $0.contains("no money") })
  }

  @Test("of the only promise too; what is wrong stands at it, and the cursor stays where keys mean something")
  func staleOnly() throws {
    var bench = try DeskBench([Self.one()])
    try bench.type("vall acc")
    try bench.press(.enter)
    try bench.type("xBob")
    try bench.press(.enter)
    try bench.type("no money")
    bench.office.write(
      .withdrawn(EntryNumber(rawValue: 1), by: "Jane", reason: "x"), by: "bob",
      on: AccountID(rawValue: 3))
    try bench.press(.enter, .enter)
    #expect(bench.message == "This is not open any more.")
    try bench.press(.end)
    #expect(bench.lines.contains { $0.contains("│        This is not open any more.") })
    try bench.type("!")
    #expect(bench.cursorLine.contains("Reason no money!"))
  }

  @Test("what was typed is kept with the promise that was chosen")
  func draft() throws {
    var bench = try DeskBench([Self.two()])
    try bench.type("vall acc")
    try bench.press(.enter)
    try bench.type("x")
    try bench.press(.right, .enter)
    try bench.type("Bob")
    try bench.press(.escape)
    #expect(bench.message.contains("What you typed is kept"))
    try bench.type("x")
    #expect(bench.cursorLine.contains("5 000.00 USD on Fri 27 Nov"))
    #expect(bench.lines.contains { $0.contains("Who    Bob") })
    #expect(bench.message.isEmpty)
    try bench.press(.escape)
    bench.office.write(
      .withdrawn(EntryNumber(rawValue: 1), by: "Jane", reason: "x"), by: "bob",
      on: AccountID(rawValue: 3))
    try bench.type("x")
    #expect(bench.lines.contains { $0.contains("900.00 USD on Wed 25 Nov") })
    #expect(bench.message.contains("What you had chosen is not there any more"))
  }

  @Test("what was typed when the line dropped is offered, taken up and saved once")
  func offered() throws {
    var bench = try DeskBench([Self.one()])
    try bench.type("vall acc")
    try bench.press(.enter)
    try bench.type("xBob")
    try bench.send(.input(.hangUp))
    guard case .write(.saveDraft(let draft)) = try #require(bench.effects.first) else {
      Issue.record("nothing was kept")
      return
    }
    var next = try DeskBench([Self.one()])
    try next.send(.drafts([OfferedDraft(draft: draft, account: "1003 Acme Tools")]))
    #expect(next.lines.contains { $0.contains("A withdrawal for 1003 Acme Tools") })
    try next.type("t")
    try next.press(.enter)
    try next.type("no money")
    try next.press(.enter)
    #expect(withdrawn(next) == .withdrawn(EntryNumber(rawValue: 1), by: "Bob", reason: "no money"))
    #expect(next.office.files[0].entries.last?.action == draft.action)
    #expect(next.desk.sitting.drafts.isEmpty)
  }
}
