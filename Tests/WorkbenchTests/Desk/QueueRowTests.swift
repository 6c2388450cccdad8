import Foundation
import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("A row of the queue")
struct QueueRowTests {
  /// Mon 23 Nov 2026, 14:00 UTC, on the wall of a collector in London.
  private static let clock = DayClock(
    today: Book.today,
    moment: Moment(
      now: Instant(milliseconds: Int64(Book.today.number) * 86_400_000 + 50_400_000),
      zones: ["Europe/Berlin": ZoneRules(offset: 3_600)], localOffset: 0))

  private static func summary(_ kind: NextAction.Kind = .call, contact: Int? = -1) throws -> AccountSummary {
    var summary = try AccountSummary(
      of: Book.account(1, "Muster AG", [(-9, 100)]), policy: try DeskBench([]).office.policy,
      asOf: Book.today)
    summary.lastContact = contact.map { Book.today.advanced(by: $0) }
    return summary
  }

  private static func words(
    _ kind: NextAction.Kind, _ days: Int, at hour: Int? = nil, zone: String? = nil, _ offset: Int? = nil,
    contact: Int? = -1, width: Int = 23
  ) throws -> String {
    let next = NextAction(
      kind, on: Book.today.advanced(by: days), at: hour.flatMap { TimeOfDay(hour: $0, minute: 0) },
      zone: zone,
      offset: offset)
    return StepWords(next, of: try summary(contact: contact), clock).text(width: width)
  }

  @Test("before a payment run, row, pane and account say what that run should pay")
  func dueByRun() throws {
    var file = Book.account(1, "Muster AG", [(2, 86_735)])
    file.customer.paymentRun = .weekly(.thursday)
    var bench = try DeskBench([file])
    #expect(bench.lines.contains { $0.hasPrefix("  Muster AG") && $0.contains(" 867.35 USD") })
    #expect(bench.lines.contains { $0.hasPrefix("  Muster AG") && $0.contains(" 26 Nov") })
    #expect(bench.lines.contains { $0.hasSuffix("due by run 867.35 USD") })
    let why = "before payment run Thu 26 Nov 2026: 867.35 USD due by then"
    #expect(bench.lines.contains { $0.contains(why) })
    var wide = try DeskBench([file], size: Size(columns: 140, rows: 40))
    #expect(wide.lines.contains { $0.contains("│ DUE BY RUN 867.35 USD") }, "\(wide.lines)")
    #expect(!wide.lines.contains { $0.contains("TO COLLECT 0.00 USD") })
    try bench.press(.enter)
    #expect(bench.lines[2].hasPrefix("DUE BY RUN") && bench.lines[3].hasPrefix("867.35 USD"))
    try wide.press(.enter)
    #expect(wide.lines[3].hasPrefix("867.35 USD"))
  }

