import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

/// Accounts that were read ahead make the desk faster and change nothing that it shows.
struct AheadTests {
  private static let wide = Size(columns: 140, rows: 40)
  private static let keys: [Key] = [.down, .down, .up, .down, .down, .up, .up, .end, .up, .home]

  /// What the loop does while nobody presses a key.
  private func readAhead(_ bench: inout DeskBench) throws {
    bench.desk.makeReady()
    for account in bench.desk.accountsAhead() {
      let file = try #require(bench.office.file(account))
      bench.desk.expect(file, at: bench.desk.sitting.moment)
    }
  }

  @Test("every frame is the same with and without")
  func frames() throws {
    var ahead = try DeskBench(Book.six(), size: Self.wide)
    var plain = try DeskBench(Book.six(), size: Self.wide)
    for key in Self.keys + [.enter, .character("]"), .character("["), .escape, .down] {
      try readAhead(&ahead)
      try ahead.press(key)
      try plain.press(key)
      #expect(ahead.frame == plain.frame, "\(key)")
    }
  }

  @Test("the pages above and below are drawn, and are what they would be", arguments: [80, 140])
  func pages(columns: Int) throws {
    let files = (1...400).map { Book.account($0, "Customer \($0)", [(-Int($0), 10_000 + $0 * 900)]) }
    let size = Size(columns: columns, rows: 24)
    var ahead = try DeskBench(files, size: size)
    var plain = try DeskBench(files, size: size)
    for key in [Key.pageDown, .pageDown, .pageUp, .down, .pageDown, .end, .pageUp, .home, .pageDown] {
      try readAhead(&ahead)
      let queue = try #require(ahead.desk.screens.top as? QueueScreen)
      #expect(queue.drawn?.have(max(queue.first - 8, 0)..<min(queue.first + 24, files.count)) == true)
      #expect(ahead.desk.isReady)
      try ahead.press(key)
      try plain.press(key)
      #expect(ahead.frame == plain.frame, "\(key)")
    }
  }

  @Test("the accounts above and below are wanted, beside or below the list")
  func wanted() throws {
    var bench = try DeskBench(Book.six(), size: Self.wide)
    #expect(bench.desk.accountsAhead().count == 2)
    try bench.press(.down)
    #expect(bench.desk.accountsAhead().count == 3)
    let narrow = try DeskBench(Book.six())
    #expect(narrow.desk.accountsAhead().count == 2)
    #expect(narrow.desk.accountsAhead(isHurried: true) == [], "who hurries opens none on the way")
    #expect(
      bench.desk.accountsAhead(isHurried: true) == [], "beside the list too: each is read when it shows")
  }

  @Test("only what stands beside or below a list that shows may be painted later")
  func mayFollow() throws {
    var bench = try DeskBench(Book.six(), size: Self.wide)
    let pane = try #require(bench.desk.mayFollow)
    let (before, list) = (bench.frame, bench.desk.shownList)
    try bench.press(.down)
    #expect(bench.desk.mayFollow == pane)
    var kept = before
    #expect(
      bench.desk.drawMoved(over: &kept, from: list) == [0, 3, 4, 5, 6], "title, two lanes, two accounts")
    let title = { (frame: Frame) in frame.lines()[2].suffix(30) }
    #expect(title(kept) == title(before) && title(before) != title(bench.frame))
    #expect(kept.lines()[4].prefix(90) == bench.frame.lines()[4].prefix(90))
    try bench.type("v")
    #expect(bench.desk.mayFollow == nil)
    try bench.press(.escape, .enter)
    #expect(bench.desk.mayFollow == nil)
    let below = try #require(try DeskBench(Book.six()).desk.mayFollow)
    #expect(below == Rectangle(column: 0, row: 20, columns: 80, rows: 2), "the account below a narrow list")
  }

  @Test("what somebody wrote between the reading and the key shows")
  func stale() throws {
    var ahead = try DeskBench(Book.six(), size: Self.wide)
    var plain = try DeskBench(Book.six(), size: Self.wide)
    try readAhead(&ahead)
    let below = try #require(ahead.desk.sitting.list.row(1)?.id)
    ahead.office.write(.note("They moved to Leeds."), by: "omar", on: below)
    plain.office.write(.note("They moved to Leeds."), by: "omar", on: below)
    try ahead.press(.down)
    try plain.press(.down)
    let queue = try #require(ahead.desk.screens.top as? QueueScreen)
    #expect(queue.beside?.file.entries.last?.body == .note("They moved to Leeds."))
    #expect(ahead.frame == plain.frame)
    var untouched = try DeskBench(Book.six(), size: Self.wide)
    try untouched.press(.down)
    #expect(ahead.frame != untouched.frame, "the entry shows")
  }

  @Test("the row and its reasons are those that were listed last")
  func listedAgain() throws {
    var ahead = try DeskBench(Book.six(), size: Self.wide)
    var plain = try DeskBench(Book.six(), size: Self.wide)
    try readAhead(&ahead)
    let below = try #require(ahead.desk.sitting.list.row(1)?.id)
    let body = EntryBody.snooze(until: Book.today.advanced(by: 3), reason: "holidays")
    ahead.office.write(body, by: "omar", on: below)
    plain.office.write(body, by: "omar", on: below)
    for event in [Event.changedElsewhere, .input(.key(.down)), .input(.key(.down)), .input(.key(.up))] {
      try ahead.send(event)
      try plain.send(event)
      #expect(ahead.frame == plain.frame)
    }
  }

  @Test("clocks of contacts go on")
  func clocks() throws {
    var ahead = try DeskBench(Book.six(), size: Self.wide)
    var plain = try DeskBench(Book.six(), size: Self.wide)
    for key in Self.keys {
      try readAhead(&ahead)
      var later = ahead.desk.sitting.moment
      later.now = Instant(milliseconds: later.now.milliseconds + 50_000)
      for event in [Event.clock(later), .input(.key(key))] {
        try ahead.send(event)
        try plain.send(event)
      }
      #expect(ahead.frame == plain.frame)
    }
  }
}
