import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("What the queue comes to")
struct QueueFiguresTests {
  @Test("every lane says how many and how much, each currency for itself; callbacks say when the next one is")
  func lanes() throws {
    let lines = try DeskBench(Book.morning(), size: Size(columns: 100, rows: 40)).lines
    #expect(lines.contains("CALLBACKS 3 · 8 777.66 USD  1 035.74 GBP · next 10:00 BER (missed)"))
    #expect(lines.contains("BROKEN PROMISES 3 · 99 503.70 USD"))
    #expect(lines.contains("PROMISES DUE TODAY 1 · 71 521.85 EUR promised"))
    #expect(lines.contains { $0.hasPrefix("FIRST CONTACT 6 · 54 078 632.91 USD") })
  }

  @Test("the next callback is one that nobody called today")
  func nextCallback() throws {
    var bench = try DeskBench(Book.morning(), size: Size(columns: 100, rows: 40))
    #expect(bench.lines.contains { $0.hasPrefix("CALLBACKS 3") && $0.hasSuffix("next 10:00 BER (missed)") })
    try bench.type("cn")
    let heading = try #require(bench.lines.first { $0.hasPrefix("CALLBACKS") })
    #expect(!heading.contains("10:00 BER") && heading.contains(" · next "), "\(heading)")
  }

