import Receivables
import Testing

@Suite("What is not to be collected now")
struct SliceTests {
  private func terms(_ minor: Int64?, _ invoices: [DocumentID], _ reason: String = "price") -> DisputeTerms {
    DisputeTerms(reason: reason, amount: minor.map { Money(minor: $0, .usd) }, invoices: invoices)
  }

  private func plan(_ parts: [(String, Int64)], _ invoices: [DocumentID]) throws -> PlanTerms {
    PlanTerms(
      currency: .usd, instalments: try parts.map { .init(due: try day($0.0), amount: $0.1) },
      invoices: invoices)
  }

  @Test("is taken off once each: disputed, then planned, then promised")
  func order() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    try account.promise(90_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    try account.call("PL", on: "2026-04-15", plan: try plan([("2026-05-01", 40_000)], [invoice]))
    try account.call("DI", on: "2026-04-15", dispute: terms(30_000, [invoice]))
    let picture = try account.picture("2026-04-15")
    let status = picture.invoices[0]
    #expect(
      [status.disputed, status.planned, status.promised, status.collectable] == [30_000, 40_000, 30_000, 0])
    #expect(picture.summary.balances[0].toCollect == 0)
    #expect(picture.summary.flags.isSuperset(of: [.disputed, .plan, .promised]))
  }

  @Test("leaves out what is not past due")
  func notDue() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-05-15")
    try account.call("DI", on: "2026-04-15", dispute: terms(30_000, [invoice]))
    let picture = try account.picture("2026-04-15")
    #expect(picture.invoices[0].disputed == 30_000)
    #expect(picture.summary.balances[0].disputed == 0)
    #expect(picture.summary.balances[0].toCollect == 0)
  }

  @Test("a dispute covers its invoices oldest first, whole ones without an amount, until they are cleared")
  func disputes() throws {
    var account = AccountSketch()
    let old = try account.invoice(50_000, due: "2026-04-01")
    let new = try account.invoice(50_000, due: "2026-04-02")
    let entry = try account.call("DI", on: "2026-04-15", dispute: terms(70_000, [old, new]))
    #expect(try account.picture("2026-04-15").invoices.map(\.disputed) == [50_000, 20_000])
    try account.apply(50_000, to: old, on: "2026-04-20", .creditNote)
    let after = try account.picture("2026-04-20")
    #expect(after.invoices.map(\.disputed) == [20_000])
    #expect(after.summary.balances[0].toCollect == 30_000)
    try account.apply(40_000, to: new, on: "2026-04-21")
    #expect(try account.picture("2026-04-21").invoices.map(\.disputed) == [10_000])
    try account.enter(.reversal(of: entry, reason: "slip"), on: "2026-04-22")
    #expect(try account.summary("2026-04-22").balances[0].toCollect == 10_000)
    try account.call("DI", on: "2026-04-23", dispute: terms(nil, [new]))
    #expect(try account.summary("2026-04-23").balances[0].toCollect == 0)
  }

  @Test("a dispute raised again replaces the first; one for another reason adds to it")
  func raisedAgain() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(100_000, due: "2026-04-01")
    try account.call("DI", on: "2026-04-15", dispute: terms(30_000, [invoice]))
    try account.call("DI", on: "2026-04-16", dispute: terms(20_000, [invoice]))
    #expect(try account.picture("2026-04-16").invoices[0].disputed == 20_000)
    try account.call("DI", on: "2026-04-17", dispute: terms(5_000, [invoice], "freight"))
    #expect(try account.picture("2026-04-17").invoices[0].disputed == 25_000)
  }

  @Test(
    "a plan holds what its instalments still to come cover",
    arguments: [
      // As of, what was paid since, what is to be collected of 900.00 in three instalments.
      ("2026-04-15", Int64(0), Int64(0)), ("2026-05-01", 0, 0), ("2026-05-02", 0, 30_000),
      ("2026-05-02", 30_000, 0), ("2026-05-02", 10_000, 20_000), ("2026-06-02", 30_000, 30_000),
      ("2026-06-02", 70_000, 0), ("2026-07-02", 0, 90_000), ("2026-07-02", 80_000, 10_000),
    ])
  func plans(asOf: String, paid: Int64, toCollect: Int64) throws {
    var account = AccountSketch()
    let old = try account.invoice(50_000, due: "2026-04-01")
    let new = try account.invoice(40_000, due: "2026-04-02")
    let parts: [(String, Int64)] = [("2026-05-01", 30_000), ("2026-06-01", 30_000), ("2026-07-01", 30_000)]
    try account.call("PL", on: "2026-04-15", plan: try plan(parts, [old, new]))
    if paid > 0 { try account.apply(min(paid, 50_000), to: old, on: "2026-04-20") }
    if paid > 50_000 { try account.apply(paid - 50_000, to: new, on: "2026-04-20") }
    #expect(try account.summary(asOf).balances[0].toCollect == toCollect)
  }

  @Test("the latest plan on an invoice counts, and its entry can be taken back")
  func replacedPlan() throws {
    var account = AccountSketch()
    let invoice = try account.invoice(90_000, due: "2026-04-01")
    try account.call("PL", on: "2026-04-15", plan: try plan([("2026-07-01", 90_000)], [invoice]))
    let second = try account.call(
      "PL", on: "2026-04-20", plan: try plan([("2026-04-25", 45_000), ("2026-05-25", 45_000)], [invoice]))
    #expect(try account.summary("2026-05-01").balances[0].toCollect == 45_000)
    try account.enter(.reversal(of: second, reason: "not agreed"), on: "2026-05-02")
    #expect(try account.summary("2026-05-02").balances[0].toCollect == 0)
  }

  @Test(
    "a promise holds what is still to come of it until its grace is over",
    arguments: [("2026-04-15", Int64(60_000)), ("2026-05-03", 60_000), ("2026-05-04", 0)])
  func promises(asOf: String, promised: Int64) throws {
    var account = AccountSketch()
    let old = try account.invoice(50_000, due: "2026-04-01")
    let new = try account.invoice(50_000, due: "2026-04-02")
    try account.promise(80_000, for: "2026-05-01", on: "2026-04-10", [old, new])
    try account.apply(20_000, to: old, on: "2026-04-12")
    let balance = try account.summary(asOf).balances[0]
    #expect((balance.promised, balance.toCollect) == (promised, 80_000 - promised))
  }
}
