import Receivables
import Testing

@Suite("Aging as of a day")
struct AgingAsOfTests {
  @Test(
    "counts days from the due date",
    arguments: [
      ("2026-03-26", 0, -5), ("2026-03-31", 0, 0), ("2026-04-01", 1, 1), ("2026-04-30", 1, 30),
      ("2026-05-01", 2, 31), ("2026-06-29", 3, 90), ("2026-06-30", 4, 91),
    ])
  func due(asOf: String, bucket: Int, days: Int) throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    let picture = try account.picture(asOf)
    #expect(picture.invoices.map(\.bucket) == [bucket])
    #expect(picture.invoices.map(\.daysPastDue) == [days])
    #expect(picture.invoices.map(\.isPastDue) == [days > 0])
    #expect(picture.summary.balances[0].buckets[bucket] == 50_000)
    #expect(picture.summary.balances[0].pastDue.open == (days > 0 ? 50_000 : 0))
  }

  @Test("counts days from the invoice date when the policy says so; past due stays past due")
  func issued() throws {
    var policy = try Policy.shipped
    policy.aging.basis = .issued
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31", issued: "2026-02-28")
    let summary = try account.summary("2026-03-31", policy)
    #expect(summary.balances[0].buckets == [0, 0, 50_000, 0, 0])
    #expect(summary.balances[0].pastDue.open == 0)
  }

  @Test("shows an invoice that was paid later as open, and one that was issued later not at all")
  func time() throws {
    var account = AccountSketch()
    let paid = try account.invoice(50_000, due: "2026-03-31", issued: "2026-03-01")
    try account.invoice(70_000, due: "2026-06-30", issued: "2026-05-02")
    try account.apply(50_000, to: paid, on: "2026-05-01")
    #expect(try account.summary("2026-02-28").balances.isEmpty)
    #expect(try account.summary("2026-04-30").balances[0].buckets == [0, 50_000, 0, 0, 0])
    #expect(try account.summary("2026-05-01").balances.isEmpty)
    #expect(try account.summary("2026-05-02").balances[0].buckets == [70_000, 0, 0, 0, 0])
  }

  @Test("a reversed payment opens the invoice again")
  func reversal() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    let payment = try account.apply(50_000, to: invoice, on: "2026-04-10")
    try account.apply(-50_000, to: invoice, on: "2026-04-20", reverses: payment)
    #expect(try account.summary("2026-04-19").balances.isEmpty)
    #expect(try account.summary("2026-04-20").balances[0].pastDue.open == 50_000)
  }

  @Test("keeps credits in a column of their own and never nets them")
  func credits() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    let credit = try account.credit(30_000, on: "2026-04-02")
    try account.apply(10_000, to: invoice, on: "2026-04-05", credit: credit)
    let before = try account.picture("2026-04-04")
    #expect(before.summary.balances[0].credits == -30_000)
    #expect(before.summary.balances[0].pastDue.open == 50_000)
    let after = try account.picture("2026-04-05")
    #expect(after.unapplied.map(\.left) == [20_000])
    #expect(after.summary.balances[0].credits == -20_000)
    #expect(after.summary.balances[0].pastDue.open == 40_000)
    #expect(try after.summary.balances[0].balance() == 20_000)
  }

  @Test("holds an overpaid invoice for the customer like a credit")
  func overpaid() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(50_000, due: "2026-03-31")
    try account.apply(60_000, to: invoice, on: "2026-04-05")
    let picture = try account.picture("2026-04-30")
    #expect(picture.invoices.isEmpty)
    #expect(picture.summary.balances[0].credits == -10_000)
    #expect(picture.summary.balances[0].buckets.allSatisfy { $0 == 0 })
  }

  @Test("keeps currencies apart, by code")
  func currencies() throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    try account.invoice(7_000, due: "2026-03-31", .jpy)
    try account.invoice(60_000, due: "2026-03-31", .eur)
    let summary = try account.summary("2026-04-30")
    #expect(summary.balances.map(\.currency) == [.eur, .jpy, .usd])
    #expect(summary.balances.map(\.toCollect) == [60_000, 7_000, 50_000])
  }

  @Test("an amount that does not fit is an error, not a wrap")
  func overflow() throws {
    var account = AccountSketch()
    try account.invoice(.max, due: "2026-03-31")
    try account.invoice(.max, due: "2026-03-31")
    #expect(throws: MoneyError.overflow) { try account.summary("2026-04-30") }
  }
}
