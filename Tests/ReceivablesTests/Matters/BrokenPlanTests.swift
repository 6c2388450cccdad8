import Receivables
import SampleEntries
import Testing

/// 900.00 in three of 300.00 on 1 April, 1 May and 1 June 2026, two days of grace, broken with two missed.
@Suite("A plan that is not kept")
struct BrokenPlanTests {
  private func account(breaks: Int? = 2, tolerance: PromiseTerms.Tolerance? = nil) throws -> (
    AccountSketch, DocumentID
  ) {
    var account = AccountSketch()
    let invoice = try account.invoice(90_000, due: "2026-03-01")
    let total = Money(minor: 90_000, .usd)
    let terms = PlanTerms(
      currency: .usd,
      instalments: try ["2026-04-01", "2026-05-01", "2026-06-01"].map {
        .init(due: try day($0), amount: 30_000)
      },
      covers: account.file.covers([invoice], total), graceDays: 2, tolerance: tolerance, breaksAfter: breaks)
    try account.call("PL", on: "2026-03-20", terms: [terms])
    return (account, invoice)
  }

  @Test(
    "is delinquent with one instalment missed, broken with two, and then the invoices are to be collected",
    arguments: [
      ("2026-04-03", "active", 30_000), ("2026-04-04", "delinquent", 30_000),
      ("2026-05-03", "delinquent", 60_000),
      ("2026-05-04", "broken", 90_000), ("2026-07-01", "broken", 90_000),
    ])
  func states(asOf: String, state: String, toCollect: Int64) throws {
    let (account, _) = try account()
    let picture = try account.picture(asOf)
    #expect(picture.plans.map(\.state) == [state])
    #expect(picture.matters.map(\.state) == [state])
    #expect(picture.matters[0].isOpen == (state != "broken"))
    #expect(picture.summary.balances[0].toCollect == toCollect)
    let age = try day("2026-03-01").distance(to: try day(asOf))
    #expect(picture.invoices[0].daysPastDue == age)
    if state == "broken" {
      #expect(picture.summary.lane == .brokenPromise)
      let broken = try day("2026-05-04")
      #expect(picture.plans[0].brokenOn == broken)
    }
  }

  @Test(
    "what came in time keeps it, what comes when it is broken does not mend it",
    arguments: [
      ("2026-04-20", 30_000, "2026-05-10", "delinquent"), ("2026-05-03", 30_000, "2026-05-10", "delinquent"),
      ("2026-05-05", 30_000, "2026-05-10", "broken"), ("2026-05-05", 60_000, "2026-05-10", "broken"),
      ("2026-05-05", 90_000, "2026-05-10", "completed"), ("2026-04-02", 30_000, "2026-05-04", "delinquent"),
    ])
  func paid(on dated: String, minor: Int64, asOf: String, state: String) throws {
    var (account, invoice) = try account()
    try account.apply(minor, to: invoice, on: dated)
    #expect(try account.picture(asOf).plans.map(\.state) == [state])
  }

  @Test("a credit note that comes when it is broken lowers the last instalments and does not mend it")
  func creditedLater() throws {
    var (account, invoice) = try account()
    try account.apply(60_000, to: invoice, on: "2026-05-05", .creditNote)
    let picture = try account.picture("2026-05-10")
    #expect(picture.plans.map(\.state) == ["broken"])
    #expect(picture.plans[0].instalments.map(\.amount) == [30_000, 0, 0])
    #expect(picture.summary.balances[0].toCollect == 30_000)
  }

