import Receivables
import Testing

@Suite("A promise of 1000.00 for Fri 1 May 2026, 2 days of grace, 1 % tolerance")
struct PromiseTableTests {
  struct Row: Sendable {
    let asOf: String
    /// Day and minor units; negative takes the payment before it back.
    let money: [(String, Int64)]
    let state: PromiseState
    let paid: Int64
    var daysLate: Int?
  }

  @Test(arguments: [
    Row(asOf: "2026-05-01", money: [], state: .open, paid: 0),
    Row(asOf: "2026-05-03", money: [], state: .inGrace, paid: 0),
    Row(asOf: "2026-05-04", money: [], state: .broken, paid: 0),
    Row(asOf: "2026-05-04", money: [("2026-04-28", 50_000)], state: .partlyKept, paid: 50_000),
    Row(asOf: "2026-05-04", money: [("2026-05-01", 99_200)], state: .kept, paid: 99_200),
    Row(asOf: "2026-05-04", money: [("2026-05-03", 100_000)], state: .kept, paid: 100_000),
    Row(asOf: "2026-05-06", money: [("2026-05-05", 100_000)], state: .broken, paid: 0, daysLate: 4),
    Row(
      asOf: "2026-05-08", money: [("2026-04-30", 100_000), ("2026-05-08", -100_000)], state: .broken, paid: 0),
    // The edges of the table.
    Row(asOf: "2026-05-02", money: [], state: .inGrace, paid: 0),
    Row(asOf: "2026-04-28", money: [("2026-04-28", 100_000)], state: .kept, paid: 100_000),
    Row(asOf: "2026-05-04", money: [("2026-05-01", 99_000)], state: .kept, paid: 99_000),
    Row(asOf: "2026-05-04", money: [("2026-05-01", 98_999)], state: .partlyKept, paid: 98_999),
    Row(asOf: "2026-05-04", money: [("2026-05-04", 100_000)], state: .broken, paid: 0, daysLate: 3),
    Row(
      asOf: "2026-05-07", money: [("2026-04-30", 100_000), ("2026-05-08", -100_000)], state: .kept,
      paid: 100_000),
    Row(
      asOf: "2026-05-06", money: [("2026-05-01", 60_000), ("2026-05-05", 40_000)], state: .partlyKept,
      paid: 60_000, daysLate: 4),
    // Booked after the promise was taken, whatever its value date.
    Row(asOf: "2026-05-04", money: [("2026-04-14", 100_000)], state: .kept, paid: 100_000),
  ])
  func stands(row: Row) throws {
    for namesReversed in [true, false] {
      var account = AccountSketch()
      let invoice = try account.invoice(300_000, due: "2026-04-01")
      try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
      var last: Int64?
      for (day, amount) in row.money {
        last = try account.apply(
          amount, to: invoice, on: day, reverses: amount < 0 && namesReversed ? last : nil)
      }
      let promise = try #require(try account.picture(row.asOf).promises.first)
      #expect(promise.state == row.state)
      #expect(promise.paid == row.paid)
      #expect(promise.daysLate == row.daysLate)
    }
  }

  @Test("The larger of the two tolerances holds, but never keeps a promise without money")
  func tolerance() throws {
    var policy = try Policy.shipped
    policy.promises.toleranceMajor = 50
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice], policy)
    try account.apply(95_000, to: invoice, on: "2026-05-01")
    #expect(try account.picture("2026-05-04").promises[0].state == .kept)
    var small = AccountSketch()
    let other = try small.invoice(300_000, due: "2026-04-01")
    try small.promise(4_000, for: "2026-05-01", on: "2026-04-15", [other], policy)
    #expect(try small.picture("2026-05-04").promises[0].state == .broken)
  }

  @Test("It is judged by the grace and tolerance that it was taken under, whatever the policy says since")
  func judgedAsTaken() throws {
    var strict = try Policy.shipped
    strict.promises = PromisePolicy(graceDays: 0, toleranceBasisPoints: 0)
    var generous = try Policy.shipped
    generous.promises = PromisePolicy(graceDays: 9, toleranceBasisPoints: 5_000)
    var account = AccountSketch()
    let invoice = try account.invoice(300_000, due: "2026-04-01")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice], strict)
    try account.apply(99_999, to: invoice, on: "2026-05-01")
    #expect(try account.picture("2026-05-02", generous).promises[0].state == .partlyKept)
    var other = AccountSketch()
    let covered = try other.invoice(300_000, due: "2026-04-01")
    try other.promise(100_000, for: "2026-05-01", on: "2026-04-15", [covered], generous)
    #expect(try other.picture("2026-05-10", strict).promises[0].state == .inGrace)
    try other.apply(50_000, to: covered, on: "2026-05-10")
    #expect(try other.picture("2026-05-11", strict).promises[0].state == .kept)
  }
}
