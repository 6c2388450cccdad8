import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("The story of an account")
struct StoryTests {
  /// Four payments on one day, one on another, one taken back, and two notes.
  static func book() throws -> [AccountFile] {
    var file = Book.account(1, "Muster AG", [(-40, 1_000_000), (-30, 50_000)])
    func payment(_ id: Int64, _ days: Int, _ minor: Int64, _ currency: Currency = Book.usd) -> Credit {
      Credit(
        id: DocumentID(rawValue: id), number: "PAY-\(id)", kind: .payment,
        dated: Book.today.advanced(by: days),
        amount: Money(minor: minor, currency), method: "ach")
    }
    file.credits = [
      payment(11, -2, 25_000), payment(12, -2, 100_050), payment(13, -2, 40_000, Book.cad),
      payment(14, -5, 7_700),
      payment(15, -2, -25_000),
    ]
    file.applications = [
      Application(
        id: 1, invoice: DocumentID(rawValue: 101), credit: DocumentID(rawValue: 12), source: .payment,
        dated: Book.today.advanced(by: -2), amount: 40_000)
    ]
    file.entries = [
      Book.entry(1, on: 1, -9, .note("The crane is broken.")),
      Book.entry(2, on: 1, -1, .note("They wait for the crane of Müller & Co.")),
    ]
    return [file]
  }

  static func story(_ size: Size = Size(columns: 80, rows: 24)) throws -> DeskBench {
    var bench = try DeskBench(try book(), size: size)
    try bench.press(.enter, .tab)
    return bench
  }

  @Test("payments of one day are one line with their number and sums; enter shows them one by one")
  func payments() throws {
    var bench = try Self.story()
    let folded = "3 payments: 1 250.50 USD  400.00 CAD"
    #expect(bench.lines.contains { $0.contains(folded) })
    #expect(!bench.lines.contains { $0.contains("payment PAY-12") })
    #expect(bench.lines.contains { $0.contains("payment PAY-14: 77.00 USD") }, "one tells itself")
    #expect(
      bench.lines.contains { $0.contains("payment PAY-15: -250.00 USD") }, "what takes back is not summed")
    try bench.press(.enter)
    #expect(bench.message.contains("Only a line of several payments in the story has details."))
    try bench.press(.down, .down, .down)
    #expect(bench.cursorLine.contains(folded))
    try bench.press(.enter)
    #expect(bench.cursorLine.contains(folded))
    for number in [11, 12, 13] { #expect(bench.lines.contains { $0.contains("payment PAY-\(number): ") }) }
    try bench.press(.down, .down)
    #expect(bench.cursorLine.contains("payment PAY-12: 1 000.50 USD"))
    try bench.press(.enter)
    #expect(bench.cursorLine.contains(folded), "from any of them it is one line again")
    #expect(!bench.lines.contains { $0.contains("payment PAY-12") })
  }

  @Test("the payments beside people's words can be reached, line by line, whatever is unfolded")
  func lines() throws {
    let file = try Self.book()[0]
    let bench = try Self.story()
    let picture = try bench.desk.sitting.picture(of: file)
    let day = Book.today.advanced(by: -2)
    for unfolded in [Set<CalendarDay>(), [day]] {
      let layout = TimelineLayout(picture, width: 80, unfolded: unfolded, bench.desk.sitting.policy)
      #expect(layout.lines == (unfolded.isEmpty ? 7 : 10))
      for place in picture.timeline.indices {
        let line = try #require(layout.line(of: place))
        let told = try #require(layout.place(of: line)).told
        #expect(told == place || layout.first(ofGroupAt: place) == told)
        if !unfolded.isEmpty { #expect(told == place || layout.first(ofGroupAt: place) == nil) }
      }
    }
  }

  @Test(
    "a search in the story goes to the line that has the words, whatever it folds away",
    arguments: [
      ("CRANE", "crane of Müller", 2), ("muller", "crane of Müller", 1),
      ("crane broken", "crane is broken", 1),
      ("inv-11", "payment PAY-12", 1), ("1 000,50", "payment PAY-12", 1), ("pay-14", "PAY-14", 1),
      ("jane", "a comment", 2),
    ])
  func searches(_ typed: String, _ words: String, _ count: Int) throws {
    var bench = try Self.story()
    try bench.type("/\(typed)")
    #expect(bench.message.hasPrefix("story /\(typed)"))
    try bench.press(.enter)
    #expect(bench.cursorLine.contains(words))
    #expect(bench.message.contains("“\(typed)” 1 of \(count)"))
    #expect(bench.lines[0].contains("1001 Muster AG"), "the account stays")
  }

  @Test("n and N go from hit to hit, round and round, until there is nothing to look for")
  func hits() throws {
    var bench = try Self.story()
    try bench.type("/crane")
    try bench.press(.enter)
    try bench.type("n")
    #expect(bench.cursorLine.contains("crane is broken") && bench.message.contains("2 of 2"))
    try bench.type("n")
    #expect(bench.cursorLine.contains("Müller") && bench.message.contains("1 of 2"))
    try bench.type("N")
    #expect(bench.cursorLine.contains("crane is broken"))
    try bench.type("/elephant")
    try bench.press(.enter)
    #expect(bench.message.contains("Nothing in the story matches “elephant”."))
    try bench.type("n")
    #expect(bench.message.contains("This is the last account of the list."))
    try bench.press(.tab)
    try bench.type("/muster")
    #expect(bench.message.hasPrefix("/muster"), "elsewhere it looks for accounts")
  }
}
