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

  @Test(
    "in proportion give what is left to the largest remainder, then to the oldest",
    arguments: [
      (5_000, [100, 200, 300], [833, 1_667, 2_500]), (100, [1, 1, 1], [34, 33, 33]),
      (2, [1, 1, 1], [1, 1, 0]),
      (-5_000, [100, 200, 300], [-833, -1_667, -2_500]), (7, [0, 5], [0, 7]), (7, [0, 0], nil), (7, [], nil),
      (7, [-1, 8], nil), (.max, [.max, .max], [4_611_686_018_427_387_904, 4_611_686_018_427_387_903]),
    ] as [(Int64, [Int64], [Int64]?)])
  func proRata(amount: Int64, weights: [Int64], parts: [Int64]?) {
    #expect(Split.proRata(amount, over: weights) == parts)
  }

  @Test("add up to the whole and stay within a unit of their share")
  func invariant() throws {
    var random = Randomness(seed: 7)
    for _ in 0..<2_000 {
      let amount = Int64(bitPattern: random.next()) >> Int64(random.below(64))
      let count = 1 + random.below(40)
      #expect(Split.even(amount, into: count).reduce(0, +) == amount)
      let weights = (0..<count).map { _ in Int64(random.below(1_000_000)) } + [1]
      let parts = try #require(Split.proRata(amount, over: weights))
      #expect(parts.reduce(0, +) == amount)
      let total = Double(weights.reduce(0, +))
      guard amount.magnitude < 1_000_000_000 else { continue }
      for (part, weight) in zip(parts, weights) {
        #expect((Double(part) - Double(amount) * Double(weight) / total).magnitude < 1.000_001)
      }
    }
  }

  @Test(
    "make plans whose days keep to the first",
    arguments: [
      (PlanRhythm.monthly, ["2026-01-31", "2026-02-28", "2026-03-31"]),
      (.weekly, ["2026-01-31", "2026-02-07", "2026-02-14"]),
      (.fortnightly, ["2026-01-31", "2026-02-14", "2026-02-28"]),
    ])
  func plans(rhythm: PlanRhythm, days: [String]) throws {
    let plan = try PlanTerms(
      splitting: Money(minor: 100_000, .usd), into: 3, first: try day("2026-01-31"), every: rhythm,
      invoices: [])
    #expect(plan.instalments.map(\.due.iso) == days)
    #expect(plan.instalments.map(\.amount) == [33_333, 33_333, 33_334])
    #expect(try plan.total() == Money(minor: 100_000, .usd))
  }

  @Test("refuse plans that cannot be followed", arguments: [0, -1, 121, .max])
  func refuses(count: Int) throws {
    let first = try day("2026-01-31")
    #expect(throws: CallProblem.self) {
      try PlanTerms(splitting: Money(minor: 100_000, .usd), into: count, first: first, invoices: [])
    }
  }
}
