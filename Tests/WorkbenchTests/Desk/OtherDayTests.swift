import Receivables
import Testing
import TextScreen

@testable import Workbench

@Suite("The book as of another day")
struct OtherDayTests {
  private func looking(size: Size = Golden.sizes[0]) throws -> DeskBench {
    var bench = try DeskBench(Book.six(), size: size)
    try bench.type("D-7")
    try bench.press(.enter)
    #expect(bench.passedOn.last == .book(.look(Book.today.advanced(by: -7))))
    try bench.send(
      .began(
        Book.today.advanced(by: -7),
        BookState(name: "small book", isEmpty: false, booksDay: Book.today, isOtherDay: true)))
    return bench
  }

  @Test("looks as on its day, and says so", arguments: Golden.sizes)
  func looks(size: Size) throws {
    var bench = try looking(size: size)
    try Golden.check(bench.frame, "other-day-queue-\(size.columns)x\(size.rows)")
    try bench.press(.enter)
    try Golden.check(bench.frame, "other-day-account-\(size.columns)x\(size.rows)")
  }

  @Test("is marked on every screen, and says how to go back")
  func marked() throws {
    var bench = try looking()
    #expect(bench.message.contains("Everything is as of Mon 16 Nov 2026"))
    #expect(bench.lines[0].contains("AS OF Mon 16 Nov 2026, READ ONLY"))
    try bench.press(.enter)
    #expect(bench.lines[0].contains("AS OF Mon 16 Nov 2026, READ ONLY"))
  }

  @Test("records nothing", arguments: ["c", "m", "z", "u", "d", ";", "x"])
  func readOnly(key: String) throws {
    var bench = try looking()
    let before = bench.passedOn
    try bench.type(key)
    let isRefused = ["nothing can be recorded", "no open dispute", "nothing open"].contains {
      bench.message.contains($0)
    }
    #expect(isRefused, "\(bench.message)")
    #expect(bench.passedOn == before)
    #expect(!bench.lines[22].contains("log call"))
  }

  @Test("Enter alone goes back to the book's own day; what is no day is told")
  func back() throws {
    var bench = try looking()
    try bench.type("Dxyz")
    try bench.press(.enter)
    #expect(bench.message.contains("“xyz” is not a day"))
    try bench.type("D")
    try bench.press(.enter)
    #expect(bench.passedOn.last == .book(.look(nil)))
  }

  @Test("does not go on to the day on the wall by itself")
  func midnight() throws {
    var bench = try looking()
    bench.desk.sitting.followsClock = true
    let before = bench.passedOn
    try bench.send(.clock(Moment(now: Instant(milliseconds: 1_795_600_000_000), localOffset: 0)))
    #expect(bench.passedOn == before)
  }
}
