import Receivables
import SampleEntries
import Testing

@Suite("An account of thousands of invoices")
struct LargeAccountTests {
  /// An account of so many invoices that an entry is about as a whole.
  private static func account(_ count: Int, _ said: String) throws -> AccountSketch {
    var account = AccountSketch()
    let invoices = try (0..<count).map { try account.invoice(1_000 + Int64($0), due: "2026-04-01") }
    let total = invoices.indices.reduce(into: Int64(0)) { $0 += 1_000 + Int64($1) }
    switch said {
    case "NR": try account.call("NR", on: "2026-04-07", next: (.resend, "2026-04-09"), invoices: invoices)
    case "PP": try account.promise(total, for: "2026-04-09", on: "2026-04-07", invoices)
    case "DI": try account.dispute(nil, on: "2026-04-07", invoices)
    case "two":
      try account.promise(total, for: "2026-04-09", on: "2026-04-07", invoices)
      let call = ProposedCall(
        action: "OUT", result: "PP",
        promise: ProposedPromise(
          amount: Money(minor: total, .usd), day: try day("2026-04-17"), invoices: invoices))
      try account.log(call, on: "2026-04-08")
    default: break
    }
    return account
  }

  @Test(
    "is derived in a time that grows with what is said of it, not with its square",
    arguments: ["NR", "PP", "DI", "two"])
  func grows(said: String) throws {
    let clock = ContinuousClock()
    func time(_ account: AccountSketch) throws -> Duration {
      try clock.measure { _ = try account.picture("2026-04-20") }
    }
    let (few, many) = (try Self.account(750, said), try Self.account(6_000, said))
    // One beside the other, because other programs take the machine now and then.
    let ratios = try (0..<7).map { _ in try time(many) / time(few) }
    // About eight times as long, and 64 times where each invoice is held against each other one.
    #expect(try #require(ratios.min()) < 18)
  }
}
