import Foundation
import Receivables
import Testing

/// Every derived value against a second computation. KEPT_ORACLE says over how many histories, `make oracle` over 10,000;
/// KEPT_ORACLE_SEED takes one of them again.
@Suite("Random histories")
struct AccountOracleTests {
  private static let usual: UInt64 = 1_000

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  @Test("are what the oracle says on every day, and undone as if they had never been")
  func agree() async throws {
    let seeds =
      Self.number("KEPT_ORACLE_SEED").map { $0..<$0 + 1 } ?? 0..<(Self.number("KEPT_ORACLE") ?? Self.usual)
    let run = try await OracleRun(seeds, try .withCountries)
    // One wrong rule shows in hundreds of histories; a few of them tell it.
    for fault in run.faults.prefix(20) { Issue.record("\(fault)") }
    #expect(run.faults.count == 0, "in \(seeds.count) histories")
    if seeds.count >= Self.usual { #expect(run.seen == .everything) }
  }
}
