import Receivables
import SampleEntries
import Testing

@testable import Ledger

/// What is left when the machine stops: the file and as much of its log as reached the disk.
struct PowerCutTests {
  @Test func everyCutLeavesAWholeLedger() throws {
    let books = try TestBooks(accounts: 3)
    try books.ledger.roll(to: TestBooks.start)
    var actions = Actions()
    var ends: [Int] = []
    for index in 0..<20 {
      try books.ledger.record(
        .note("entry \(index)"), on: AccountID(rawValue: Int64(index % 3 + 1)), day: TestBooks.start,
        action: actions.next())
      ends.append(try FileBytes.read(books.path + "-wal").count)
    }
    let file = try FileBytes.read(books.path)
    let log = try FileBytes.read(books.path + "-wal")
    var random = Randomness(seed: 3)
    for round in 0..<30 {
      let path = books.directory.file("cut\(round).db")
      let end = Int.random(in: 32...log.count, using: &random)
      try FileBytes.write(file, to: path)
      // What follows the cut may be anything that the disk held before.
      let rest = (0..<(log.count - end)).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      try FileBytes.write(log.prefix(end) + (round % 2 == 0 ? [] : rest), to: path + "-wal")
      let survived = ends.count { $0 <= end }
      let ledger = try LedgerFile(path: path, policy: books.ledger.policy)
      guard try ledger.businessDate() != nil else { continue }
      // The entry that adopts the policy came with the first day.
      #expect(try ledger.journalHead().count == survived + 1)
      #expect(try ledger.verify() == [])
    }
  }
}
