import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("The bell for callbacks")
struct BellTests {
  /// A callback at 15:00 UTC of jane's account and one at the same time of bob's; it is 14:00.
  private static func bench() throws -> DeskBench {
    let files = try [(Int64(1), "Muster AG", "jane"), (2, "Acme Tools", "bob")].map { id, name, collector in
      var file = Book.account(id, name, [(-30, 50_000)], collector: collector)
      let next = NextAction(
        .callBack, on: Book.today, at: TimeOfDay(hour: 15, minute: 0), zone: "Europe/London", offset: 0)
      let call = ProposedCall(action: "OUT", result: "CB", contact: "Jane Doe", next: next)
      file.entries = [Book.entry(id, on: id, -1, by: collector, try call.stored(in: file))]
      return file
    }
    return try DeskBench(files)
  }

  private static func pass(_ minutes: Int64, _ bench: inout DeskBench) throws {
    var moment = bench.desk.sitting.moment
    moment.now = Instant(milliseconds: moment.now.milliseconds + minutes * 60_000)
    try bench.send(.clock(moment))
  }

  private static func rings(_ bench: DeskBench) -> Int {
    bench.passedOn.count { $0 == .terminal(.bell) }
  }

  @Test("rings once when a callback of mine comes due, after it was asked for")
  func rings() throws {
    var bench = try Self.bench()
    try bench.type("b")
    #expect(bench.message.contains("The bell rings when a callback of yours comes due."))
    #expect(bench.desk.sitting.preferences.ringsForCallbacks)
    try Self.pass(59, &bench)
    #expect(Self.rings(bench) == 0)
    try Self.pass(1, &bench)
    #expect(Self.rings(bench) == 1)
    #expect(bench.message.contains("Callback due now: 1001 Muster AG, 15:00"))
    try Self.pass(1, &bench)
    try bench.press(.function(5))
    try Self.pass(1, &bench)
    #expect(Self.rings(bench) == 1)
  }

  @Test("does not ring unless it was asked for, nor for a callback that was dealt with")
  func quiet() throws {
    var bench = try Self.bench()
    try Self.pass(120, &bench)
    #expect(Self.rings(bench) == 0 && bench.message.isEmpty)
    bench = try Self.bench()
    try bench.type("b")
    try bench.type("cv")
    try bench.press(.control("s"))
    try Self.pass(120, &bench)
    #expect(Self.rings(bench) == 0)
  }

  @Test("rings for a callback that was agreed since, on the account screen too")
  func agreed() throws {
    var bench = try Self.bench()
    try bench.type("b")
    var file = bench.office.files[0]
    let next = NextAction(
      .callBack, on: Book.today, at: TimeOfDay(hour: 16, minute: 30), zone: "Europe/London", offset: 0)
    let call = ProposedCall(action: "OUT", result: "CB", contact: "Jane Doe", next: next)
    let entry = Book.entry(9, on: 1, 0, try call.stored(in: file))
    file.entries.append(entry)
    file.version += 1
    bench.office.files[0] = file
    try bench.send(.recorded(entry, file))
    try bench.press(.enter)
    try Self.pass(149, &bench)
    #expect(Self.rings(bench) == 0)
    try Self.pass(1, &bench)
    #expect(Self.rings(bench) == 1)
  }
}
