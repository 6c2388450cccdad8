import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("Working through the queue")
struct WorkingTests {
  @Test("no answer costs two keys and lands on the next account")
  func noAnswer() throws {
    var bench = try DeskBench(Book.six())
    #expect(bench.cursorLine.contains("Muster"))
    try bench.type("cn")
    #expect(bench.cursorLine.contains("Zeta"))
    #expect(bench.message.contains("NA"))
    #expect(bench.lines[1].contains("Worked 1/"))
    try bench.type("cn")
    #expect(bench.cursorLine.contains("Northern"))
  }

  @Test("from an account the next account opens after a save")
  func fromAccount() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.enter)
    #expect(bench.lines[0].contains("Muster"))
    try bench.type("cn")
    #expect(bench.lines[0].contains("1005 Zeta"))
  }

  @Test("the part of the account that shows stays the same from account to account")
  func staysInSection() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.enter, .tab, .function(8))
    #expect(bench.lines.contains { $0.contains("[Story 0]") })
  }

  @Test("next skips what was worked today, previous does not")
  func nextAndPrevious() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.down)
    try bench.type("cn")
    try bench.press(.home)
    try bench.press(.function(8))
    #expect(bench.cursorLine.contains("Northern"))
    try bench.type("K")
    #expect(bench.cursorLine.contains("✓"))
  }

  @Test("after the last account the desk says so and stays")
  func lastAccount() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.end)
    try bench.press(.function(8))
    #expect(
      bench.message == "No account below is left to work, but above are some: g goes to the first.",
      "\(bench.message)")
    try bench.press(.enter)
    try bench.press(.function(8))
    #expect(bench.lines[0].contains("my queue"))
    try bench.type("cn")
    #expect(bench.message.contains("NA no answer"), "what was saved is said all the same")
    #expect(bench.message.contains("No account below"))
  }

  @Test("the next account is found beyond the stretch that is here")
  func furtherDown() throws {
    var files = QueueTests.many(400)
    for index in 1..<350 {
      files[index].entries = [
        Book.entry(
          Int64(index), on: Int64(index + 1), 0,
          try ProposedCall(action: "OUT", result: "BZ", next: NextAction(.call, on: Book.today))
            .stored(in: files[index]))
      ]
    }
    var bench = try DeskBench(files)
    try bench.type("vall acc")
    try bench.press(.enter)
    try bench.type("oname")
    try bench.press(.enter, .home, .function(8))
    #expect(bench.cursorLine.contains("Customer 0351"))
  }

  @Test("undo names the entry, asks, and takes it back")
  func undo() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("cn")
    try bench.type("u")
    #expect(bench.lines.contains { $0.contains("Muster AG") && $0.contains("no answer") })
    try bench.press(.escape)
    #expect(bench.office.files[0].entries.count == 2)
    try bench.type("uy")
    #expect(bench.message.contains("taken back"))
    let reversal = try #require(bench.office.files[0].entries.last?.body.first(Reversal.self))
    #expect(reversal.entry == bench.office.files[0].entries[1].number)
  }

  @Test("with nothing to take back undo says so")
  func nothingToUndo() throws {
    var bench = try DeskBench([Book.account(1, "Muster AG", [(-5, 100)])])
    try bench.type("u")
    #expect(bench.message.contains("no entry of yours"))
  }

  @Test("snooze asks until when and why, and the account leaves the queue")
  func snooze() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("zfri")
    #expect(bench.lines.contains { $0.contains("Fri 27 Nov 2026, in 4 days") })
    try bench.press(.enter, .enter)
    #expect(bench.message.contains("Say why"))
    try bench.type("on holiday")
    try bench.press(.enter)
    #expect(
      bench.office.files[0].entries.last?.body
        == .snooze(until: Book.today.advanced(by: 4), reason: "on holiday"))
    #expect(!bench.lines.contains { $0.contains("Muster AG  ") })
  }

  @Test("a comment survives somebody else's entry")
  func staleNote() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("mcall after lunch")
    bench.office.write(.note("spoke to the director"), by: "bob", on: AccountID(rawValue: 1))
    try bench.press(.enter)
    #expect(bench.message.contains("bob logged a comment at 14:00"))
    #expect(bench.message.contains("F10 saves it on top"), "a long message is shown to its end")
    #expect(bench.lines.contains { $0.contains("call after lunch") })
    try bench.press(.enter)
    #expect(bench.office.files[0].entries.last?.body == .note("call after lunch"))
    #expect(!bench.lines.contains { $0.contains("Comment on") })
  }

  @Test("a draft is offered, taken up, and gone once it is saved")
  func drafts() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.function(6))
    try bench.type("p")
    try bench.press(.function(4))
    try bench.type("fri")
    try bench.send(.input(.hangUp))
    let draft = try #require(
      bench.passedOn.compactMap { if case .write(.saveDraft(let draft)) = $0 { draft } else { nil } }.last)
    #expect(bench.effects.last == .terminal(.quit))
    try bench.send(.drafts([OfferedDraft(draft: draft, account: "1001 Muster AG")]))
    #expect(bench.lines.contains { $0.contains("1001 Muster AG") && $0.contains("not saved") })
    try bench.press(.escape, .end)
    let selected = bench.cursorLine
    try bench.send(.drafts([OfferedDraft(draft: draft, account: "1001 Muster AG")]))
    try bench.type("t")
    #expect(bench.lines.contains { $0.contains("Fri 27 Nov") })
    try bench.press(.function(10))
    #expect(bench.office.files[0].entries.count == 2)
    #expect(bench.desk.sitting.drafts.isEmpty)
    #expect(bench.cursorLine.prefix(20) == selected.prefix(20), "the queue stays where it was")
  }

  @Test(
    "a comment or a snooze being typed is kept when the line drops, and offered again",
    arguments: [("m", "call after lunch", "comment"), ("z", "fri", "snooze")])
  func smallDrafts(key: String, text: String, what: String) throws {
    var bench = try DeskBench(Book.six())
    try bench.type(key + text)
    try bench.send(.input(.hangUp))
    guard case .write(.saveDraft(let draft)) = try #require(bench.effects.first) else {
      Issue.record("nothing was kept")
      return
    }
    var next = try DeskBench(Book.six())
    try next.press(.end)
    try next.send(.drafts([OfferedDraft(draft: draft, account: "1001 Muster AG")]))
    #expect(next.lines.contains { $0.contains("A \(what) for 1001 Muster AG") })
    try next.type("t")
    #expect(next.lines.contains { $0.contains(text) })
    if what == "snooze" {
      try next.press(.enter)
      try next.type("on holiday")
    }
    try next.press(.enter)
    let saved = next.office.files[0].entries.last
    #expect(saved?.action == draft.action)
    #expect(next.desk.sitting.drafts.isEmpty)
  }

  @Test("leaving a comment keeps it beside the draft of a call, and emptying it forgets it")
  func leftComment() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("mask Bob")
    try bench.press(.escape)
    #expect(bench.message.contains("What you typed is kept"))
    try bench.type("c")
    #expect(bench.lines.contains { $0.contains("What came of it?") })
    try bench.press(.escape)
    try bench.type("m")
    #expect(bench.lines.contains { $0.contains("ask Bob") })
    for _ in 0..<7 { try bench.press(.backspace) }
    try bench.press(.escape)
    try bench.type("m")
    #expect(!bench.lines.contains { $0.contains("ask Bob") })
  }

  @Test("drafts are offered one after the other")
  func severalDrafts() throws {
    var bench = try DeskBench(Book.six())
    let drafts = (1...3).map { number in
      OfferedDraft(
        draft: CallDraft(
          action: ActionID(rawValue: "draft-\(number)"), account: AccountID(rawValue: Int64(number)),
          basedOn: 1,
          collector: "jane", fields: [:]), account: "draft \(number)")
    }
    try bench.send(.drafts(drafts))
    #expect(bench.lines.contains { $0.contains("draft 1") })
    try bench.type("d")
    #expect(bench.effects == [.write(.discardDraft(ActionID(rawValue: "draft-1")))])
    #expect(bench.lines.contains { $0.contains("draft 2") })
    try bench.type("k")
    #expect(bench.effects == [])
    try bench.press(.escape)
    #expect(bench.effects == [] && bench.cursorLine.contains("Muster"))
  }
}
