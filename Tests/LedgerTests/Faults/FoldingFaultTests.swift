import Receivables
import SampleEntries
import Testing

@testable import Ledger

/// The log is folded into the file while one call to the disk after the other fails.
struct FoldingFaultTests {
  private let action = ActionID(random: 9, 9)

  @Test(arguments: Fault.tried)
  func closingLosesNothing(fault: Fault) throws {
    try FaultRound.each(fault, "close", atLeast: 5, book: FaultedBook.bytes()) { round in
      var ledger: LedgerFile? = try round.open()
      try ledger.map { try record(action, in: $0) }
      _ = round.attempt { ledger = nil }
      try round.afterCrash { try check($0, round) }
      try check(try round.open(), round)
    }
  }

  private func check(_ ledger: LedgerFile, _ round: FaultRound) throws {
    #expect(try ledger.count(of: action) == 1, round.place)
    #expect(try ledger.verify() == [], round.place)
    try record(ActionID(random: 10, 10), in: ledger)
    #expect(try ledger.verify() == [], round.place)
  }

  private func record(_ action: ActionID, in ledger: LedgerFile) throws {
    try ledger.record(.note("last"), on: FaultedBook.account, day: TestBooks.start, action: action)
  }
}
