import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("Why a command cannot be done now")
struct ReasonTests {
  private func reason(_ command: Command, _ bench: DeskBench) -> String? {
    let sitting = bench.desk.sitting
    return sitting.commands.reason(command, in: bench.desk.screens.top.situation(sitting))
  }

  @Test("a queue without accounts says so to every command that is about one")
  func emptyQueue() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/nobody")
    try bench.press(.enter)
    for command in [Command.open, .logCall, .note, .snooze, .withdraw, .copyValue, .copyLine] {
      #expect(reason(command, bench) == "There is no account here.")
    }
    for command in [Command.nextAccount, .previousAccount, .searchNext, .searchPrevious] {
      #expect(reason(command, bench) == "There is no account in this list.")
    }
    for key in [Key.enter, .character("c"), .character("y"), .character("J")] {
      try bench.press(key)
      #expect(bench.effects == [])
      #expect(bench.message.hasPrefix("There is no account"))
    }
  }

  @Test("the pane needs room")
  func pane() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("w")
    #expect(bench.message == "The pane needs a terminal of at least 120 columns.")
    try bench.send(.input(.resize(Size(columns: 120, rows: 30))))
    #expect(reason(.sidePane, bench) == nil)
  }

  @Test("nothing is taken back before there is a book")
  func noBook() throws {
    let bench = try DeskBench([])
    #expect(reason(.undo, bench) == "There is no book yet in which something could be taken back.")
    #expect(reason(.undo, try DeskBench(Book.six())) == nil)
    #expect(reason(.open, bench) == nil, "here it opens an offer")
  }

  @Test(
    "only a promise that is open is withdrawn, on the queue and on the account", arguments: [false, true])
  func withdraw(onAccount: Bool) throws {
    var bench = try DeskBench(Book.six())
    if onAccount { try bench.press(.enter) }
    #expect(reason(.withdraw, bench) == "1001 Muster AG has nothing open to withdraw.")
    try bench.press(.escape)
    try bench.type("vall acc")
    try bench.press(.enter)
    while !bench.cursorLine.contains("Acme") { try bench.press(.down) }
    if onAccount { try bench.press(.enter) }
    #expect(reason(.withdraw, bench) == nil)
  }

  @Test("on an account: the ends of the list, and what can be tagged")
  func account() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.enter)
    #expect(reason(.previousAccount, bench) == "This is the first account of the list.")
    #expect(reason(.searchNext, bench) == nil)
    #expect(reason(.tagInvoice, bench) == nil)
    try bench.press(.tab, .character(" "))
    #expect(bench.message == "Only an open invoice can be tagged.")
    try bench.press(.escape, .end, .enter)
    #expect(reason(.searchNext, bench) == "This is the last account of the list.")
    #expect(reason(.previousAccount, bench) == nil)
  }

  @Test("logging a call: nothing marked, nothing typed, nothing to pick")
  func call() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("c")
    try bench.press(.enter)
    #expect(bench.message.contains("move to it with ↑ and ↓ first"))
    try bench.press(.control("x"))
    #expect(bench.message == "Nothing was typed here yet.")
    #expect(reason(.pick, bench) == nil, "the results can be picked from a list")
    try bench.type("pfri")
    #expect(reason(.discard, bench) == nil)
    try bench.press(.function(4))
    #expect(bench.message == "Type here; there is nothing to pick from.")
  }

  @Test("help dims what cannot be done and says why under the cursor; choosing it says so too")
  func help() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("?")
    let letters = bench.frame.roleLetters()
    let pane = try #require(bench.lines.firstIndex { $0.contains("Show or hide the pane") })
    let sort = try #require(bench.lines.firstIndex { $0.contains("Choose what the list is sorted by") })
    #expect(letters[pane].contains("ddddd"))
    #expect(!letters[sort].contains("ddddd"))
    try bench.type("pane")
    #expect(bench.lines.contains { $0.contains("─ The pane needs a terminal of at least 120 columns. ─") })
    try bench.press(.enter)
    #expect(bench.message == "The pane needs a terminal of at least 120 columns.")
    #expect(!bench.lines.contains { $0.contains("Help:") })
  }

  @Test("the palette says the reason beside the key")
  func palette() throws {
    var bench = try DeskBench(Book.six())
    try bench.type(":withdraw")
    #expect(bench.lines.contains { $0.contains("x  1001 Muster AG has nothing open to withdraw.") })
    try bench.press(.enter)
    #expect(bench.message == "1001 Muster AG has nothing open to withdraw.")
  }
}
