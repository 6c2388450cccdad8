import Glibc
import Receivables
import SampleEntries
import Testing

@testable import Ledger

/// A backup is made while one call to the disk after the other fails.
struct BackupFaultTests {
  @Test(arguments: Fault.tried, [false, true])
  func aCopyIsWholeOrAsItWasBefore(fault: Fault, isThereAlready: Bool) throws {
    let older = isThereAlready ? try FaultedBook.bytes() : []
    try FaultRound.each(fault, "backup", atLeast: 20, book: FaultedBook.bytes()) { round in
      let ledger = try round.open()
      try ledger.record(
        .note("since"), on: FaultedBook.account, day: TestBooks.start, action: ActionID(random: 9, 9))
      let copy = round.directory.file("copy.db")
      if isThereAlready { try FileBytes.write(older, to: copy) }
      let outcome = round.attempt { _ = try ledger.backup(to: copy) }
      let names = Set(try round.directory.names())
      #expect(
        names.isSubset(of: ["kept.db", "kept.db-wal", "kept.db-shm", "kept.db-gate", "copy.db"]), round.place)
      switch outcome {
      case .success: try checkWhole(copy, like: ledger, round)
      case .failure(let error):
        #expect(try FileBytes.read(copy) == older, round.place)
        #expect("\(error)".hasPrefix("Could not "), round.place)
      }
      _ = try ledger.backup(to: copy)
      try checkWhole(copy, like: ledger, round)
      #expect(try ledger.verify() == [], round.place)
    }
  }

  /// Opened elsewhere, so that the copy stays as it is.
  private func checkWhole(_ copy: String, like ledger: LedgerFile, _ round: FaultRound) throws {
    let elsewhere = try TemporaryDirectory()
    try FileBytes.write(try FileBytes.read(copy), to: elsewhere.file("copy.db"))
    let restored = try LedgerFile(path: elsewhere.file("copy.db"), policy: ledger.policy)
    #expect(try restored.journalHead() == ledger.journalHead(), round.place)
    #expect(try restored.verify() == [], round.place)
  }
}
