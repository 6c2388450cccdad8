import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// A policy is adopted while one call to the disk after the other fails.
struct AdoptionFaultTests {
  @Test(arguments: Fault.tried)
  func theBookGoesByOnePolicy(fault: Fault) throws {
    let before = try TestPolicy.shipped()
    var after = before
    after.aging.bounds = [0, 10, 20]
    after.digest = "another"
    let known = [before.digest: before, after.digest: after]
    func open(_ path: String) throws -> LedgerFile {
      try LedgerFile(path: path, offering: PolicyText(text: after.digest, policy: after)) { text in
        known[text] ?? before
      }
    }
    try FaultRound.each(fault, "adopt a policy", atLeast: 15, book: FaultedBook.bytes()) { round in
      let ledger = try open(round.path)
      // Pages that do not fit into memory reach the disk in the middle of the transaction.
      try ledger.connection.execute("pragma cache_size = 4")
      let outcome = round.attempt { try ledger.adopt(signed: .ann, collector: "ann") }
      let left = try round.afterCrash(opening: open) { left in
        let faults = try left.verify()
        #expect(faults == [], round.place)
        return left.policy
      }
      switch outcome {
      case .success: #expect(left == after, round.place)
      case .failure(let error):
        // Only a write of which nobody knows whether it was done may be there all the same.
        #expect(left == before || fault.kind != .unreadable && left == after, round.place)
        #expect("\(error)".hasPrefix("Could not adopt the policy: "), round.place)
      }
      try ledger.adopt(signed: .ann, collector: "ann")
      #expect(ledger.policy == after, round.place)
      let adopted = try ledger.adoptedPolicy()
      #expect(adopted?.digest == after.digest, round.place)
      #expect(try ledger.verify() == [], round.place)
    }
  }
}