  @Test("says what to do and when, and never a date alone")
  func steps() throws {
    #expect(try Self.words(.call, 0) == "call       today")
    #expect(try Self.words(.call, -3) == "call       since Fri")
    #expect(try Self.words(.call, -7) == "call       since 16 Nov")
    #expect(try Self.words(.call, -400) == "call       since Oct'25")
    #expect(try Self.words(.call, -3, contact: nil) == "first call since Fri")
    #expect(try Self.words(.checkPromise, 0) == "is it in?  today")
    #expect(try Self.words(.checkPromise, 7) == "check Mon 30 Nov")
    #expect(try Self.words(.checkPromise, 7, width: 24) == "check promise Mon 30 Nov")
    #expect(try Self.words(.checkPayment, 1, width: 20) == "check Tue 24 Nov")
    for kind in NextAction.Kind.allCases {
      for days in [-400, -3, 0, 2, 90] {
        for width in 23...41 {
          let text = try Self.words(kind, days, width: width)
          #expect(text.utf8.count <= width)
          let first = text.split(separator: " ").first ?? ""
          #expect(
            first.allSatisfy { $0.isLetter || $0 == "?" } && first != "since",
            "\(kind) \(days) \(width): \(text)")
        }
      }
    }
  }

  @Test("says whose clock it is where that is another one than the collector's")
  func clocks() throws {
    let newYork = ("America/New_York", -18_000)
    #expect(try Self.words(.callBack, 0, at: 14, zone: newYork.0, newYork.1) == "call back  14:00 NY")
    #expect(
      try Self.words(.callBack, 0, at: 14, zone: newYork.0, newYork.1, width: 40)
        == "call back  14:00 New York = 19:00 here")
    #expect(
      try Self.words(.callBack, 0, at: 14, zone: newYork.0, newYork.1, width: 28)
        == "call back  14:00 New York")
    #expect(try Self.words(.callBack, 0, at: 15, zone: "Europe/London", 0) == "call back  15:00")
    // Without a note of the offset that of today counts.
    #expect(try Self.words(.callBack, 0, at: 16, zone: "Europe/Berlin") == "call back  16:00 Berlin")
    #expect(try Self.words(.callBack, 0, at: 16) == "call back  16:00")
  }

  @Test("both clocks are those of the day that is meant, after either of them was changed")
  func otherDayClocks() throws {
    let zones = try ["America/New_York", "Europe/Berlin"].map { zone in
      (zone, try #require(ZoneRules(tzif: Self.bytes(zone))))
    }
    let moment = Moment(
      now: Self.clock.moment.now, zones: Dictionary(uniqueKeysWithValues: zones), localOffset: 3_600,
      localRules: zones[1].1)
    let clock = DayClock(today: Book.today, moment: moment)
    // On 15 March 2027 New York has summer time and Berlin has not.
    for (iso, here) in [("2027-03-12", "20:00"), ("2027-03-15", "19:00"), ("2027-03-29", "20:00")] {
      let next = NextAction(
        .callBack, on: try #require(CalendarDay(iso: iso)), at: TimeOfDay(hour: 14, minute: 0),
        zone: "America/New_York")
      #expect(clock.here(next)?.text == here)
    }
  }

  private static func bytes(_ zone: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(zone)")))
  }

  @Test("a callback is missed by the clock of the customer, and one of an earlier day always is")
  func missed() throws {
    // 14:00 in London is 09:00 in New York and 15:00 in Berlin.
    #expect(try Self.words(.callBack, 0, at: 10, zone: "Europe/London", 0) == "call back  10:00 missed")
    #expect(
      try Self.words(.callBack, 0, at: 10, zone: "Europe/London", 0, width: 22) == "call back 10:00 missed")
    #expect(try Self.words(.callBack, 0, at: 10, zone: "America/New_York", -18_000) == "call back  10:00 NY")
    #expect(try Self.words(.callBack, 0, at: 14, zone: "Europe/Berlin", 3_600) == "call 14:00 BER missed")
    #expect(try Self.words(.callBack, 0, at: 15, zone: "Europe/Berlin", 3_600) == "call back  15:00 Berlin")
    #expect(try Self.words(.callBack, -3, at: 15) == "call missed Fri 15:00")
    // Under another date than that on the wall no hour has passed.
    var other = Self.clock
    other = DayClock(
      today: other.today,
      moment: Moment(now: Instant(milliseconds: other.moment.now.milliseconds + 86_400_000), localOffset: 0))
    let next = NextAction(.callBack, on: other.today, at: TimeOfDay(hour: 10, minute: 0), offset: 0)
    #expect(StepWords(next, of: try Self.summary(), other).urgency == .today)
    #expect(StepWords(next, of: try Self.summary(), Self.clock).urgency == .late)
  }

  private static func needs(_ lane: Lane, _ days: [Int]) throws -> (QueueNeeds, [Role?]) {
    let policy = try DeskBench([]).office.policy
    let rows = try days.enumerated().map { index, days in
      var summary = try summary()
      summary.lane = lane
      summary.next = NextAction(.call, on: Book.today.advanced(by: days))
      return WorklistRow(
        id: AccountID(rawValue: Int64(index)), number: "\(index)", name: "", collector: nil, summary: summary)
    }
    let needs = QueueNeeds(rows, policy, clock)
    return (
      needs,
      rows.map { row in
        row.summary.next.flatMap { needs.role(StepWords($0, of: row.summary, clock), in: lane) }
      }
    )
  }

  @Test(
    "red is late now and amber due today, where that is not most of the lane; a missed callback always is red"
  )
  func colours() throws {
    #expect(try Self.needs(.followUp, [-1, 0, 3, 4]).1 == [.bad, .warning, nil, nil])
    #expect(try Self.needs(.followUp, [-1, -1, -2, 0]).1 == [nil, nil, nil, nil])
    #expect(try Self.needs(.followUp, [-1, 0, 0, 0]).1 == [.bad, nil, nil, nil])
    #expect(try Self.needs(.followUp, [-1]).1 == [.bad])
    #expect(try Self.needs(.callback, [-1, -1, -1]).1 == [.bad, .bad, .bad])
  }

  @Test("what is red is marked for a screen without colour, what was worked with a tick")
  func marks() throws {
    let bench = try DeskBench(Book.morning(), size: Size(columns: 100, rows: 30))
    let (lines, letters) = (bench.lines, bench.frame.roleLetters())
    for (line, roles) in zip(lines, letters) where roles.dropFirst(2).contains("b") {
      #expect(line.hasPrefix("!"), "\(line)")
    }
    #expect(lines.contains { $0.hasPrefix("!") })
    var worked = try DeskBench(Book.six())
    try worked.press(.down)
    try worked.type("cn")
    #expect(worked.lines.contains { $0.hasPrefix("✓") && $0.contains("Zeta") })
  }

  @Test("a name has at least 20 cells, and no amount is cut, however large it is", arguments: 80...150)
  func room(columns: Int) throws {
    let policy = try DeskBench([]).office.policy
    var sitting = try DeskBench(Book.six()).desk.sitting
    sitting.terminal = Size(columns: columns, rows: 24)
    for minor in [1, 123_456, 5_400_000_000, 999_999_999_999] as [Int64] {
      let row = WorklistRow(
        id: AccountID(rawValue: 1), number: "1", name: "x", collector: nil,
        summary: try AccountSummary(
          of: Book.account(1, "x", [(-9, minor)]), policy: policy, asOf: Book.today))
      let table = QueueTable(QueueNeeds([row], policy, Self.clock), width: columns, sitting: sitting)
      let name = try #require(table.layout.slots.first { $0.column.title == "Customer" })
      #expect(name.width >= 20)
      let amount = try #require(table.layout.slots.first { $0.column.title == "To collect" })
      #expect(table.cells(row)(amount.index).text == "\(Money(minor: minor, Book.usd))")
      #expect(amount.width >= table.cells(row)(amount.index).text.count)
      let step = try #require(table.layout.slots.first { $0.column.title == "Next step" })
      #expect(step.width >= 23)
    }
  }

  @Test("nothing to collect is a blank, and what is past due shows only where it is something else")
  func amounts() throws {
    let bench = try DeskBench(Book.morning(), size: Size(columns: 140, rows: 40))
    let windmill = try #require(bench.lines.first { $0.contains("Windmill") })
    #expect(!windmill.contains("0.00") && windmill.contains("71 521.85"))
    #expect(windmill.contains("is it in?  today"))
    let elm = try #require(bench.lines.first { $0.contains("Elm Metals") })
    #expect(elm.components(separatedBy: "46 755.37").count == 2)
    let narrow = try DeskBench(Book.morning())
    #expect(narrow.lines.first { $0.contains("Windmill") }?.contains("promised") == true)
  }

  @Test("cents and currency are dimmer than the amount, but not in the selected row")
  func cents() throws {
    let bench = try DeskBench(Book.morning())
    let row = try #require(bench.lines.firstIndex { $0.contains("Corner Logistics") })
    let line = bench.lines[row]
    let place = try #require(line.range(of: "8 466.17 USD"))
    let start = line.distance(from: line.startIndex, to: place.lowerBound)
    let roles = Array(bench.frame.roleLetters()[row])[start..<start + 12]
    #expect(String(roles) == ".....ddddddd")
  }
}
