import Foundation
import Glibc
import Testing

/// A write while somebody else does not come out of the gate. It waits for 20 seconds, so only `make faults` does.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KEPT_FAULTS"] != nil, "KEPT_FAULTS is not set"))
struct BusyGateTests {
  @Test func whoWaitsTooLongIsToldWhoWrites() throws {
    let book = try Book.demo()
    let account = try #require(try book.queue().first)
    let before = try book.entries(of: account).count
    let gate = open(book.path + "-gate", O_RDWR)
    try #require(gate >= 0 && flock(gate, LOCK_EX) == 0)
    let outcome = try book.run("log", account, "--result", "NA")
    #expect(outcome.status == 75)
    #expect(
      outcome.said.hasPrefix("Could not save the entry: another session, process \(getpid()) of "),
      "\(outcome.said)")
    #expect(outcome.said.hasSuffix(", holds the database. Nothing was changed. Try again.\n"))
    // Looking goes on all the while.
    #expect(try book.entries(of: account).count == before)
    close(gate)
    #expect(try book.run("log", account, "--result", "NA").status == 0)
    #expect(try book.entries(of: account).count == before + 1)
  }
}
