import Receivables
import Testing

@Suite("The points of an account")
struct PriorityTests {
  private func policy(_ rules: [PriorityRule]) throws -> Policy {
    var policy = try Policy.shipped
    policy.rules = rules
    policy.bands = [75, 50, 25]
    return policy
  }

  private func rule(_ measure: PriorityRule.Measure, _ atLeast: Int64, _ points: Int = 10) -> PriorityRule {
    PriorityRule(code: "\(measure.rawValue)_\(atLeast)", measure: measure, atLeast: atLeast, points: points)
  }

  /// 1 000.00 USD and 500.00 EUR past due, a credit of 300.00 USD, a limit of 900.00 USD, a broken promise
  /// and the last right-party contact on 15 April 2026.
  private func account() throws -> AccountSketch {
    var account = AccountSketch()
    account.file.customer.creditLimit = Money(minor: 90_000, .usd)
    let invoice = try account.invoice(100_000, due: "2026-03-31")
    try account.invoice(50_000, due: "2026-04-10", .eur)
    try account.credit(30_000, on: "2026-04-12")
    try account.promise(100_000, for: "2026-05-01", on: "2026-04-15", [invoice])
    return account
  }

  @Test(
    "are earned when a measure reaches its threshold",
    arguments: [
      // As of 10 May 2026, at 1.08 for the euro: 1 540 to collect.
      (PriorityRule.Measure.toCollect, Int64(1_540), Reason.Finding.amount(Money(minor: 100_000, .usd))),
      (.oldestDays, 40, .since(CalendarDay(number: 20_543))), (.promiseLevel, 1, .number(1)),
      (.brokenPromises, 1, .number(1)), (.daysWithoutContact, 25, .since(CalendarDay(number: 20_558))),
      (.limitShare, 77, .number(77)), (.unappliedShare, 19, .number(19)),
    ])
  func thresholds(measure: PriorityRule.Measure, most: Int64, finding: Reason.Finding) throws {
    let rules = [rule(measure, most), rule(measure, most + 1)]
    let summary = try account().summary("2026-05-10", try policy(rules))
    let earned = summary.reasons.filter { $0.points != 0 }
    #expect(earned == [Reason(code: rules[0].code, finding: finding, points: 10)])
    #expect(summary.priority == 50)
    #expect(summary.band == .b)
  }

  @Test(
    "nothing of a limit is used by who has credit left; without one there is no share",
    arguments: [(30_000, 90_000, 77), (100_000, 90_000, 0), (130_000, 90_000, 0), (0, 0, nil), (0, nil, nil)]
      as [(Int64, Int64?, Int64?)])
  func limitShare(credit: Int64, limit: Int64?, share: Int64?) throws {
    var account = AccountSketch()
    account.file.customer.creditLimit = limit.map { Money(minor: $0, .usd) }
    try account.invoice(100_000, due: "2026-03-31")
    if credit > 0 { try account.credit(credit, on: "2026-04-12") }
    let summary = try account.summary("2026-05-10")
    #expect(account.file.customer.limitShare(of: summary.balances) == share)
  }

  @Test("are a share of all positive points, between 0 and 100")
  func share() throws {
    let account = try account()
    func summary(_ points: [Int]) throws -> AccountSummary {
      try account.summary(
        "2026-05-10", try policy(points.enumerated().map { rule(.oldestDays, Int64($0.offset), $0.element) }))
    }
    #expect(try summary([30, 20, 50]).priority == 100)
    #expect(try summary([30, -10]).priority == 67)
    #expect(try summary([10, -30]).priority == 0)
    #expect(try summary([10, -30]).band == .d)
    #expect(try summary([]).priority == 0)
    #expect(try summary([30, -10]).reasons.map(\.points) == [0, 30, -10])
  }

  @Test(
    "days without contact count from the last contact, without one from the oldest due day, and never before it"
  )
  func silence() throws {
    let policy = try policy([rule(.daysWithoutContact, 10)])
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-31")
    #expect(try account.summary("2026-04-09", policy).priority == 0)
    #expect(try account.summary("2026-04-10", policy).priority == 100)
    try account.call("HU", on: "2026-03-20")
    #expect(try account.summary("2026-03-31", policy).priority == 0)
    #expect(try account.summary("2026-04-01", policy).priority == 100)
    try account.call("HU", on: "2026-04-01")
    #expect(try account.summary("2026-04-10", policy).priority == 0)
  }

  @Test("a promise that was not kept is forgotten after a year")
  func memory() throws {
    let rules = [rule(.brokenPromises, 1)]
    // Date and grace are over on 4 May 2026.
    #expect(try account().summary("2027-05-03", try policy(rules)).priority == 100)
    #expect(try account().summary("2027-05-04", try policy(rules)).priority == 0)
  }

  @Test("a drift counts in whole days")
  func drift() throws {
    var account = AccountSketch()
    for month in 1...9 {
      let invoice = try account.invoice(10_000, due: "2025-0\(month)-01", issued: "2024-12-0\(month)")
      try account.apply(10_000, to: invoice, on: "2025-0\(month)-0\(month < 6 ? 2 : 9)")
    }
    let rules = [rule(.driftDays, 7), rule(.driftDays, 8)]
    #expect(try account.picture("2026-05-10").habits.driftTenths == 70)
    #expect(try account.summary("2026-05-10", try policy(rules)).reasons.map(\.finding) == [.number(7)])
  }

  @Test("amounts are put in order at indicative rates, exactly")
  func rates() throws {
    let policy = try Policy.shipped
    #expect(try policy.orderAmount(of: Money(minor: 1_000, .eur)) == 1_080)
    #expect(try policy.orderAmount(of: Money(minor: 1_000, .jpy)) == 660)
    #expect(try policy.orderAmount(of: Money(minor: -1_000, .usd)) == -1_000)
    #expect(try policy.orderAmount(of: Money(minor: .max, .usd)) == .max)
    #expect(throws: MoneyError.overflow) { try policy.orderAmount(of: Money(minor: .max, .eur)) }
  }

  @Test("over the limit is more than the limit", arguments: [(Int64(90_000), false), (89_999, true)])
  func limit(limit: Int64, isOver: Bool) throws {
    var account = AccountSketch()
    account.file.customer.creditLimit = Money(minor: limit, .usd)
    try account.invoice(90_000, due: "2026-03-31")
    #expect(try account.summary("2026-03-31").flags.contains(.overLimit) == isOver)
  }
}
