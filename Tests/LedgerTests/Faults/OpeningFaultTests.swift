import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

/// A book is made, brought to the newest form, or opened after a crash, while one call to the disk after the other
/// fails.
struct OpeningFaultTests {
  @Test(arguments: Fault.tried)
  func aNewBookIsMadeWholeOrAtTheNextStart(fault: Fault) throws {
    try FaultRound.each(fault, "make a book", atLeast: 5) { round in
      try checkOpening(round) { try $0.isEmpty() }
    }
  }

  @Test(arguments: Fault.tried)
  func anOlderBookIsBroughtUpToDateWholeOrAtTheNextStart(fault: Fault) throws {
    let older = try older()
    try FaultRound.each(fault, "bring up to date", atLeast: 5, book: older) { round in
      try checkOpening(round) { try $0.connection.first("select count(*) from meta") { $0.int(0) } == 0 }
    }
  }

  /// Nobody closed the book before: its log is read from the disk.
  @Test(arguments: Fault.tried)
  func whatACrashLeftIsThereAtTheNextStart(fault: Fault) throws {
    let action = ActionID(random: 9, 9)
    let crashed = try FaultRound(fault, at: 1, book: FaultedBook.bytes())
    let session = try crashed.open()
    try session.record(.note("last"), on: FaultedBook.account, day: TestBooks.start, action: action)
    let log = try FileBytes.read(crashed.path + "-wal")
    try FaultRound.each(fault, "open after a crash", atLeast: 1, book: FaultedBook.bytes()) { round in
      try FileBytes.write(log, to: round.path + "-wal")
      try checkOpening(round) { try $0.count(of: action) == 1 }
    }
  }

  private func checkOpening(_ round: FaultRound, _ isWhole: (LedgerFile) throws -> Bool) throws {
    switch round.attempt({ try round.open() }) {
    case .success(let ledger): #expect(try isWhole(ledger), round.place)
    case .failure(let error):
      #expect("\(error)".hasPrefix("Could not open \(round.path): "), round.place)
      // Beside the file there must be space for the memory that sessions share, even to read.
      if round.failed?.hasPrefix("grow") == true {
        #expect(error as? LedgerError == .full(doing: "open \(round.path)"), round.place)
      }
    }
    try round.afterCrash { try check($0, round, isWhole) }
    try check(try round.open(), round, isWhole)
  }

  private func check(_ ledger: LedgerFile, _ round: FaultRound, _ isWhole: (LedgerFile) throws -> Bool) throws
  {
    #expect(try isWhole(ledger), round.place)
    #expect(try ledger.connection.schemaVersion() == LedgerSchema.migrations.count, round.place)
    try ledger.roll(to: TestBooks.day(2))
    #expect(try ledger.verify() == [], round.place)
  }

  /// A book of the form before the newest.
  private func older() throws -> [UInt8] {
    let directory = try TemporaryDirectory()
    let path = directory.file("older.db")
    try OlderBook.make(at: path, steps: LedgerSchema.migrations.count - 1)
    return try FileBytes.read(path)
  }
}
