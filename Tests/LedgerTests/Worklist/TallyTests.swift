import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

/// What lists come to is what their rows come to, whoever wrote what since.
struct TallyTests {
  private static let day = TestBooks.day(12)

  /// Added up from every account's summary in memory.
  private func expected(
    _ books: TestBooks, _ view: WorklistView, _ collector: String
  ) throws -> [Int: Standing] {
    var lanes: [Int: Standing] = [:]
    for row in try WorklistTests.allRows(books) where view.lists(row, for: collector) {
      let rank = books.ledger.policy.rank(of: row.summary.lane)
      lanes[rank, default: Standing()].add(accounts: 1)
      for balance in row.summary.balances {
        lanes[rank]?.add(Int128(balance.toCollect), balance.currency)
      }
    }
    return lanes
  }

  private func check(_ ledger: LedgerFile, _ books: TestBooks) throws {
    let names = try ledger.tallies(of: []).collectors
    let tallies = try ledger.tallies(of: names)
    for view in WorklistView.allCases {
      let found = tallies.tally(of: view, for: "ann").lanes(in: view)
      #expect(try found == expected(books, view, "ann"), "\(view)")
    }
    let rows = try WorklistTests.allRows(books)
    for view in WorklistView.allCases where view.matterWord != nil {
      var sum = Standing()
      for row in rows where view.lists(row, for: "ann") {
        for amount in row.summary.matters(in: view) ?? [] { sum.add(Int128(amount.minor), amount.currency) }
      }
      #expect(tallies.tally(of: view, for: "ann").matters(in: view) == sum, "\(view)")
    }
    let promised = rows.flatMap(\.summary.promised)
    let range = Self.day...Self.day.advanced(by: 400)
    let days = Dictionary(grouping: promised.filter { range.contains($0.day) }, by: \.day).mapValues {
      $0.reduce(0) { $0 + $1.amount.minor }
    }
    let found = try #require(tallies.tally(of: .everyone, for: "ann").promised(for: range))
    #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.day, $0.amount.minor) }) == days)
  }

  @Test("every lane of every view, and every day of promises", arguments: [4, 5, 6] as [UInt64])
  func rows(seed: UInt64) throws {
    let books = try RollingTests.livelyBooks(seed: seed, accounts: 60)
    try books.ledger.roll(to: Self.day)
    try check(books.ledger, books)
    let mine = try books.ledger.tallies(of: ["", "ann"])
    #expect(mine.tally(of: .everyone, for: "ann").standing(in: .everyone).accounts > 0)
  }

  @Test("what this and other sessions write is counted", arguments: [7, 8] as [UInt64])
  func followed(seed: UInt64) throws {
    let books = try RollingTests.livelyBooks(seed: seed, accounts: 20)
    try books.ledger.roll(to: Self.day)
    let other = try books.shared()
    var random = Randomness(seed: seed)
    var actions = Actions()
    try check(books.ledger, books)
    for step in 0..<20 {
      let session = step % 5 == 4 ? other : books
      let file = try session.ledger.account(AccountID(rawValue: Int64.random(in: 1...20, using: &random)))
      let later = Self.day.advanced(by: Int.random(in: 1...9, using: &random))
      var body = EntryBody.snooze(until: later, reason: "away")
      if step % 2 == 0, let invoice = file.invoices.first {
        body = try ProposedCall(
          action: "OUT", result: "PP",
          promise: ProposedPromise(
            amount: Money(minor: 100, invoice.original.currency), day: later, invoices: [invoice.id])
        ).stored(in: file)
      }
      _ = try? session.ledger.record(body, on: file.customer.id, day: Self.day, action: actions.next())
      try check(books.ledger, books)
    }
  }

  @Test("a sum that fits no amount is told by none, and stops nothing")
  func large() throws {
    let books = try TestBooks()
    for number in 1...3 { try books.addAccount("\(number)", collector: "ann", due: [(1, .max / 20_000)]) }
    let usd = try #require(Currency("USD"))
    try books.ledger.roll(to: Self.day)
    let one = try books.ledger.tallies(of: ["ann"]).tally(of: .mine, for: "ann").standing(in: .mine)
    #expect(one.accounts == 3)
    #expect(one.amounts == [Money(minor: .max / 20_000 * 3, usd)])
    var standing = Standing()
    standing.add(Int128(Int64.max), usd)
    #expect(standing.amounts == [Money(minor: .max, usd)])
    standing.add(1, usd)
    #expect(standing.amounts == nil)
  }

  @Test("an account in several currencies adds to each of them")
  func currencies() throws {
    let books = try TestBooks()
    let id = try books.addAccount("1", collector: "ann", due: [(1, 500)])
    try books.ledger.write("prepare the test") {
      try books.ledger.connection.run(
        """
        insert into invoice (account_id, id, number, issued, due, amount, currency)
        values ($1, 9, 'E', 0, 20000, 70, 'EUR')
        """, id.rawValue)
    }
    try books.ledger.roll(to: Self.day)
    try check(books.ledger, books)
    let mine = try books.ledger.tallies(of: ["ann"]).tally(of: .mine, for: "ann").standing(in: .mine)
    #expect(mine.accounts == 1)
    #expect(mine.amounts?.map(\.description) == ["0.70 EUR", "5.00 USD"])
  }

  @Test("what came in today is what was paid then, and no credit note")
  func received() throws {
    let books = try TestBooks()
    let id = try books.addAccount("1", collector: "ann", due: [(1, 500)])
    try books.ledger.write("prepare the test") {
      for (number, kind, day) in [("a", "payment", 12), ("b", "credit_note", 12), ("c", "payment", 11)] {
        try books.ledger.connection.run(
          """
          insert into credit (account_id, id, kind, number, dated, amount, currency)
          values ($1, unicode($3), $2, $3, $4, 70, 'USD')
          """, id.rawValue, kind, number, TestBooks.day(day).number)
      }
    }
    try books.ledger.roll(to: Self.day)
    let usd = try #require(Currency("USD"))
    let tally = try books.ledger.tallies(of: ["ann"]).tally(of: .mine, for: "ann")
    #expect(tally.received.amounts == [Money(minor: 70, usd)])
  }

  @Test("collectors are counted apart, those without one for everybody")
  func collectors() throws {
    let books = try TestBooks()
    try books.addAccount("1", collector: "ann", due: [(1, 100)])
    try books.addAccount("2", collector: "bob", due: [(1, 20)])
    try books.addAccount("3", due: [(1, 3)])
    try books.ledger.roll(to: Self.day)
    let some = try books.ledger.tallies(of: ["", "ann", "nobody"])
    #expect(some.collectors == ["", "ann", "bob"])
    #expect(some.missing == ["bob"])
    #expect(some.holds(.mine, for: "ann") && !some.holds(.all, for: "ann") && !some.holds(.mine, for: "bob"))
    #expect(some.tally(of: .mine, for: "ann").standing(in: .mine).amounts?.map(\.minor) == [103])
    let all = try books.ledger.tallies(of: some.collectors)
    #expect(all.tally(of: .everyone, for: "ann").standing(in: .everyone).amounts?.map(\.minor) == [123])
  }
}
