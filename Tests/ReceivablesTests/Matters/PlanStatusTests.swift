import Receivables
import SampleEntries
import Testing

@Suite("What came of a plan")
struct PlanStatusTests {
  private static let parts: [(String, Int64)] = [
    ("2026-05-01", 30_000), ("2026-06-01", 30_000), ("2026-07-01", 30_000),
  ]

  /// 900.00 agreed on 15 April in three monthly instalments from Fri 1 May 2026.
  private func account() throws -> (AccountSketch, DocumentID) {
    var account = AccountSketch()
    let invoice = try account.invoice(90_000, due: "2026-04-01")
    try account.plan(Self.parts, on: "2026-04-15", [invoice])
    return (account, invoice)
  }

  private func told(_ account: AccountSketch, _ asOf: String) throws -> String {
    try account.picture(asOf).plans.flatMap(\.instalments).map {
      "\($0.state.title) \($0.paid) of \($0.amount)"
    }.joined(separator: ", ")
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
    var (account, invoice) = try account()
    if paid > 0 { try account.apply(paid, to: invoice, on: "2026-04-20") }
    let plans = try account.picture(asOf).plans
    let told = plans.flatMap(\.instalments).map { "\($0.state.title) \($0.paid)" }.joined(separator: ", ")
    #expect(told == expected)
  }

  @Test(
    "money that was in the books when it was agreed does not count; money of that day booked after it does")
  func otherMoney() throws {
    var (account, invoice) = try account()
    try account.apply(30_000, to: invoice, on: "2026-04-15")
    #expect(try account.picture("2026-04-15").plans[0].instalments[0].state == .paid)
    var before = AccountSketch()
    let other = try before.invoice(120_000, due: "2026-04-01")
    try before.apply(30_000, to: other, on: "2026-04-15")
    try before.plan(Self.parts, on: "2026-04-15", [other])
    #expect(try before.picture("2026-04-20").plans[0].next?.paid == 0)
    try before.apply(10_000, to: other, on: "2026-04-15")
    #expect(try before.picture("2026-04-20").plans[0].next?.paid == 10_000)
    #expect(try before.picture("2026-04-14").plans.isEmpty)
  }

  @Test("money of a later day has not come yet")
  func laterMoney() throws {
    var (account, invoice) = try account()
    try account.apply(30_000, to: invoice, on: "2026-05-05")
    #expect(try account.picture("2026-05-04").plans[0].next?.paid == 0)
  }

