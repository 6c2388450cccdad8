import Receivables
import SampleEntries
import Testing

@Suite("The ladder")
struct LadderTests {
  /// Past due since Wed 1 April 2026; a call every fortnight unless it says otherwise.
  private func account(_ minor: Int64, called: [String] = ["2026-04-07", "2026-05-05"]) throws
    -> AccountSketch
  {
    var account = AccountSketch()
    try account.invoice(minor, due: "2026-04-01")
    for made in called { try account.call("HU", on: made, next: (.call, "2026-12-01")) }
    return account
  }

  @Test(
    "is climbed by contacts once their days have passed, and by nothing else",
    arguments: [
      ([], "2026-05-20", nil, "reminder"), (["2026-04-02"], "2026-05-20", "reminder", "call"),
      (["2026-04-04"], "2026-05-20", "call", "firm call"),
      (["2026-04-30"], "2026-05-20", "call", "firm call"),
      (["2026-05-01"], "2026-05-20", "firm call", "final demand"),
      (["2026-05-01"], "2026-04-30", nil, "reminder"),
    ] as [([String], String, String?, String?)])
  func contacts(called: [String], asOf: String, stands: String?, next: String?) throws {
    let ladder = try account(50_000, called: called).picture(asOf).ladder
    #expect(ladder.title == stands)
    #expect(ladder.next?.title == next)
  }

  @Test(
    "lists a candidate from the first day on which all that the gate asks is the case",
    arguments: [
      (59, 50_000, 0, 0, false), (60, 50_000, 0, 0, true), (60, 24_999, 0, 0, false),
      (60, 25_000, 0, 0, true),
      (60, 50_000, 2, 1, false), (60, 50_000, 1, 1, true),
    ] as [(Int, Int64, Int, Int, Bool)])
  func candidates(days: Int, minor: Int64, needed: Int, broken: Int, isListed: Bool) throws {
    var policy = try Policy.shipped
    policy.escalationDays = 3_000
    let place = try #require(policy.escalation.rungs.firstIndex { $0.code == "final_demand" })
    policy.escalation.rungs[place].gate.brokenPromises = needed
    var account = try account(minor)
    for _ in 0..<broken {
      try account.promise(1_000, for: "2026-04-10", on: "2026-04-07", account.file.invoices.map(\.id))
    }
    let asOf = try day("2026-04-01").advanced(by: days)
    let summary = try AccountSummary(of: account.file, policy: policy, asOf: asOf)
    #expect(summary.views.contains(WorklistViews(.escalation)) == isListed)
    guard isListed else { return }
    let told = summary.reasons.told(under: policy, on: asOf).map(\.text)
    #expect(told.contains { $0.hasPrefix("next rung: final demand, 60 of 60 days past due, ") }, "\(told)")
  }

  @Test(
    "has a tone that rises with the days, and does not fall below the rung that was taken",
    arguments: [
      ("2026-03-31", nil, nil), ("2026-04-02", nil, "Friendly"), ("2026-04-03", nil, "Friendly"),
      ("2026-04-04", nil, "Plain"), ("2026-04-30", nil, "Plain"), ("2026-05-01", nil, "Firm"),
      ("2026-07-01", nil, "Firm"), ("2026-06-10", "final_demand", "Final"),
      ("2026-06-10", "agency", "Final"),
    ] as [(String, String?, String?)])
  func tone(asOf: String, taken: String?, expected: String?) throws {
    let policy = try Policy.shipped
    var standing = try account(50_000, called: []).picture(asOf).ladder
    if let taken { standing.level = try #require(policy.escalation.level(of: taken)) }
    let tone = standing.tone(policy.escalation, on: try day(asOf))
    #expect(tone.map { String($0.prefix { $0 != ":" }) } == expected)
  }

  @Test("tells in counts what a gate asks and what is not fulfilled")
  func words() throws {
    var account = try account(1_230_000)
    try account.promise(1_000, for: "2026-04-10", on: "2026-04-07", account.file.invoices.map(\.id))
    let policy = try Policy.shipped
    let agency = try #require(policy.escalation.rung("agency"))
    let ladder = try account.picture("2026-07-02").ladder
    let today = try day("2026-07-02")
    #expect(
      ladder.gate(of: agency).found(on: today)
        == ["92 of 90 days past due", "12 300.00 USD of 1 000", "1 of 1 broken promises"])
    #expect(ladder.exception(to: agency, policy, on: today) == "skips final demand, credit hold")
    #expect(
      ladder.exception(to: agency, policy, on: try day("2026-05-16"))
        == "before its gate: 45 of 90 days past due; skips final demand, credit hold")
    #expect(try account.picture("2026-05-19").ladder.daysToNext(on: day("2026-05-19")) == 12)
  }

  @Test("counts amounts of several currencies at the rates, and shows the largest as it is")
  func currencies() throws {
    var account = try account(15_000)
    try account.invoice(12_000, due: "2026-04-03", .eur)
    let ladder = try account.picture("2026-06-10").ladder
    #expect(ladder.measures.major == 279)
    #expect(ladder.measures.amount == Money(minor: 15_000, .usd))
  }

  @Test("knows heights, and a rung beside another passes over what that one passes over")
  func heights() throws {
    let escalation = try Policy.shipped.escalation
    #expect(
      escalation.rungs.map { escalation.level(of: $0.code) } == [1, 2, 3, 4, 5, 6, 6])
    #expect(escalation.level(of: "gone") == nil)
    #expect(escalation.skipped(from: 3, to: "legal").map(\.code) == ["final_demand", "credit_hold"])
    #expect(escalation.next(after: 6) == nil)
    #expect(escalation.legalRung?.code == "legal")
  }
}
