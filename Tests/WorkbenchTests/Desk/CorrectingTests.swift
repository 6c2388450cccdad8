import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("Correcting an entry in the account's story")
struct CorrectingTests {
  private static let account = AccountID(rawValue: 1)

  /// An account past due, with the story open; each of `entries` was written on Fri 20 Nov 2026, the last one stands on
  /// top.
  private func story(_ entries: EntryBody..., size: Size = Size(columns: 80, rows: 24)) throws -> DeskBench {
    var file = Book.account(1, "Muster AG", [(-20, 100_000)])
    file.contacts = [Contact(name: "Jane Doe", phones: [Phone(number: "+1 555 0100")])]
    file.entries = entries.enumerated().map { Book.entry(Int64($0.offset + 1), on: 1, -3, $0.element) }
    var bench = try DeskBench([file], size: size)
    try bench.type("vall acc")
    try bench.press(.enter, .enter, .tab)
    return bench
  }

  /// A call as the form completes it on Fri 20 Nov 2026.
  private func call(_ typed: (String, [CallLine: String])...) throws -> EntryBody {
    let policy = try SmallOffice([], today: Book.today).policy
    var file = Book.account(1, "Muster AG", [(-20, 100_000)])
    file.contacts = [Contact(name: "Jane Doe", phones: [Phone(number: "+1 555 0100")])]
    let picture = try AccountPicture(of: file, policy: policy, asOf: Book.today.advanced(by: -3))
    let parts = try typed.map { TypedCall.Part(try #require(policy.result($0.0)), $0.1) }
    return try TypedCall(parts, on: picture, tagged: [], policy: policy, zones: [:]).completed(
      started: Instant(milliseconds: 1000), ended: Instant(milliseconds: 2000)
    ).body
  }

  private func last(_ bench: DeskBench) throws -> EntryBody {
    try #require(bench.office.files[0].entries.last).body
  }

  @Test("shows the call as it was said and records one entry that keeps when it was made")
  func corrected() throws {
    var bench = try story(
      try call(
        ("DI", [.amount: "100", .disputeReason: "price", .invoices: "INV-10", .note: "after lunch"]),
        ("PP", [.date: "27 nov", .amount: "400.00"])))
    try bench.type("C")
    let text = bench.lines.joined(separator: "\n")
    #expect(text.contains("Correct a call of 1001 Muster AG"))
    #expect(text.contains("corrects entry 1 of Fri 20 Nov"))
    #expect(text.contains("100.00 USD"))
    #expect(text.contains("after lunch"))
    try bench.press(.control("s"))
    #expect(bench.message.contains("Say why entry 1 is corrected."))
    try bench.type("price was right")
    try bench.press(.control("s"))
    #expect(bench.message.contains("That is what entry 1 says."))
    try bench.press(.control("a"))
    #expect(bench.lines.contains { $0.contains("400.00") })
    while !bench.cursorLine.hasPrefix(" Amount") { try bench.press(.tab) }
    try bench.press(.control("u"))
    try bench.type("300")
    try bench.press(.control("s"))
    #expect(bench.message.contains("Saved 1001:"))
    let body = try last(bench)
    #expect(body.isCorrection)
    #expect(body.first(Reversal.self) == Reversal(of: EntryNumber(rawValue: 1), reason: "price was right"))
    #expect(body.all(Outcome.self).map(\.result) == ["DI", "PP"])
    #expect(body.promise?.amount.minor == 30_000)
    #expect(body.contact?.started == Instant(milliseconds: 1000))
    #expect(bench.lines.joined().contains("(corrects entry 1: price was right)"), "\(bench.lines)")
    #expect(bench.lines.contains { $0.contains("CORRECTED by entry 2:") })
  }

  @Test("the next outcome is there before anything is typed, and the key bar names it")
  func nextOutcome() throws {
    var bench = try story(
      try call(
        ("DI", [.amount: "100", .disputeReason: "price", .invoices: "INV-10"]),
        ("PP", [.date: "27 nov", .amount: "400.00"])), size: Size(columns: 100, rows: 30))
    try bench.type("C")
    #expect(bench.lines.contains { $0.contains("ctrl-a outcome 2") }, "\(bench.lines)")
    try bench.press(.control("a"))
    #expect(bench.lines.contains { $0.contains("promise to pay") && $0.contains("PP") })
    #expect(bench.lines.contains { $0.contains("ctrl-a and also") })
  }

  @Test("what is typed takes the place of what was said; other keys edit it")
  func typedInPlace() throws {
    var bench = try story(try call(("PP", [.date: "27 nov", .amount: "400.00", .note: "after lunch"])))
    func go(to line: String, _ key: Key = .tab) throws {
      for _ in 0..<20 where !bench.cursorLine.hasPrefix(" \(line)") { try bench.press(key) }
      try #require(bench.cursorLine.hasPrefix(" \(line)"))
    }
    try bench.type("C")
    try go(to: "Amount")
    #expect(bench.cursorLine.contains("400.00 USD"))
    try bench.type("900")
    #expect(bench.cursorLine.contains(" 900 "))
    #expect(!bench.cursorLine.contains("400.00"))
    try bench.press(.backTab, .tab)
    try bench.type("5")
    #expect(bench.cursorLine.contains(" 9005 "), "what somebody typed is added to")
    try go(to: "Date", .backTab)
    try bench.press(.backspace)
    try bench.type("8")
    #expect(bench.cursorLine.contains("2026-11-28"))
    try go(to: "Note")
    try bench.type("!")
    #expect(bench.cursorLine.contains("after lunch!"))
  }

  @Test("is readable at every size", arguments: Golden.sizes)
  func golden(size: Size) throws {
    let said = try call(
      ("DI", [.amount: "100", .disputeReason: "price", .invoices: "INV-10", .note: "after lunch"]),
      ("PP", [.date: "27 nov", .amount: "400.00"]))
    var bench = try story(said, size: size)
    try bench.type("C")
    while !bench.cursorLine.hasPrefix(" Corrected") { try bench.press(.tab) }
    try bench.type("misheard the amount")
    try Golden.check(bench.frame, "call-correction-\(size.columns)x\(size.rows)")
  }

  enum Small: CaseIterable, Sendable { case note, snooze, hold }

  @Test("shows a small form as it was filled in, and asks why", arguments: Small.allCases)
  func small(form: Small) throws {
    let before = Book.today.advanced(by: -3)
    let body: EntryBody =
      switch form {
      case .note: .note("ask Bob")
      case .snooze: .snooze(until: before.advanced(by: 1), reason: "holiday")
      case .hold:
        EntryBody(HoldTerms(reason: "legal", by: "Ann", until: before.advanced(by: 2), covers: []))
      }
    var bench = try story(body)
    try bench.type("C")
    #expect(bench.lines.contains { $0.contains("corrects entry 1 of Fri 20 Nov") })
    try bench.press(.control("u"))
    try bench.type(form == .snooze ? "+2" : "insolvency")
    try bench.press(.control("s"))
    #expect(bench.message.contains("Say why it is corrected."))
    try bench.type("slip")
    try bench.press(.control("s"))
    let said = try last(bench).said
    switch form {
    case .note: #expect(said == .note("insolvency"))
    case .snooze: #expect(said == .snooze(until: before.advanced(by: 2), reason: "holiday"))
    case .hold: #expect(said.first(HoldTerms.self)?.until == before.advanced(by: 2))
    }
    #expect(try last(bench).first(Reversal.self)?.reason == "slip")
    try bench.type("u")
    #expect(bench.lines.joined().contains("What it corrects counts again."))
    try bench.type("y")
    #expect(!bench.lines.contains { $0.contains("CORRECTED by") })
  }

  @Test("keeps what was typed and left, apart from a new call on the same account")
  func draft() throws {
    var bench = try story(try call(("PP", [.date: "27 nov", .note: "after lunch"])))
    try bench.type("C")
    try bench.press(.escape)
    #expect(!bench.lines.joined().contains("What you typed is kept"), "nothing was typed")
    #expect(bench.lines.joined().contains("Enter goes back to the form."))
    try bench.press(.escape)
    #expect(bench.desk.sitting.drafts.isEmpty, "nothing was changed")
    try bench.type("C")
    while !bench.cursorLine.hasPrefix(" Corrected") { try bench.press(.tab) }
    try bench.type("misheard")
    try bench.press(.escape, .escape)
    #expect(bench.message.contains("correct the same call"))
    try bench.type("c")
    #expect(bench.lines.joined().contains("What came of it?"))
    #expect(!bench.lines.joined().contains("misheard"))
    try bench.press(.escape)
    try bench.type("C")
    #expect(bench.lines.joined().contains("misheard"))
  }

  @Test("is refused where somebody else corrected it first, and nothing typed is lost")
  func twice() throws {
    var bench = try story(.note("ask Bob"))
    try bench.type("C")
    try bench.press(.control("u"))
    try bench.type("ask Jane")
    try bench.press(.tab)
    try bench.type("wrong name")
    bench.office.write(
      .correction(of: EntryNumber(rawValue: 1), because: "x", .note("ask Tim")), by: "bob", on: Self.account)
    try bench.press(.control("s"))
    #expect(bench.message.contains("bob corrected it: Entry 2 stands in its place."))
    #expect(bench.lines.joined().contains("ask Jane"))
    #expect(bench.office.files[0].entries.count == 2)
  }

  @Test("says what can be corrected where the cursor stands on nothing that can")
  func nothing() throws {
    var bench = try story(.note("ask Bob"))
    try bench.press(.backTab)
    try bench.type("C")
    #expect(bench.message.contains("Only what somebody wrote can be corrected"))
    try bench.press(.tab)
    bench.office.write(
      EntryBody(PersonRecord("Jane Roe")), by: "bob", on: Self.account)
    try bench.type("r")
    try bench.press(.home)
    try bench.type("C")
    #expect(bench.message.contains("Calls, comments, snoozes and holds can be corrected."))
  }
}
