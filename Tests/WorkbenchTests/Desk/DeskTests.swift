import Foundation
import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("The desk")
struct DeskTests {
  @Test("a terminal that is too small says so at any size, and works again when it has grown")
  func tooSmall() throws {
    var bench = try DeskBench(Book.six())
    for columns in [1, 2, 7, 40, 79, 80] {
      for rows in [1, 2, 5, 23] {
        try bench.send(.input(.resize(Size(columns: columns, rows: rows))))
        #expect(bench.frame.size == Size(columns: columns, rows: rows))
        #expect(bench.lines.joined().contains("k"))
      }
    }
    try bench.send(.input(.resize(Size(columns: 60, rows: 10))))
    try Golden.check(bench.frame, "too-small-60x10")
    try bench.type("cn")
    #expect(bench.effects == [], "nothing is done to what cannot be seen")
    try bench.send(.input(.resize(Size(columns: 80, rows: 24))))
    #expect(bench.cursorLine.contains("Muster"))
  }

  @Test("Esc at the root does nothing; q leaves")
  func root() throws {
    var bench = try DeskBench(Book.six())
    let before = bench.frame
    try bench.press(.escape)
    #expect(bench.effects == [] && bench.frame == before)
    try bench.type("q")
    #expect(bench.effects == [.terminal(.quit)])
  }

  @Test("text that is pasted outside of a field is refused")
  func paste() throws {
    var bench = try DeskBench(Book.six())
    try bench.send(.input(.paste("qqq")))
    #expect(bench.effects == [])
    #expect(bench.message.contains("field"))
    try bench.type("/")
    try bench.send(.input(.paste("zeta")))
    try bench.press(.enter)
    #expect(bench.cursorLine.contains("Zeta"))
  }

