import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("A search while it is typed")
struct SearchTypingTests {
  @Test("every letter shows what is found so far, and enter goes on with it")
  func typed() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/m")
    #expect(bench.lines[0].contains("my queue · “m” 1/3 of 5 "))
    try bench.type("u")
    #expect(bench.lines[0].contains("“mu” 1/1 ") && bench.lines.contains { $0.contains("Muster AG") })
    #expect(bench.message.hasPrefix("/mu") && bench.frame.cursor.row == 23)
    try bench.press(.enter)
    #expect(bench.lines[0].contains("“mu” 1/1 ") && bench.message.isEmpty)
    #expect(bench.cursorLine.contains("Muster AG"))
    try bench.press(.enter)
    #expect(bench.lines[0].contains("1001 Muster AG"))
  }

  @Test(
    "esc brings back what was there before, on the account that was selected; so does taking all letters back"
  )
  func left() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.down, .down)
    let before = bench.lines
    try bench.type("/calm")
    #expect(bench.lines[0].contains("all accounts · “calm” 1/1"))
    try bench.press(.escape)
    #expect(bench.lines == before)
    try bench.type("/1005")
    for _ in 1...4 { try bench.press(.backspace) }
    #expect(Array(bench.lines.dropLast(2)) == Array(before.dropLast(2)), "under the prompt and its keys")
    try bench.press(.backspace)
    #expect(bench.lines == before)
  }

  @Test("a search that is begun on an account shows the queue, and esc comes back to the account")
  func fromAccount() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.down, .enter)
    let before = bench.lines
    let account = bench.desk.sitting.list.selected
    try bench.type("/")
    #expect(bench.lines[0].contains("my queue 2/4"))
    try bench.type("zeta")
    #expect(bench.lines[0].contains("“zeta” 1/1 "))
    bench.office.write(.note("meanwhile"), by: "bob", on: try #require(account))
    try bench.press(.escape)
    #expect(bench.lines[0] == before[0])
    #expect(bench.lines.contains { $0.contains("meanwhile") })
    try bench.type("/zeta")
    try bench.press(.enter)
    #expect(bench.cursorLine.contains("Zeta") && bench.lines[0].contains("“zeta” 1/1 "))
  }

  @Test("arrows move through what is found while it is typed")
  func arrows() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/m")
    try bench.press(.down)
    #expect(bench.lines[0].contains("“m” 2/3 of 5 ") && bench.message.hasPrefix("/m"))
    try bench.press(.down, .up, .enter)
    #expect(bench.lines[0].contains("“m” 2/3 of 5 "))
    #expect(bench.message == "2 more accounts match outside of my queue; a lists all.")
    try bench.press(.escape)
    #expect(bench.lines[0].contains("my queue "))
  }

  @Test("what matches best comes first, in another order than that of the work the order is kept")
  func ranked() throws {
    var book = try Book.six()
    book[0].customer.name = "Remote Office"
    book[4].customer.name = "Moteum Ltd"
    var bench = try DeskBench(book)
    try bench.type("/mote")
    let rows = { (bench: DeskBench) in
      bench.lines.filter { $0.contains("Moteum") || $0.contains("Remote") }.prefix(2).map {
        $0.contains("Moteum")
      }
    }
    #expect(rows(bench) == [true, false])
    try bench.press(.enter)
    try bench.type("oname")
    try bench.press(.enter)
    #expect(bench.lines[0].contains("by name"))
    #expect(rows(bench) == [true, false])
  }

  @Test("keys that come faster than the book answers mean what was typed before them")
  func fast() throws {
    var bench = try DeskBench(Book.six())
    // Nothing is read between these keys.
    func feed(_ key: Key) throws {
      var waiting = bench.desk.update(.input(.key(key)))
      while !waiting.isEmpty {
        guard let answer = try bench.office.answer(waiting.removeFirst()) else { continue }
        waiting += bench.desk.update(answer)
      }
    }
    for letter in "/m" { try feed(.character(letter)) }
    #expect(bench.lines[0].contains("“m” …"))
    try feed(.down)
    #expect(bench.lines[0].contains("“m” 2/3 "))
    for letter in "u" { try feed(.character(letter)) }
    try feed(.enter)
    #expect(bench.cursorLine.contains("Muster AG"))
    try feed(.enter)
    #expect(bench.lines[0].contains("1001 Muster AG"))
  }

  @Test("a page of the list is read for what is found, not what only many moves would need")
  func short() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/m")
    #expect(bench.office.reads.last == 0..<30)
  }

  @Test("a terminal that grew while a search was typed has read what it shows, and ctrl-b moves the cursor")
  func grown() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/m")
    try bench.press(.control("b"))
    try bench.type("u")
    #expect(bench.message.hasPrefix("/um"))
    try bench.send(.input(.resize(Size(columns: 80, rows: 60))))
    try bench.press(.escape)
    #expect(bench.desk.sitting.list.margin == 60)
  }

  @Test("what the book reads for a search goes with it")
  func reading() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/")
    #expect(bench.desk.readingAhead == .read(.search(of: bench.desk.sitting.list.query)))
    try bench.press(.escape)
    #expect(bench.effects.contains(.read(.search(of: nil))))
    try bench.type("/m")
    try bench.press(.enter)
    #expect(bench.effects.contains(.read(.search(of: nil))))
  }
}