  @Test(
    "broken, nothing of it is due any more: what was not missed before is over, then and ever after",
    arguments: [
      ("2026-05-03", "missed, in grace, due"), ("2026-05-04", "missed, missed, broken"),
      ("2026-06-02", "missed, missed, broken"), ("2027-01-04", "missed, missed, broken"),
    ])
  func over(asOf: String, told: String) throws {
    let plan = try account().0.picture(asOf).plans[0]
    #expect(plan.instalments.map { plan.title(of: $0) }.joined(separator: ", ") == told)
    #expect(
      plan.course == (plan.brokenOn == nil ? "3 monthly, Jane" : "3 monthly, broken Mon 4 May 2026, Jane"))
  }

  @Test("paid up to the day, it stays a broken commitment until somebody there was spoken to")
  func paidUp() throws {
    var (account, invoice) = try account()
    try account.apply(60_000, to: invoice, on: "2026-05-05")
    #expect(try account.summary("2026-05-06").lane == .brokenPromise)
    try account.call("UF", on: "2026-05-06", next: (.call, "2026-05-20"))
    #expect(try account.summary("2026-05-07").lane == nil)
  }

  @Test("broken on a weekend, the account stays up for what was missed before", arguments: 2...5)
  func weekend(date: Int) throws {
    var account = AccountSketch()
    let invoice = try account.invoice(90_000, due: "2026-03-01")
    // Day and grace of the second one end on Fri 1 May.
    let terms = PlanTerms(
      currency: .usd,
      instalments: try ["2026-04-01", "2026-04-29"].map { .init(due: try day($0), amount: 45_000) },
      covers: account.file.covers([invoice], Money(minor: 90_000, .usd)), graceDays: 2, breaksAfter: 2)
    try account.call("PL", on: "2026-03-20", terms: [terms])
    #expect(try account.summary("2026-05-01").lane == .followUp)
    let summary = try account.summary("2026-05-0\(date)")
    #expect(summary.lane == (date < 4 ? .followUp : .brokenPromise))
  }

  @Test("without a limit in its terms, as older entries have it, it is never broken")
  func older() throws {
    let (account, _) = try account(breaks: nil)
    #expect(try account.picture("2026-07-01").plans.map(\.state) == ["delinquent"])
  }

  @Test(
    "an instalment that is missing a cent within tolerance is paid",
    arguments: [(100, "active"), (0, "delinquent")])
  func tolerance(share: Int, state: String) throws {
    var (account, invoice) = try account(tolerance: .init(basisPoints: share, amount: 0))
    try account.apply(29_900, to: invoice, on: "2026-04-01")
    #expect(try account.picture("2026-04-04").plans.map(\.state) == [state])
  }

  @Test("it is a conversation about a broken commitment, which a call about it settles")
  func settled() throws {
    var (account, _) = try account()
    try account.call(
      "CB", on: "2026-05-04", next: (.callBack, "2026-05-12"), at: TimeOfDay(hour: 9, minute: 0))
    #expect(try account.summary("2026-05-05").lane == nil)
  }

  @Test("a new plan takes the place of the old one, and what the old one had open is its default")
  func again() throws {
    var (account, invoice) = try account()
    try account.apply(30_000, to: invoice, on: "2026-04-01")
    let before = try account.picture("2026-04-10")
    let call = TypedCall(
      [.init(try #require(try Policy.shipped.result("PL")), [.instalments: "3", .date: "+5"])], on: before,
      tagged: [], policy: try .shipped, zones: [:])
    let body = try call.told().body
    let plan = try #require(body.first(PlanTerms.self))
    #expect(try plan.total() == Money(minor: 60_000, .usd))
    let tolerance = try Policy.shipped.promises.tolerance(in: .usd)
    #expect(plan.breaksAfter == 2 && plan.tolerance == tolerance)
    #expect(before.takenOver(by: body, try .shipped).map(\.sentence) == ["the plan of 900.00 USD in 3 ends"])
    try account.enter(body, on: "2026-04-10")
    let picture = try account.picture("2026-04-10")
    #expect(picture.matters.map(\.state) == ["active", "replaced"])
    #expect(picture.invoices[0].slices[.planned] == 60_000)
    try account.apply(20_000, to: invoice, on: "2026-04-12")
    let plans = try account.picture("2026-04-13").allPlans
    #expect(plans.map(\.state) == ["active", "replaced"])
    #expect(plans.map(\.sums.paid.minor) == [20_000, 30_000], "what came later is none of the old one's")
    #expect(plans[1].instalments.map { plans[1].title(of: $0) } == ["paid", "replaced", "replaced"])
    #expect(plans[1].course == "3 monthly, replaced Fri 10 Apr 2026, Jane")
    #expect(plans[1].sums.amount == Money(minor: 90_000, .usd))
  }

  @Test("a new plan of all that is still owed replaces an old one that covered paid invoices too")
  func paidInvoice() throws {
    var account = AccountSketch()
    let paid = try account.invoice(30_000, due: "2026-03-01")
    let owed = try account.invoice(60_000, due: "2026-03-02")
    try account.plan(
      [("2026-04-01", 30_000), ("2026-05-01", 30_000), ("2026-06-01", 30_000)], on: "2026-03-20",
      [paid, owed])
    try account.apply(30_000, to: paid, on: "2026-04-01")
    try account.plan([("2026-05-15", 60_000)], on: "2026-05-10", [owed])
    let plans = try account.picture("2026-05-10").allPlans
    #expect(plans.map(\.state) == ["active", "replaced"])
    #expect(plans[1].instalments.map { plans[1].title(of: $0) } == ["paid", "missed", "replaced"])
  }

  @Test(
    "beyond a limit of the policy somebody has to approve it, and the record says who",
    arguments: [
      ("12", "+10", nil, "is 344 days away; a plan reaches 180 days"),
      ("20 weekly", "+5", nil, "less than 10 %"),
      ("3", "+5", nil, ""), ("12", "+10", "pat", ""), ("12", "+10", "joe", "joe may not approve it"),
    ])
  func approval(instalments: String, first: String, by: String?, problem: String) throws {
    var policy = try Policy.shipped
    policy.approvers = ["Ann", "Pat"]
    var account = AccountSketch()
    try account.invoice(90_000, due: "2026-03-01")
    var texts: [CallLine: String] = [.instalments: instalments, .date: first]
    texts[.approval] = by
    let call = TypedCall(
      [.init(try #require(policy.result("PL")), texts)], on: try account.picture("2026-04-10"), tagged: [],
      policy: policy, zones: [:])
    guard problem.isEmpty else {
      let found = try #require(throws: LineProblem.self) { try call.completed() }
      #expect(found.field == .approval && found.sentence.contains(problem), "\(found.sentence)")
      return
    }
    let body = try call.completed().body
    #expect(body.first(PlanTerms.self)?.approvedBy == by.map { _ in "Pat" })
    #expect(try EntryBody(text: body.text) == body)
  }
}
