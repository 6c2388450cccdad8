import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

struct ConcurrencyTests {
  @Test func manySessionsNeverLoseAnEntryOrSeeALock() async throws {
    let books = try TestBooks(accounts: 4)
    try books.ledger.roll(to: TestBooks.start)
    let (path, policy) = (books.path, books.ledger.policy)
    let (sessions, entries) = (6, 25)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for session in 0..<sessions {
        group.addTask {
          let ledger = try LedgerFile(path: path, policy: policy)
          var actions = Actions(seed: UInt64(session + 100))
          for entry in 0..<entries {
            try ledger.record(
              .note("\(session) \(entry)"), on: AccountID(rawValue: Int64(entry % 4 + 1)),
              day: TestBooks.start,
              action: actions.next())
            let query = WorklistQuery(view: .all, collector: "ann", today: TestBooks.start)
            _ = try ledger.worklist(query, range: 0..<10)
          }
        }
      }
      try await group.waitForAll()
    }
    let stored = try books.ledger.connection.all("select body from journal where kind = 'note'") {
      EntryBody(stored: $0.text(0)).freeText
    }
    let wanted = (0..<sessions).flatMap { session in (0..<entries).map { "\(session) \($0)" } }
    #expect(stored.sorted() == wanted.sorted())
    #expect(try books.ledger.verify() == [])
  }

  @Test func anotherSessionsWriteIsNoticed() throws {
    let books = try TestBooks(accounts: 1)
    try books.ledger.roll(to: TestBooks.start)
    let query = WorklistQuery(view: .all, collector: "ann", today: TestBooks.start)
    #expect(try books.ledger.worklist(query, range: 0..<10).total == 1)
    let before = try books.ledger.dataVersion()
    #expect(try books.ledger.dataVersion() == before)
    let other = try books.shared()
    let added = try other.addAccount("B", due: [(1, 5)])
    try other.pay(try other.ledger.account(added).invoices[0], of: added, day: 0, amount: 1)
    #expect(try books.ledger.dataVersion() != before)
    #expect(try books.ledger.worklist(query, range: 0..<10).total == 2)
  }
}