  @Test(
    "a credit note or a write-off pays no instalment: it comes off the last ones, which nobody has to pay",
    arguments: [Application.Source.creditNote, .writeOff])
  func credited(source: Application.Source) throws {
    var (account, invoice) = try account()
    try account.apply(40_000, to: invoice, on: "2026-04-20", source)
    #expect(
      try told(account, "2026-05-04") == "missed 0 of 30000, due 0 of 20000, paid 0 of 0")
    #expect(try account.summary("2026-05-04").balances[0].toCollect == 30_000)
    try account.apply(50_000, to: invoice, on: "2026-05-05")
    #expect(try account.picture("2026-05-05").plans[0].state == "completed")
  }

  @Test("each instalment is checked on the first business day after its grace")
  func checked() throws {
    var (account, invoice) = try account()
    let agreed = try account.picture("2026-04-15")
    #expect(agreed.matters[0].step == NextAction(.checkPlan, on: try day("2026-05-04")))
    #expect(agreed.summary.next == NextAction(.checkPlan, on: try day("2026-05-04")))
    #expect(agreed.summary.lane == nil)
    try account.apply(30_000, to: invoice, on: "2026-04-20")
    let first = try account.summary("2026-05-04")
    #expect(first.lane == nil)
    // 1 June and 2 days of grace: 3 June is over on Thu 4 June.
    #expect(first.next == NextAction(.checkPlan, on: try day("2026-06-04")))
    try account.apply(60_000, to: invoice, on: "2026-05-05")
    #expect(try account.summary("2026-05-05").next == nil)
  }

  @Test("an instalment in its grace is to be collected, and has the step of its plan")
  func inGrace() throws {
    // Due on Tue 5 May 2026.
    var account = AccountSketch()
    let invoice = try account.invoice(60_000, due: "2026-04-01")
    try account.plan([("2026-05-05", 30_000), ("2026-06-05", 30_000)], on: "2026-04-15", [invoice])
    #expect(try account.summary("2026-05-05").balances[0].toCollect == 0)
    let grace = try account.summary("2026-05-06")
    #expect(grace.balances[0].toCollect == 30_000)
    #expect(grace.lane == nil)
    #expect(grace.next == NextAction(.checkPlan, on: try day("2026-05-08")))
    #expect(try account.summary("2026-05-08").lane == .followUp)
  }

  @Test("a missed instalment is a follow-up that says what did not come, until somebody was spoken to")
  func missed() throws {
    var (account, invoice) = try account()
    try account.apply(10_000, to: invoice, on: "2026-04-20")
    #expect(try account.summary("2026-05-01").lane == nil)
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

  @Test("a plan stays in the plans view until it is paid, even when all instalments were missed")
  func view() throws {
    var (account, invoice) = try account()
    func isListed(_ asOf: String) throws -> Bool {
      try account.summary(asOf).views.contains(WorklistViews(.plans))
    }
    for asOf in ["2026-04-15", "2026-05-02", "2026-05-04", "2026-07-04", "2027-01-04"] {
      #expect(try isListed(asOf), "\(asOf)")
      #expect(try account.summary(asOf).flags.contains(.plan))
    }
    #expect(try account.picture("2027-01-04").plans[0].instalments.allSatisfy { $0.state == .missed })
    try account.apply(90_000, to: invoice, on: "2027-01-05")
    #expect(try !isListed("2027-01-05"))
  }

  @Test(
    "instalments still to come hold the newest of the covered invoices, so that the oldest come free first")
  func holdsNewest() throws {
    var account = AccountSketch()
    let old = try account.invoice(50_000, due: "2026-04-01")
    let new = try account.invoice(40_000, due: "2026-04-02")
    try account.plan(Self.parts, on: "2026-04-15", [old, new])
    let held = try ["2026-05-01", "2026-05-02", "2026-06-02", "2026-07-02"].map {
      try account.picture($0).invoices.map { $0.slices[.planned] }
    }
    #expect(held == [[50_000, 40_000], [20_000, 40_000], [0, 30_000], [0, 0]])
  }

  @Test("withdrawn or taken back, it ends and what it held is free")
  func ended() throws {
    var (account, _) = try account()
    var withdrawn = account
    try withdrawn.apply(30_000, to: DocumentID(rawValue: 1), on: "2026-04-18")
    try withdrawn.enter(
      .withdrawn(EntryNumber(rawValue: 1), by: "Jane", reason: "no cash"), on: "2026-04-20")
    let picture = try withdrawn.picture("2026-04-20")
    #expect(picture.plans.isEmpty)
    #expect(picture.matters.map(\.state) == ["withdrawn"])
    #expect(picture.summary.balances[0].toCollect == 60_000)
    #expect(!picture.candidates.isEmpty)
    let plan = try #require(picture.allPlans.first)
    #expect(plan.instalments.map { plan.title(of: $0) } == ["paid", "withdrawn", "withdrawn"])
    #expect(plan.course == "3 monthly, withdrawn Mon 20 Apr 2026, Jane: no cash")
    try account.enter(.reversal(of: EntryNumber(rawValue: 1), reason: "slip"), on: "2026-04-20")
    #expect(try account.picture("2026-04-20").plans.isEmpty)
    #expect(try account.summary("2026-04-20").balances[0].toCollect == 90_000)
  }

  @Test("a plan of even steps has a rhythm, one made by hand and a single payment have none")
  func rhythm() throws {
    let first = try day("2026-01-31")
    func terms(_ plan: ProposedPlan) -> PlanTerms {
      PlanTerms(currency: .usd, instalments: plan.instalments, covers: [], graceDays: 2)
    }
    let amount = Money(minor: 900, .usd)
    for rhythm in PlanRhythm.allCases {
      var plan = terms(
        try ProposedPlan(splitting: amount, into: 3, first: first, every: rhythm, invoices: []))
      #expect(plan.rhythm == rhythm)
      plan.instalments[2].due = plan.instalments[2].due.advanced(by: 1)
      #expect(plan.rhythm == nil)
    }
    #expect(terms(try ProposedPlan(splitting: amount, into: 1, first: first, invoices: [])).rhythm == nil)
  }
}
