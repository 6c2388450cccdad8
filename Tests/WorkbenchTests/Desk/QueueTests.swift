import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("The queue")
struct QueueTests {
  @Test(
    "can be read at every size",
    arguments: [(80, 24), (100, 30), (140, 40), (200, 60)])
  func looks(columns: Int, rows: Int) throws {
    let bench = try DeskBench(Book.morning(), size: Size(columns: columns, rows: rows))
    try Golden.check(bench.frame, "queue-\(columns)x\(rows)")
    let lines = bench.lines
    #expect(!lines.contains { $0.contains("#") }, "an amount has no room")
  }

  @Test("says with signs and words what it says with colours")
  func roles() throws {
    try Golden.check(
      roles: try DeskBench(Book.morning(), size: Size(columns: 100, rows: 30)).frame, "queue-roles-100x30")
  }

  @Test("moves inside the stretch that is here without asking for anything")
  func movesAtOnce() throws {
    var bench = try DeskBench(Self.many(600))
    let reads = bench.office.reads.count
    try bench.press(.down, .down, .down)
    #expect(bench.effects.isEmpty)
    #expect(bench.office.reads.count == reads)
    #expect(bench.cursorLine.contains("Customer 0004"))
  }

  @Test("reads on near the end of the stretch, and the selection stays on its account")
  func readsOn() throws {
    var bench = try DeskBench(Self.many(600))
    for _ in 0..<300 { try bench.press(.down) }
    #expect(bench.cursorLine.contains("Customer 0301"))
    #expect(
      bench.office.reads.count <= 6, "but for the first two, a reading lasts for more than seventy moves")
    try bench.press(.end)
    #expect(bench.cursorLine.contains("Customer 0600"))
    try bench.press(.home)
    #expect(bench.cursorLine.contains("Customer 0001"))
    #expect(!bench.lines.contains { $0.hasPrefix("…") })
  }

  @Test("a row of every page shows while paging", arguments: [Key.pageDown, .control("f")])
  func pages(key: Key) throws {
    var bench = try DeskBench(Self.many(100))
    let first = bench.cursorLine
    try bench.press(key)
    #expect(bench.cursorLine != first)
    try bench.press(.pageUp)
    #expect(bench.cursorLine == first)
  }

  @Test("stays on the account when others move around it")
  func staysOnAccount() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.down)
    #expect(bench.cursorLine.contains("Zeta"))
    bench.office.write(
      .snooze(until: Book.today.advanced(by: 9), reason: "away"), by: "bob", on: AccountID(rawValue: 1))
    try bench.send(.changedElsewhere)
    #expect(bench.cursorLine.contains("Zeta"))
    #expect(!bench.lines.contains { $0.contains("Muster") })
  }

  @Test("sorts, and the selected account stays selected")
  func sorts() throws {
    var bench = try DeskBench(Book.six())
    try bench.press(.down)
    try bench.type("oname")
    try bench.press(.enter)
    #expect(bench.cursorLine.contains("Zeta"))
    #expect(!bench.lines.contains { $0.hasPrefix("FIRST CONTACT") }, "lanes belong to the order by lane")
  }

  @Test("names lanes only where accounts come lane by lane, and says of what has none that it rests today")
  func headings() throws {
    var office = try SmallOffice(Book.six(), today: Book.today)
    let rows = try office.rows(
      WorklistQuery(view: .all, collector: "jane", today: Book.today))
    for (view, expected) in [(WorklistView.all, true), (.escalation, true), (.promisesDue, false)] {
      var list = AccountList(WorklistQuery(view: view, collector: "jane", today: Book.today))
      _ = list.take(WorklistPage(query: list.query, offset: 0, rows: rows, total: rows.count))
      let lines = QueueLines(list, near: 0, height: 20).lines
      #expect(lines.contains(.lane(nil)) == expected)
    }
    var bench = try DeskBench(Book.six())
    try bench.type("vall acc")
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.hasPrefix("NOTHING TO DO TODAY 2") })
  }

  @Test("goes by the rows that are here when something else was counted", arguments: [-5, 0, 1, 40])
  func miscounted(total: Int) throws {
    var office = try SmallOffice(Book.six(), today: Book.today)
    let query = WorklistQuery(view: .all, collector: "jane", today: Book.today)
    let rows = try office.rows(query)
    for (offset, here) in [(0, rows), (30, rows), (0, [])] {
      let page = WorklistPage(query: query, offset: offset, rows: here, total: total)
      #expect(page.total >= max(0, here.isEmpty ? 0 : offset + here.count))
      var list = AccountList(query)
      _ = list.take(page)
      for rank in [0, 50, -3, 31] { _ = list.select(rank) }
      #expect(list.rank <= max(page.total - 1, 0))
    }
  }

  @Test("does not ask for ever for accounts that were counted and are not there")
  func countedTooMany() {
    let query = WorklistQuery(view: .all, collector: "jane", today: Book.today)
    func answer(_ effect: Effect) -> WorklistPage? {
      guard case .read(.worklist(let query, let range)) = effect else { return nil }
      return WorklistPage(query: query, offset: range.lowerBound, rows: [], total: 40)
    }
    var list = AccountList(query)
    var effects = list.take(WorklistPage(query: query, offset: 0, rows: [], total: 40))
    var asked = 0
    while let page = effects.lazy.compactMap(answer).first, asked < 10 {
      asked += 1
      effects = list.take(page)
    }
    #expect(asked < 3)
    asked = 0
    while case .further(let effects) = list.selectNextToWork(Book.today), asked < 10 {
      asked += 1
      for page in effects.compactMap(answer) { _ = list.take(page) }
    }
    #expect(asked < 3)
  }

  @Test("a selection that leaves the rows comes to stand in the middle, one that shows moves nothing")
  func scrolling() throws {
    var office = try SmallOffice(Book.six(), today: Book.today)
    let query = WorklistQuery(view: .all, collector: "jane", order: .name, today: Book.today)
    let row = try #require(office.rows(query).first)
    let rows = (0..<100).map { number in
      WorklistRow(
        id: AccountID(rawValue: number), number: "\(number)", name: row.name, collector: nil,
        summary: row.summary)
    }
    var list = AccountList(query)
    _ = list.take(WorklistPage(query: query, offset: 0, rows: rows, total: rows.count))
    func first(near: Int) -> Int { QueueLines(list, near: near, height: 10).first }
    for (rank, near, expected) in [
      (0, 0, 0), (9, 0, 0), (10, 0, 5), (11, 5, 5), (4, 5, 0), (40, 50, 35), (99, 0, 90), (99, 95, 90),
      (60, 51, 51),
    ] {
      _ = list.select(rank)
      #expect(first(near: near) == expected, "rank \(rank) near \(near)")
    }
  }

  @Test("somebody without accounts of their own starts with everyone's")
  func nothingOfOnesOwn() throws {
    let bench = try DeskBench([Book.account(1, "Muster AG", [(-9, 100)], collector: "bob")])
    #expect(bench.lines[0].contains("everyone's queue 1/1 "))
    #expect(bench.message.contains("Nothing is due in your own queue"))
    #expect(bench.lines.contains { $0.contains("Worked 0/1 ") }, "the figures are of what is listed")
  }

  @Test(
    "after an import one's own queue comes back by itself, unless another view was chosen",
    arguments: [false, true])
  func ownQueueComesBack(isChosen: Bool) throws {
    var bench = try DeskBench([Book.account(1, "Muster AG", [(-9, 100)], collector: "bob")])
    #expect(bench.lines[0].contains("everyone's queue"))
    func imported(_ notice: String) -> Event {
      .opened(BookState(name: "small book", isEmpty: false, booksDay: Book.today, notice: notice))
    }
    try bench.send(imported("1 customer is new."))
    #expect(bench.lines[0].contains("everyone's queue"))
    #expect(bench.message.contains("1 customer is new. Nothing is due in your own queue."))
    if isChosen {
      try bench.type("veveryone")
      try bench.press(.enter)
    }
    bench.office.files.append(Book.account(2, "Elm Metals", [(-9, 100)]))
    try bench.send(imported("1 invoice is new."))
    #expect(bench.lines[0].contains(isChosen ? "everyone's queue 1/2 " : "my queue 1/1 "))
    #expect(bench.message.contains("Nothing is due") == false)
  }

  @Test("why an account is here begins with a reason, or with its priority where none has room")
  func whyHere() throws {
    var bench = try DeskBench([Book.account(1, "Calm W", [(9, 100)])])
    try bench.type("vall acc")
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.hasPrefix("Why here  priority 0 % D") }, "\(bench.lines)")
  }

  @Test("shows another view")
  func views() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("vall acc")
    try bench.press(.enter)
    #expect(bench.lines[0].contains("all accounts 1/6 "))
    #expect(bench.lines.contains { $0.contains("Calm W") })
  }

  @Test("typing digits searches for a number; the search shows in the title and Esc ends it")
  func searches() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("1005")
    #expect(bench.message.hasPrefix("/1005"))
    try bench.press(.enter)
    #expect(bench.lines[0].contains("“1005” 1/1 "))
    #expect(bench.cursorLine.contains("Zeta"))
    try bench.press(.escape)
    #expect(bench.lines[0].contains("my queue 2/4 "))
    #expect(bench.cursorLine.contains("Zeta"), "it stays on what was found")
  }

  @Test(
    "a search says of every row by what it found it, where the row does not show that",
    arguments: [
      ("inv-50", "invoice INV-50"), ("anna", "Anna Schmidt"), ("+49 170 99", "+49 170 99"),
      ("77100.25", "to collect 77 100.25"), ("77 100,25", "to collect 77 100.25"), ("zeta", ""),
    ])
  func saysWhy(_ typed: String, _ words: String) throws {
    for columns in [80, 100, 140] { try saysWhy(typed, words, columns) }
  }

  private func saysWhy(_ typed: String, _ words: String, _ columns: Int) throws {
    var bench = try DeskBench(Book.six(), size: Size(columns: columns, rows: 24))
    try bench.type("/\(typed)")
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.contains("Found by") } == !words.isEmpty)
    #expect(bench.cursorLine.contains("Zeta") && (words.isEmpty || bench.cursorLine.contains(words)))
    try bench.press(.escape)
    #expect(!bench.lines.contains { $0.contains("Found by") })
  }

  @Test("who calls in about an amount is at the form of a call for the keys of the amount and three more")
  func inboundByAmount() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/800.00")
    try bench.press(.enter)
    #expect(bench.cursorLine.contains("800.00 USD open of INV-11"))
    try bench.type("c")
    #expect(bench.lines[0].contains("Call 1001 Muster AG"))
    try bench.press(.escape, .enter)
    #expect(bench.cursorLine.contains("INV-11"), "the invoice of that amount is the one under the cursor")
  }

  @Test("a search without a hit in the view looks through all accounts")
  func searchesEverywhere() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/calm")
    try bench.press(.enter)
    #expect(bench.lines[0].contains("all accounts"))
    #expect(bench.cursorLine.contains("Calm"))
    try bench.type("/nobody")
    try bench.press(.enter)
    #expect(bench.lines.contains { $0.contains("Nothing matches “nobody”") })
    try bench.press(.escape)
    #expect(bench.lines[0].contains("my queue"))
  }

  @Test("a search for a whole account number stands on that account, whatever else has it in it")
  func exactNumber() throws {
    var book = try Book.six()
    book[4].invoices[0].number = "77-1002"
    var bench = try DeskBench(book)
    try bench.type("/1002")
    try bench.press(.enter)
    #expect(bench.lines[0].contains("“1002” 1/2"), "\(bench.lines)")
    #expect(bench.cursorLine.contains("Northern Timber"))
  }

  @Test("what a form says will come then is what saving it announces", arguments: ["N", "f", "H"])
  func announced(key: String) throws {
    var bench = try DeskBench(Book.six())
    try bench.type("c" + key)
    if key == "f" { try bench.send(.input(.paste("cash flow"))) }
    let row = try #require(bench.lines.first { $0.contains("Then  ") })
    let then = String(try #require(row.split(separator: "Then").last)).trimmed
    try bench.press(.function(10))
    #expect(bench.message.contains("Next: \(then)."), "\(bench.message)")
  }

  @Test("a search of the queue counts what matches elsewhere, and one key lists all of it")
  func elsewhere() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/m")
    try bench.press(.enter)
    #expect(bench.lines[0].contains("my queue · “m” 1/3 of 5 "))
    #expect(bench.message == "2 more accounts match outside of my queue; a lists all.")
    try bench.type("a")
    #expect(bench.lines[0].contains("all accounts · “m” 1/5 "))
    try bench.type("a")
    #expect(bench.message.contains("No other account matches."))
    try bench.press(.escape)
    #expect(bench.lines[0].contains("my queue 1/4 "))
    try bench.type("a")
    #expect(bench.message.contains("No words were searched for yet; / asks for them."))
    try bench.type("/zeta")
    try bench.press(.enter)
    #expect(bench.lines[0].contains("“zeta” 1/1 ") && bench.message.isEmpty)
  }

  @Test("the selected row can be clicked, and a click on it opens it")
  func clicks() throws {
    var bench = try DeskBench(Book.six())
    let row = try #require(bench.lines.firstIndex { $0.contains("Zeta") })
    try bench.send(.input(.click(Position(column: 5, row: row))))
    #expect(bench.cursorLine.contains("Zeta"))
    try bench.send(.input(.click(Position(column: 5, row: row))))
    #expect(bench.lines[0].contains("1005 Zeta"))
  }

  @Test("on a wide terminal the pane follows the selection, also when it moved on the account screen")
  func pane() throws {
    var bench = try DeskBench(Book.six(), size: Size(columns: 132, rows: 43))
    try bench.press(.down)
    #expect(bench.lines.contains { $0.contains("+49 30 1234 office, 15:00 there") })
    try bench.press(.home, .enter)
    try bench.type("J")
    try bench.press(.escape)
    #expect(bench.lines.contains { $0.contains("+49 30 1234 office, 15:00 there") })
    try bench.type("w")
    #expect(!bench.lines.contains { $0.contains("office, 15:00 there") })
    #expect(bench.lines.contains { $0.contains("☎ +49 30 1234 Anna Schmidt, 15:00 there") })
  }

  @Test("copies the number and the line")
  func copies() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("yY")
    #expect(
      bench.passedOn == [
        .terminal(.copy("1001")), .terminal(.copy("1001, Muster AG, 13 200.00 USD to collect")),
      ])
  }

  static func many(_ count: Int) -> [AccountFile] {
    (1...count).map { number in
      let name = "Customer " + String(String(10_000 + number).dropFirst())
      return Book.account(Int64(number), name, [(-30, Int64(1_000_000 - number * 100))])
    }
  }
}
