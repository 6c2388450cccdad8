import Receivables
import Testing

@Suite("What came of a plan")
struct PlanStatusTests {
  /// 900.00 agreed on 15 April in three monthly instalments from Fri 1 May 2026.
  private func account(paid: Int64 = 0, on dated: String = "2026-04-20") throws -> AccountSketch {
    var account = AccountSketch()
    let invoice = try account.invoice(90_000, due: "2026-04-01")
    let plan = try PlanTerms(
      splitting: Money(minor: 90_000, .usd), into: 3, first: try day("2026-05-01"), invoices: [invoice])
    try account.call("PL", on: "2026-04-15", next: (.checkPlan, "2026-05-01"), plan: plan)
    if paid > 0 { try account.apply(paid, to: invoice, on: dated) }
    return account
  }

  @Test(
    "money fills the instalments oldest first, and one is missed when day and grace are over",
    arguments: [
      ("2026-05-01", Int64(0), "due 0, due 0, due 0"), ("2026-05-02", 0, "in grace 0, due 0, due 0"),
      ("2026-05-03", 0, "in grace 0, due 0, due 0"), ("2026-05-04", 0, "missed 0, due 0, due 0"),
      ("2026-05-04", 29_999, "missed 29999, due 0, due 0"),
      ("2026-05-04", 30_000, "paid 30000, due 0, due 0"),
      ("2026-06-04", 40_000, "paid 30000, missed 10000, due 0"),
      ("2026-05-01", 90_000, "paid 30000, paid 30000, paid 30000"),
    ])
  func instalments(asOf: String, paid: Int64, expected: String) throws {
    let plans = try account(paid: paid).picture(asOf).plans
    let told = plans.flatMap(\.instalments).map { "\($0.state.title) \($0.paid)" }.joined(separator: ", ")
    #expect(told == expected)
  }

  @Test("money that came before the plan, or after the day, does not count")
  func otherMoney() throws {
    #expect(try account(paid: 30_000, on: "2026-04-15").picture("2026-04-20").plans[0].next?.paid == 0)
    #expect(try account(paid: 30_000, on: "2026-05-05").picture("2026-05-04").plans[0].next?.paid == 0)
  }

  @Test("a missed instalment is a follow-up that says what did not come, until somebody was spoken to")
  func missed() throws {
    var account = try account(paid: 10_000)
    #expect(try account.summary("2026-04-30").lane == nil)
    let due = try account.summary("2026-05-01")
    #expect(due.lane == .followUp)
    #expect(due.reasons.first?.finding == .at(try day("2026-05-01"), nil))
    let missed = try account.summary("2026-05-04")
    #expect(missed.lane == .followUp)
    #expect(missed.next == NextAction(.call, on: try day("2026-05-04")))
    #expect(
      try missed.reasons.first?.text(under: .shipped, on: day("2026-05-04"))
        == "instalment missed: 100.00 of 300.00 USD for Fri 1 May 2026")
    try account.call("WA", on: "2026-05-04", next: (.call, "2026-07-30"))
    #expect(try account.summary("2026-05-05").lane == nil)
    #expect(try account.summary("2026-06-03").lane == nil)
    #expect(try account.summary("2026-06-04").lane == .followUp)
  }

  @Test(
    "once an instalment is paid, the next one is what is to be checked; a plan that is paid asks for nothing")
  func followed() throws {
    var account = try account(paid: 30_000)
    let first = try account.summary("2026-05-04")
    #expect(first.lane == nil)
    #expect(first.next == NextAction(.checkPlan, on: try day("2026-06-01")))
    try account.apply(60_000, to: account.file.invoices[0].id, on: "2026-05-05")
    #expect(try account.summary("2026-05-05").next == nil)
  }

  @Test("a plan of even steps has a rhythm, one made by hand and a single payment have none")
  func rhythm() throws {
    let first = try day("2026-01-31")
    let amount = Money(minor: 900, .usd)
    for rhythm in PlanRhythm.allCases {
      var plan = try PlanTerms(splitting: amount, into: 3, first: first, every: rhythm, invoices: [])
      #expect(plan.rhythm == rhythm)
      plan.instalments[2].due = plan.instalments[2].due.advanced(by: 1)
      #expect(plan.rhythm == nil)
    }
    #expect(try PlanTerms(splitting: amount, into: 1, first: first, invoices: []).rhythm == nil)
  }
}