  @Test("headings are dim, and no amount in one is cut", arguments: [80, 81, 90, 120, 140])
  func headings(columns: Int) throws {
    let bench = try DeskBench(Book.morning(), size: Size(columns: columns, rows: 40))
    for (line, roles) in zip(bench.lines, bench.frame.roleLetters()) where line.hasPrefix("CALLBACKS") {
      #expect(roles.first == "d")
    }
    #expect(
      !bench.lines.contains { $0.contains(" · ") && $0.hasSuffix("…") && $0.first?.isUppercase == true })
  }

  @Test("the title says place, number and what is to be collected, rounded before it is cut")
  func title() throws {
    var bench = try DeskBench(Book.six(), size: Size(columns: 140, rows: 40))
    #expect(
      bench.lines[0].contains(" small book · my queue 1/4 · to collect 91 749.75 USD  3 200.00 CAD "))
    try bench.press(.down)
    #expect(bench.lines[0].contains("my queue 2/4 "))
    let narrow = try DeskBench(Book.six())
    #expect(narrow.lines[0].contains("my queue 1/4 · 92k USD 3 200 CAD "))
    #expect(try DeskBench(Book.morning()).lines[0].contains("my queue 1/16 · 54M USD 1 200k JPY +2 "))
    var text = QueueTitle(narrow.desk.sitting.list, nil)
    #expect(text.text(width: 60) == "my queue 1/4")
    text = QueueTitle(narrow.desk.sitting.list, QueueFigures(narrow.desk.sitting))
    for width in 12..<100 { #expect(text.text(width: width).count <= width) }
  }

  @Test("what is said to be left follows what is saved")
  func follows() throws {
    var bench = try DeskBench(Book.six(), size: Size(columns: 100, rows: 30))
    #expect(bench.lines.contains { $0.hasPrefix("BROKEN PROMISES 1 · 13 200.00 USD") })
    try bench.type("cv")
    try bench.press(.control("s"))
    #expect(!bench.lines.contains { $0.hasPrefix("BROKEN PROMISES") })
    #expect(bench.lines[0].contains("· to collect 78 549.75 USD  3 200.00 CAD"))
    bench.office.write(
      .snooze(until: Book.today.advanced(by: 9), reason: "away"), by: "bob", on: AccountID(rawValue: 5))
    try bench.send(.changedElsewhere)
    #expect(bench.lines[0].contains("· to collect 3 200.00 CAD  1 449.50 USD"))
  }

  @Test("a search says how many, and nothing of what the whole view comes to")
  func searches() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("/zeta")
    try bench.press(.enter)
    #expect(bench.lines[0].contains("“zeta” 1/1  "))
    #expect(!bench.lines.contains { $0.hasPrefix("FIRST CONTACT") })
  }

  @Test("every view says how many it lists and how much, before it is opened")
  func views() throws {
    var bench = try DeskBench(Book.six())
    try bench.type("v")
    for line in [
      "my queue               4  91 749.75 USD  3 200.00 CAD", "all accounts           6  91 749.75 USD",
      "broken promises        1  13 200.00 USD", "promises due           1  5 000.00 USD promised",
      "plans                  0", "snoozed                0",
    ] {
      #expect(bench.lines.contains { $0.contains(line) }, "\(line)")
    }
  }

  @Test("a view of matters says what these come to, in its title and in each row")
  func matters() throws {
    var file = Book.account(1, "Muster AG", [(-33, 900_000), (-9, 40_000)])
    let amount = Money(minor: 900_000, Book.usd)
    let plan = PlanTerms(
      currency: Book.usd, instalments: [.init(due: Book.today.advanced(by: 20), amount: 900_000)],
      covers: file.covers([file.invoices[0].id], amount), graceDays: 2)
    let dispute = DisputeTerms(
      reason: "price", covers: file.covers([file.invoices[1].id], Money(minor: 30_000, Book.usd)),
      dueOn: Book.today.advanced(by: 9), owner: "sales")
    file.entries = [
      Book.entry(1, on: 1, -3, EntryBody(plan)), Book.entry(2, on: 1, -4, EntryBody(dispute)),
    ]
    var bench = try DeskBench([file], size: Size(columns: 120, rows: 36))
    try bench.type("vplans")
    try bench.press(.enter)
    #expect(bench.lines[0].contains("plans 1/1 · planned 9 000.00 USD"))
    #expect(bench.lines.contains { $0.contains("Muster AG") && $0.contains("9 000.00") })
    try bench.type("vdisputes")
    #expect(bench.lines.contains { $0.contains("300.00 USD disputed") })
    try bench.press(.enter)
    #expect(bench.lines[0].contains("disputes 1/1 · disputed 300.00 USD"))
    #expect(bench.lines.contains { $0.contains("Muster AG") && $0.contains("300.00") && $0.contains("4d") })
  }

  @Test("nothing is asked for before the first list is here, then one collector after the other")
  func readsOn() throws {
    let bench = try DeskBench(Book.six())
    var desk = Desk(sitting: bench.desk.sitting)
    #expect(desk.readingAhead == nil || desk.sitting.list.isHere)
    desk.sitting.tallies = nil
    let selected = try #require(desk.sitting.list.selected)
    #expect(desk.readingAhead == .read(.account(selected)))
    _ = desk.update(.account(try #require(bench.office.file(selected))))
    #expect(desk.readingAhead == .read(.tallies(of: ["", "jane"])))
    _ = desk.update(
      .tallies(WorklistTallies(byCollector: ["jane": WorklistTally()], collectors: ["bob", "jane", "zoe"])))
    #expect(desk.readingAhead == .read(.tallies(of: ["bob"])))
    _ = desk.update(
      .tallies(WorklistTallies(byCollector: ["bob": WorklistTally()], collectors: ["bob", "jane"])))
    #expect(desk.readingAhead == nil)
    #expect(desk.update(.changedElsewhere).contains(.read(.tallies(of: ["jane"]))))
    _ = desk.update(.account(try #require(bench.office.file(selected))))
    #expect(desk.readingAhead == .read(.tallies(of: ["bob"])))
  }

  @Test("the day's figures are never cut off within an amount")
  func day() throws {
    let eur = try #require(Currency("EUR"))
    var sitting = try DeskBench(Book.six()).desk.sitting
    var totals = DayTotals(worked: 12, planned: 48, contacts: 7, promises: 3)
    #expect(DayLine(totals, nil, sitting).text(width: 80) == "Worked 12/48 ███░░░░░░░░░   Spoke 7")
    totals.promised = [Money(minor: 4_120_055, Book.usd), Money(minor: 153_050, eur)]
    let line = DayLine(totals, nil, sitting)
    let whole = "Worked 12/48 ███░░░░░░░░░   Spoke 7   Promised today 41 200.55 USD  1 530.50 EUR"
    #expect(line.text(width: whole.count) == whole)
    #expect(
      line.text(width: whole.count - 1)
        == "Worked 12/48 ███░░░░░░░░░   Spoke 7   Promised today 41k USD 1 531 EUR")
    for width in 12..<100 {
      let text = line.text(width: width)
      #expect(text.count <= width && !text.hasSuffix("…"))
      #expect(!text.contains("Promised") || text.hasSuffix(" EUR"))
    }
    // Money that is due in the week: its own figure.
    sitting = try DeskBench(Book.six()).desk.sitting
    let figures = try #require(QueueFigures(sitting))
    #expect(
      DayLine(totals, figures, sitting).text(width: 120)
        == "Worked 12/48 ███░░░░░░░░░   Spoke 7   Promised today 41 200.55 USD  1 530.50 EUR   Due by Sun 5 000.00 USD"
    )
  }

  @Test("what came in today is told where it has room")
  func cameIn() throws {
    var sitting = try DeskBench(Book.six()).desk.sitting
    var tally = WorklistTally()
    tally.add(received: 120_000, Book.usd)
    sitting.tallies?.byCollector["jane"]?.add(tally)
    let line = DayLine(DayTotals(worked: 1, planned: 4), QueueFigures(sitting), sitting)
    #expect(line.text(width: 100).hasSuffix("   Due by Sun 5 000.00 USD   Came in today 1 200.00 USD"))
    #expect(line.text(width: 70).hasSuffix("   Due by Sun 5 000.00 USD"))
  }

  @Test("a large screen shows what is promised for which day of this week, and no other")
  func week() throws {
    let lines = try DeskBench(Book.morning(), size: Size(columns: 140, rows: 40)).lines
    let start = try #require(lines.firstIndex { $0.contains("PROMISED FOR THIS WEEK") })
    let shown = lines[start...].prefix(4).map { $0.split(separator: "│").last.map(String.init) ?? "" }
    #expect(shown[1].hasPrefix(" today      71 521.85 EUR"))
    #expect(shown[2].hasPrefix(" Wed 25 Nov 1 033.67 USD"))
    #expect(shown[3].hasPrefix(" Fri 27 Nov 5 000.00 USD"))
  }

  @Test(
    "below a narrow list stand the number to dial and the whole amount, at every width", arguments: 80..<120)
  func selected(columns: Int) throws {
    var bench = try DeskBench(Book.morning(), size: Size(columns: columns, rows: 24))
    try bench.press(.down, .down)
    let line = bench.lines[20]
    #expect(line.contains("☎ +1 457 555 1612"))
    #expect(line.contains("Wanda Sato, 09:00 there"))
    #expect(line.hasSuffix("8 466.17 USD  30d"))
    #expect(bench.lines[21].hasPrefix("Why here  callback due: today at 14:00 · "))
    #expect(!bench.lines[21].contains("…"))
    try bench.press(.end)
    #expect(bench.lines[20].hasSuffix("83.16 USD  300d"))
  }

  @Test("the legend of the help explains lanes, flags, columns and codes")
  func legend() throws {
    var bench = try DeskBench(Book.six())
    for (word, line) in [
      ("flag P", "promised"), ("FIRST CONTACT", "by amount"), ("is it in", "money came"),
      ("result PP", "promise"),
    ] {
      try bench.type("?" + word)
      #expect(bench.lines.contains { $0.contains(word) && $0.contains(line) }, "\(word)")
      try bench.press(.enter)
      #expect(bench.desk.overlay == nil, "a line that tells something does nothing")
    }
  }
}
