import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// The queue is brought to another day while one call to the disk after the other fails.
struct RollingFaultTests {
  @Test(arguments: Fault.tried)
  func theQueueIsOfOneDay(fault: Fault) throws {
    let later = TestBooks.day(10)
    try FaultRound.each(fault, "roll", atLeast: 15, book: FaultedBook.bytes()) { round in
      let ledger = try round.open()
      // Pages that do not fit into memory reach the disk in the middle of the transaction.
      try ledger.connection.execute("pragma cache_size = 4")
      let outcome = round.attempt { try ledger.roll(to: later) }
      let day = try round.afterCrash { left in
        #expect(try left.verify() == [], round.place)
        return try left.businessDate()
      }
      switch outcome {
      case .success: #expect(day == later, round.place)
      case .failure(let error):
        #expect(day == TestBooks.start || day == later, round.place)
        #expect("\(error)".hasPrefix("Could not bring the queue to 2026-11-12: "), round.place)
      }
      try ledger.roll(to: later)
      #expect(try ledger.businessDate() == later, round.place)
      #expect(try ledger.verify() == [], round.place)
    }
  }
}
