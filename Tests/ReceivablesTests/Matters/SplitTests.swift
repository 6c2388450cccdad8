import Receivables
import Testing

@Suite("Splits and plans")
struct SplitTests {
  @Test(
    "put the remainder on the last part",
    arguments: [
      (100_000, 3, [33_333, 33_333, 33_334]), (100, 3, [33, 33, 34]), (5, 5, [1, 1, 1, 1, 1]), (7, 1, [7]),
      (7, 0, []),
      (-100, 3, [-33, -33, -34]),
    ] as [(Int64, Int, [Int64])])
  func even(amount: Int64, count: Int, parts: [Int64]) { #expect(Split.even(amount, into: count) == parts) }

  @Test("add up to the whole")
  func invariant() throws {
    var random = Randomness(seed: 7)
    for _ in 0..<2_000 {
      let amount = Int64(bitPattern: random.next()) >> Int64(random.below(64))
      let count = 1 + random.below(40)
      #expect(Split.even(amount, into: count).reduce(0, +) == amount)
    }
  }

  @Test(
    "make plans whose days keep to the first",
    arguments: [
      (PlanRhythm.monthly, ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]),
      (.weekly, ["2026-01-31", "2026-02-07", "2026-02-14"]),
      (.fortnightly, ["2026-01-31", "2026-02-14", "2026-02-28"]),
    ])
  func plans(rhythm: PlanRhythm, days: [String]) throws {
    let plan = try ProposedPlan(
      splitting: Money(minor: 100_000, .usd), into: days.count, first: try day("2026-01-31"), every: rhythm,
      invoices: [])
    #expect(plan.instalments.map(\.due.iso) == days)
    #expect(plan.instalments.map(\.amount) == Split.even(100_000, into: days.count))
    #expect(try plan.total() == Money(minor: 100_000, .usd))
  }

  @Test("refuse plans that cannot be followed", arguments: [0, -1, 121, .max])
  func refuses(count: Int) throws {
    let first = try day("2026-01-31")
    #expect(throws: CallProblem.self) {
      try ProposedPlan(splitting: Money(minor: 100_000, .usd), into: count, first: first, invoices: [])
    }
  }
}
