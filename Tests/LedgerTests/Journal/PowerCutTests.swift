import Glibc
import Receivables
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
      ends.append(try Self.bytes(of: books.path + "-wal").count)
    }
    let file = try Self.bytes(of: books.path)
    let log = try Self.bytes(of: books.path + "-wal")
    var random = Randomness(seed: 3)
    for round in 0..<30 {
      let path = books.directory.file("cut\(round).db")
      let end = Int.random(in: 32...log.count, using: &random)
      try Self.write(file, to: path)
      // What follows the cut may be anything that the disk held before.
      let rest = (0..<(log.count - end)).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      try Self.write(log.prefix(end) + (round % 2 == 0 ? [] : rest), to: path + "-wal")
      let survived = ends.count { $0 <= end }
      let ledger = try LedgerFile(path: path, policy: books.ledger.policy)
      guard try ledger.businessDate() != nil else { continue }
      #expect(try ledger.journalHead().count == survived)
      #expect(try ledger.verify() == [])
    }
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = try #require(
      {
        let opened = open(path, O_RDONLY); return opened >= 0 ? opened : nil
      }())
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(bytes.isEmpty || Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
  }
}