  @Test(
    "help says what every key does, can be searched, and runs what is found",
    arguments: [Key.function(1), .character("?")])
  func help(key: Key) throws {
    var bench = try DeskBench(Book.six())
    try bench.press(key)
    try bench.type("snooz")
    #expect(
      bench.lines.contains { $0.contains("Put the account off") }, "by the name that the key bar gives it")
    for _ in 0..<5 { try bench.press(.backspace) }
    try bench.type("sorted by")
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.contains("Sort by") })
  }

  @Test(
    "help says what signs, states and codes of its screen mean, and of no other",
    arguments: [
      ("", "result PP", "promise to pay"), ("", "flag D", "disputed"), ("\n", "flag D", "disputed"),
      ("\n", "promise in grace", "the days of grace have not"),
      ("\n", "state on hold", "not to be collected"),
      ("\n", "instalment missed", "not all of it came"), ("c", "result PP", "promise to pay"),
      ("cp", "result DI", "dispute"), ("cp", "rest", "covered by nothing that was said"),
      ("\n", "result PP", nil),
      ("cp", "flag D", nil),
    ] as [(String, String, String?)])
  func legends(keys: String, word: String, meaning: String?) throws {
    var bench = try DeskBench(Book.six())
    for key in keys { try bench.press(key == "\n" ? .enter : .character(key)) }
    try bench.press(.function(1))
    try bench.type(word)
    let lines = bench.lines.filter { $0.lowercased().contains(word.lowercased()) }
    if let meaning {
      #expect(lines.contains { $0.contains(meaning) })
    } else {
      #expect(bench.lines.contains { $0.contains("nothing matches") })
    }
  }

  @Test("the palette runs any command by name")
  func palette() throws {
    var bench = try DeskBench(Book.six())
    try bench.type(":log call")
    try bench.press(.enter)
    #expect(bench.lines[0].contains("Call"))
  }

  @Test("a click on the key bar is its key")
  func keyBar() throws {
    var bench = try DeskBench(Book.six())
    let bar = bench.lines[22]
    let column = try #require(bar.range(of: "v view")).lowerBound
    let offset = bar.distance(from: bar.startIndex, to: column)
    try bench.send(.input(.click(Position(column: offset + 3, row: 22))))
    #expect(bench.lines.contains { $0.contains("everyone's queue") })
  }

  @Test("the key bar names letters, and only what can be done now")
  func keyBarNow() throws {
    var bench = try DeskBench(Book.six(), size: Size(columns: 132, rows: 43))
    let bar = try #require(bench.lines.dropLast().last)
    #expect(bar.hasPrefix("c log call  enter open  / search  v view  o sort  ? help  z snooze"))
    #expect(bar.contains("w pane") && !bar.contains("search all"))
    #expect(bar.firstMatch(of: /F\d/) == nil)
    try bench.type("/m")
    try bench.press(.enter)
    #expect(bench.lines.dropLast().last?.contains("a search all") == true)
    let narrow = try DeskBench(Book.six(), size: Size(columns: 119, rows: 24))
    #expect(narrow.lines[22].contains("q leave") && !narrow.lines[22].contains("w pane"))
    var account = try DeskBench(Book.six())
    try account.press(.enter)
    #expect(account.lines[22].hasPrefix("esc back  c log call  space tag  a tag all due"))
    #expect(!account.lines[22].contains("previous"), "it is the first account")
  }

  @Test("the key bar and sentences name the keys that the table has, whatever they are")
  func rebinding() throws {
    var rows = CommandTable.standard.rows
    for (command, letter) in [(Command.logCall, Character("b")), (.leave, "e")] {
      let index = try #require(rows.firstIndex { $0.id == command })
      rows[index].bindings[0].keys = [.character(letter)]
    }
    let table = CommandTable(rows: rows)
    let bench = try DeskBench(Book.six())
    var desk = Desk(sitting: bench.desk.sitting, commands: table)
    #expect(desk.frame().lines()[22].contains("b log call"))
    #expect(desk.update(.input(.key(.character("c")))) == [])
    #expect(desk.update(.input(.key(.character("b")))) == [.read(.account(AccountID(rawValue: 1)))])
    _ = desk.update(.input(.resize(Size(columns: 60, rows: 10))))
    #expect(desk.frame().lines().contains { $0.contains("press e to leave") })
  }

  @Test("before there is a book there is something to begin with at every size", arguments: Golden.sizes)
  func startLooks(size: Size) throws {
    try Golden.check(try DeskBench([], size: size).frame, "start-\(size.columns)x\(size.rows)")
  }

  @Test("before there is a book the desk offers the demo book, an import and help")
  func start() throws {
    var bench = try DeskBench([])
    try bench.press(.enter)
    #expect(bench.effects == [.book(.openDemo)])
    try bench.send(.progress("Making the demo book", percent: 40))
    #expect(bench.lines.contains { $0.contains("40 %") })
    try bench.send(.failed("The disk is full."))
    #expect(bench.message == "The disk is full.")
    try bench.type("i")
    #expect(bench.effects == [.book(.listExports)])
    try bench.send(.exports([ExportOffer(path: "open.csv", detail: "2 kB, 3 min ago")]))
    #expect(bench.lines.contains { $0.contains("> open.csv  2 kB, 3 min ago") })
    try bench.type("/tmp/x.csv")
    try bench.press(.enter)
    #expect(bench.effects == [.book(.sight("/tmp/x.csv", ImportAnswers()))])
    try bench.send(.opened(BookState(name: "demo", isEmpty: false, booksDay: Book.today)))
    #expect(bench.effects.contains(.read(.totals(collector: "jane"))))
    #expect(bench.lines[0].contains("demo · "))
  }

  @Test("while a book is being opened nothing else is offered")
  func opening() throws {
    var bench = try DeskBench([])
    bench.desk.sitting.isOpening = true
    try bench.send(.progress("Bringing the queue to Fri 27 Nov 2026", percent: 40))
    #expect(bench.lines.contains { $0.contains("40 %") })
    #expect(bench.lines.contains("esc Stop"))
    #expect(!bench.lines.contains { $0.contains("demo book") || $0.contains("no book yet") })
    try bench.send(.opened(BookState(name: "mine", isEmpty: true, booksDay: nil)))
    #expect(bench.lines.contains { $0.contains("open the demo book") })
  }

  @Test("a new day on the wall is asked for once, and only in front of the queue")
  func newDay() throws {
    var bench = try DeskBench(Book.six())
    let morning = Moment(
      now: Instant(milliseconds: Int64(Book.today.number + 1) * 86_400_000 + 21_600_000), localOffset: 0)
    let tomorrow = CalendarDay(number: Book.today.number + 1)
    try bench.send(.clock(morning))
    #expect(bench.effects == [], "the date was named, so it stays")
    bench.desk.sitting.followsClock = true
    try bench.press(.enter)
    try bench.send(.clock(morning))
    #expect(bench.effects == [], "an account is being worked on")
    try bench.press(.function(12))
    try bench.send(.clock(morning))
    #expect(bench.effects == [.book(.begin(tomorrow))])
    try bench.send(.clock(morning))
    #expect(bench.effects == [])
    try bench.send(.began(tomorrow, BookState(name: "small book", isEmpty: false, booksDay: Book.today)))
    #expect(bench.message.contains(tomorrow.long))
    #expect(bench.desk.sitting.list.query.today == tomorrow)
    #expect(bench.lines[0].contains(tomorrow.brief))
  }

  @Test("stale books are named on every screen")
  func staleBooks() throws {
    var bench = try DeskBench(Book.six())
    try bench.send(.opened(BookState(name: "old", isEmpty: false, booksDay: Book.today.advanced(by: -12))))
    #expect(bench.lines[0].contains("books 12 days old"))
    try bench.press(.enter)
    #expect(bench.lines[0].contains("books 12 days old"))
  }

  @Test("books that another session brought are stale no longer")
  func booksOfOthers() throws {
    var bench = try DeskBench(Book.six())
    try bench.send(.opened(BookState(name: "old", isEmpty: false, booksDay: Book.today.advanced(by: -12))))
    try bench.send(.booksCame(Book.today))
    #expect(!bench.lines[0].contains("days old"))
  }

  @Test("books are stale on the day after the policy's last one", arguments: [(0, false), (1, true)])
  func edgeOfStaleBooks(beyond: Int, isStale: Bool) throws {
    var bench = try DeskBench(Book.six())
    let age = bench.desk.sitting.policy.staleBooksDays + beyond
    try bench.send(
      .opened(BookState(name: "old", isEmpty: false, booksDay: Book.today.advanced(by: -age))))
    #expect(bench.lines[0].contains("days old") == isStale)
  }

  @Test("themes, repainting and suspending are handed on")
  func handedOn() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("tlight")
    try bench.press(.enter, .control("l"), .control("z"))
    try bench.send(.input(.resumed))
    #expect(
      bench.passedOn == [
        .terminal(.theme("light")), .terminal(.remember(bench.desk.sitting.preferences)), .terminal(.repaint),
        .terminal(.suspend), .terminal(.repaint),
      ])
  }

  @Test("an answer to an older question changes nothing")
  func lateAnswers() throws {
    var bench = try DeskBench(Book.six())
    let before = bench.frame
    let other = WorklistQuery(view: .broken, collector: "jane", today: Book.today)
    try bench.send(.worklist(WorklistPage(query: other, offset: 0, rows: [], total: 0)))
    #expect(bench.frame == before)
  }

  @Test("a path that was left, or whose file was refused, is offered first")
  func leftPath() throws {
    var bench = try DeskBench(Book.six())
    for key in [Key.escape, .enter] {
      let path = "/srv/exports/\(key == .enter ? "one" : "two").csv"
      for typed in [path, ""] {
        try bench.type("i")
        try bench.send(.exports([ExportOffer(path: "open.csv", detail: "2 kB, 3 min ago")]))
        if typed.isEmpty {
          #expect(bench.lines.contains { $0.contains("> \(path)") && $0.contains("looked at last") })
        }
        try bench.type(typed)
        try bench.press(typed.isEmpty ? .escape : key)
      }
    }
  }
}
