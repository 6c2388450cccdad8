import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// The lines of a list, made on one core or on two.
struct WorklistReportTests {
  private static func check(
    _ ledger: LedgerFile, _ view: WorklistView, _ order: WorklistOrder, text: String = ""
  )
    throws
  {
    let query = WorklistTests.query(view, order, text: text)
    for limit in [0, 7, Int.max] {
      let rows = try ledger.worklist(query, range: 0..<limit).rows
      let wanted = rows.enumerated().map { Self.line($0.element, $0.offset + 1) }
      let lines = try ledger.lines(of: query, limit: limit) { Self.line($0, $1) }
      #expect(lines == wanted, "\(view) by \(order) “\(text)”, \(limit)")
      #expect(view != .all || limit == 0 || !lines.isEmpty)
    }
  }

  private static func line(_ row: WorklistRow, _ rank: Int) -> String {
    "\(rank) \(row.number) \(row.name) \(SummaryText.text(of: row.summary))"
  }

  @Test(arguments: [40, 1_200]) func areThoseOfItsRows(accounts: Int) throws {
    let books = try RollingTests.livelyBooks(seed: 21, accounts: accounts)
    try books.ledger.roll(to: TestBooks.day(12))
    for order in WorklistOrder.allCases { try Self.check(books.ledger, .all, order) }
    for view in WorklistView.allCases { try Self.check(books.ledger, view, .lane) }
    try Self.check(books.ledger, .all, .name, text: "beta")
  }

  @Test func areThoseOfTheDayThatIsLookedAt() throws {
    let books = try RollingTests.livelyBooks(seed: 22, accounts: 1_200)
    try books.ledger.roll(to: TestBooks.day(12))
    try books.ledger.roll(to: TestBooks.day(-30))
    #expect(books.ledger.lookingAt == TestBooks.day(-30))
    try Self.check(books.ledger, .all, .lane)
  }

  @Test func anUnreadableRowIsTold() throws {
    let books = try RollingTests.livelyBooks(seed: 23, accounts: 1_200)
    try books.ledger.roll(to: TestBooks.day(12))
    try books.ledger.connection.execute(
      "update account_summary set payload = 'rank' where account_id = (select max(account_id) from account_summary)"
    )
    #expect(throws: LedgerError.unreadable("the summary “rank”")) {
      try books.ledger.lines(of: WorklistTests.query(.all, .lane), limit: .max) { "\($1)" }
    }
  }
}
