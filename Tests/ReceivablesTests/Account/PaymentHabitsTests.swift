import Receivables
import Testing

@Suite("How a customer pays")
struct PaymentHabitsTests {
  /// Invoices due on the first of January to December 2025 and paid so many days later, one after the other.
  private func account(late days: [Int]) throws -> AccountSketch {
    var account = AccountSketch()
    for (index, late) in days.enumerated() {
      let due = try #require(CalendarDay(year: 2025, month: index + 1, day: 1))
      let invoice = try account.invoice(10_000, due: due.iso)
      try account.apply(10_000, to: invoice, on: due.advanced(by: late).iso)
    }
    return account
  }

  @Test("mean days late of all and of the last six, in tenths, early ones negative")
  func means() throws {
    let habits = try account(late: [-3, 0, 10, 5, 5, 5, 5, 6]).picture("2026-03-01").habits
    #expect(habits.paidInvoices == 8)
    #expect(habits.meanDaysLateTenths == 41)
    #expect(habits.recentDaysLateTenths == 60)
    #expect(try AccountSketch().picture("2026-03-01").habits.meanDaysLateTenths == nil)
  }

  @Test(
    "a drift is seen only when it is larger than the customer's own spread",
    arguments: [
      ([0, 1, 0, 1, 0, 1, 9, 10, 9, 10, 9, 10], 90), ([0, 20, 5, 15, 2, 18, 10, 15, 5, 20, 8, 12], nil),
      ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60], nil), ([10, 10, 10, 0, 0, 0], nil), ([0, 0, 0, 5, 5, 5], 50),
      ([0, 0, 5, 5, 5], nil),
    ] as [([Int], Int?)])
  func drift(days: [Int], tenths: Int?) throws {
    #expect(try account(late: days).picture("2026-03-01").habits.driftTenths == tenths)
  }

  @Test("only invoices that money cleared count, from the day on which they last were")
  func cleared() throws {
    var account = AccountSketch()
    let credited = try account.invoice(10_000, due: "2026-03-01")
    try account.apply(10_000, to: credited, on: "2026-03-20", .creditNote)
    let bounced = try account.invoice(10_000, due: "2026-03-02")
    let payment = try account.apply(10_000, to: bounced, on: "2026-03-02")
    try account.apply(-10_000, to: bounced, on: "2026-03-05", reverses: payment)
    #expect(try account.picture("2026-03-04").habits.paidInvoices == 1)
    #expect(try account.picture("2026-03-05").habits.paidInvoices == 0)
    try account.apply(10_000, to: bounced, on: "2026-03-12")
    #expect(try account.picture("2026-03-31").habits.meanDaysLateTenths == 100)
  }

  @Test("promises by outcome, and how long after its day the money came")
  func promises() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(900_000, due: "2026-03-01")
    // Kept one day late and within grace; partly kept; broken and paid 10 days late.
    try account.promise(100_000, for: "2026-04-01", on: "2026-03-25", [invoice])
    try account.apply(100_000, to: invoice, on: "2026-04-02")
    try account.promise(100_000, for: "2026-04-10", on: "2026-04-05", [invoice])
    try account.apply(50_000, to: invoice, on: "2026-04-10")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-20", [invoice])
    let before = try account.picture("2026-05-10").habits
    #expect([before.kept, before.partlyKept, before.broken] == [1, 1, 1])
    #expect(before.slipTenths == 10)
    try account.apply(100_000, to: invoice, on: "2026-05-11")
    // The second was made whole by that money too, 31 days after its day.
    #expect(try account.picture("2026-05-11").habits.slipTenths == 140)
  }

  @Test(
    "a usual weekday needs four of the last five payment days",
    arguments: [
      (["2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23", "2026-04-30"], Weekday.thursday),
      (["2026-04-02", "2026-04-08", "2026-04-16", "2026-04-23", "2026-04-30"], .thursday),
      (["2026-04-02", "2026-04-08", "2026-04-15", "2026-04-23", "2026-04-30"], nil),
      (["2026-04-09", "2026-04-16", "2026-04-23", "2026-04-30"], nil),
    ] as [([String], Weekday?)])
  func weekday(days: [String], weekday: Weekday?) throws {
    var account = AccountSketch()
    let invoice = try account.invoice(900_000, due: "2026-03-01")
    for day in days { try account.apply(1_000, to: invoice, on: day) }
    #expect(try account.picture("2026-05-11").habits.usualWeekday == weekday)
  }
}
