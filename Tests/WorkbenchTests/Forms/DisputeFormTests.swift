import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("A dispute changed on a small form")
struct DisputeFormTests {
  private func change(_ bench: FormBench) -> MatterChange? { bench.saved?.body.first(MatterChange.self) }

  /// Goes so many values further on the state, which is the first field that keys can change.
  private func open(state steps: Int) throws -> FormBench {
    var bench = try FormBench("dispute", onAccount: true)
    for _ in 0..<steps { try bench.desk.press(.right) }
    return bench
  }

  @Test("shows which it is about, how it stands, and what holds for what is left empty")
  func opened() throws {
    let bench = try FormBench("dispute", onAccount: true)
    for text in [
      "Which    200.00 USD price", "new, 2 days, sales, until Mon 30 Nov", "as it is", "1 of 8",
      "how much of it is accepted", "as it is; a department or a person",
      "Mon 30 Nov, as it is",
      "Nothing changes yet",
    ] {
      #expect(bench.desk.lines.contains { $0.contains(text) }, "\(text)")
    }
  }

  @Test("says in a sentence what will happen before it is saved")
  func outlook() throws {
    var bench = try open(state: 1)
    #expect(
      bench.desk.lines.contains {
        $0.contains("200.00 USD is not chased; it is looked at again on Mon 30 Nov.")
      })
    try bench.desk.press(.right, .right, .right)
    #expect(
      bench.desk.lines.contains {
        $0.contains("200.00 USD is free again: the account comes up on Tue 24 Nov.")
      })
    try bench.desk.press(.right)
    #expect(
      bench.desk.lines.contains { $0.contains("Tue 8 Dec, when its credit should be there") })
    #expect(
      bench.desk.lines.contains { $0.contains("What did it come from? A decision needs the root cause.") })
  }

  @Test("in process with another owner and day is one entry, told in the message and the story")
  func inProcess() throws {
    var bench = try open(state: 1)
    try bench.desk.press(.tab, .tab)
    try bench.desk.type("Logistics")
    #expect(bench.desk.lines.contains { $0.contains("logistics, a department") })
    try bench.desk.press(.tab)
    try bench.desk.type("+3")
    try bench.desk.press(.function(10))
    #expect(
      change(bench)
        == MatterChange(
          of: MatterID(EntryNumber(rawValue: 3)), kind: "dispute", state: "in_process", owner: "logistics",
          dueOn: Book.today.advanced(by: 3)))
    #expect(bench.desk.message.contains("dispute in process, owner logistics, due Thu 26 Nov 2026"))
    try bench.desk.press(.tab, .tab)
    #expect(bench.desk.lines.contains { $0.contains("Promises 2, disputes 1") })
    let row = try #require(bench.desk.lines.first { $0.contains("in process") })
    for text in ["26 Nov 26", "200.00", "USD", "21 Nov 26", "2 days, logistics"] {
      #expect(row.contains(text), "\(text) in \(row)")
    }
  }

  @Test("less than all that is accepted is partly, and the cause is picked from a list")
  func partly() throws {
    var bench = try open(state: 5)
    try bench.desk.press(.tab)
    try bench.desk.type("50")
    #expect(bench.desk.lines.contains { $0.contains("50.00 USD of 200.00 USD; the rest is rejected") })
    try bench.desk.press(.function(10))
    #expect(change(bench) == nil)
    #expect(bench.desk.cursorLine.contains("Cause"), "the cursor stands at what is missing")
    try bench.desk.press(.function(4))
    try bench.desk.type("wrong pr")
    try bench.desk.press(.enter, .function(10))
    let saved = try #require(change(bench))
    #expect(saved.state == "partly" && saved.cause == "wrong_price")
    #expect(saved.accepted.map(\.amount) == [Money(minor: 5_000, Book.usd)])
    #expect(saved.dueOn == CalendarDay(iso: "2026-12-08"))
    #expect(bench.desk.message.contains("dispute partly accepted, 50.00 USD, due Tue 8 Dec 2026."))
  }

  @Test("more than is disputed, a day that has passed and an unknown cause are told at their fields")
  func mistakes() throws {
    var bench = try open(state: 5)
    try bench.desk.press(.tab)
    try bench.desk.type("300")
    try bench.desk.press(.function(10))
    #expect(bench.desk.message.contains("Disputed now is 200.00 USD; 300.00 USD cannot be accepted of it."))
    #expect(bench.desk.cursorLine.contains("Accepted"))
    try bench.desk.press(.tab, .tab)
    try bench.desk.type("-1")
    try bench.desk.press(.tab)
    try bench.desk.type("weather")
    #expect(bench.desk.lines.contains { $0.contains("“weather” is not in the list.") })
    #expect(change(bench) == nil)
  }

  @Test("where nothing is contested the key says so", arguments: [false, true])
  func nothing(onAccount: Bool) throws {
    var file = try FormBench.file()
    file.entries.removeLast()
    var desk = try DeskBench([file])
    try desk.type("vall acc")
    try desk.press(.enter)
    if onAccount { try desk.press(.enter) }
    try desk.type("d")
    #expect(desk.message == "1003 Acme Tools has no open dispute.")
  }
}
