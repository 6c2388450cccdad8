import Receivables
import Testing

@Suite("The day on which a summary changes by itself")
struct ChangesOnTests {
  @Test("is never later than the first day on which it is different", arguments: UInt64(0)..<150)
  func holds(seed: UInt64) throws {
    let policy = try Policy.shipped
    let file = RandomAccount(seed: seed, policy).file
    var before = try AccountSummary(of: file, policy: policy, asOf: RandomAccount.start)
    for offset in 1...400 {
      let day = RandomAccount.start.advanced(by: offset)
      let summary = try AccountSummary(of: file, policy: policy, asOf: day)
      if before.changesOn != day { #expect(summary == before, "seed \(seed), \(day.iso)") }
      before = summary
    }
  }

  @Test("is the next bucket boundary, due day or rule threshold of a plain account")
  func plain() throws {
    var account = AccountSketch()
    try account.invoice(50_000, due: "2026-03-02", issued: "2026-02-01")
    #expect(try account.summary("2026-01-15").changesOn == day("2026-02-01"))
    #expect(try account.summary("2026-02-15").changesOn == day("2026-03-03"))
    // The first-contact limit is Thu 5 March.
    #expect(try account.summary("2026-03-04").changesOn == day("2026-03-06"))
    #expect(try account.summary("2026-03-20").changesOn == day("2026-04-01"))
    #expect(try account.summary("2026-12-01").changesOn == nil)
  }
}
