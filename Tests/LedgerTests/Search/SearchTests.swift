import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

@Suite("A search that is typed")
struct SearchTests {
  private static let day = TestBooks.day(12)

  private static func query(_ text: String, _ order: WorklistOrder = .lane) -> WorklistQuery {
    WorklistTests.query(.all, order, text: text)
  }

  /// The accounts that a list should have, by the domain alone: the best matches first, else as in the list without a
  /// search.
  private static func expected(_ query: WorklistQuery, of ledger: LedgerFile) throws -> [AccountID] {
    let search = SearchQuery(query.text)
    var plain = query
    plain.text = ""
    var ranked: [(rank: MatchRank, id: AccountID)] = []
    for row in try ledger.worklist(plain, range: 0..<10_000).rows {
      let file = try ledger.account(row.id)
      let amounts = try ListedAccount(of: file, policy: ledger.policy, asOf: query.today).amounts
      guard search.matches(file, amounts) != nil else { continue }
      let text = Array(file.searchedText.utf8)
      ranked.append((text.withUnsafeBufferPointer { search.rank(in: $0) }, row.id))
    }
    guard query.isRanked else { return ranked.map(\.id) }
    return MatchRank.allCases.flatMap { rank in ranked.filter { $0.rank == rank }.map(\.id) }
  }

  private static func found(_ query: WorklistQuery, in ledger: LedgerFile) throws -> [AccountID] {
    let page = try ledger.worklist(query, range: 0..<10_000)
    #expect(page.total == page.rows.count)
    #expect(try ledger.length(of: query) == page.total)
    return page.rows.map(\.id)
  }

  /// Pieces of what the accounts of a book are found by, sound and broken in the middle.
  private static func piece(of ledger: LedgerFile, _ random: inout Randomness) throws -> String {
    let account = AccountID(rawValue: Int64.random(in: 1...100, using: &random))
    let file = try ledger.account(account)
    let amounts = try ListedAccount(of: file, policy: ledger.policy, asOf: day).amounts.map(\.amount.text)
    let lines = file.searchedLines.map(\.text) + amounts
    let line = Array(lines[Int.random(in: 0..<lines.count, using: &random)])
    let start = Int.random(in: 0..<line.count, using: &random)
    return String(line[start..<min(start + Int.random(in: 1...7, using: &random), line.count)])
  }

  @Test(
    "finds and ranks letter by letter what the domain finds, also after letters were taken back and others wrote",
    arguments: 0..<4 as Range<UInt64>)
  func typed(seed: UInt64) throws {
    let books = try RollingTests.livelyBooks(seed: 30 + seed, accounts: 100)
    try books.ledger.roll(to: Self.day)
    var random = Randomness(seed: seed)
    var actions = Actions(seed: seed)
    let orders: [WorklistOrder] = [.lane, .lane, .name, .toCollect]
    for _ in 0..<6 {
      let order = orders[Int.random(in: 0..<orders.count, using: &random)]
      let isTyped = Bool.random(using: &random)
      if isTyped { try books.ledger.prepareSearch(of: Self.query("", order)) }
      var text = ""
      var wanted = try Self.piece(of: books.ledger, &random)
      if Int.random(in: 0..<3, using: &random) == 0 {
        wanted += " " + (try Self.piece(of: books.ledger, &random))
      }
      for letter in wanted {
        text.append(letter)
        if Int.random(in: 0..<5, using: &random) == 0 { text.removeLast() }
        if Int.random(in: 0..<6, using: &random) == 0 {
          let account = AccountID(rawValue: Int64.random(in: 1...100, using: &random))
          let session = Bool.random(using: &random) ? books : try books.shared()
          try session.ledger.record(
            .note("\(wanted) was said"), on: account, day: Self.day, action: actions.next())
        }
        let query = Self.query(text, order)
        guard query.isSearch else { continue }
        #expect(
          try Self.found(query, in: books.ledger) == Self.expected(query, of: books.ledger),
          "seed \(seed), “\(text)”")
      }
      if isTyped { books.ledger.endSearch() }
    }
  }

  @Test("can be given up, and goes on from there")
  func givenUp() throws {
    let books = try RollingTests.livelyBooks(seed: 5, accounts: 70)
    try books.ledger.roll(to: Self.day)
    let query = Self.query("zeta")
    books.ledger.isSearchWanted = { false }
    #expect(throws: LedgerError.cancelled(doing: "search")) {
      try books.ledger.worklist(query, range: 0..<10)
    }
    #expect(throws: LedgerError.cancelled(doing: "search")) { try books.ledger.prepareSearch(of: query) }
    books.ledger.isSearchWanted = { true }
    #expect(try Self.found(query, in: books.ledger) == Self.expected(query, of: books.ledger))
  }

  @Test("goes by what an import brought, and an account in the middle that somebody renamed")
  func imported() throws {
    let books = try TestBooks(accounts: 130)
    try books.ledger.roll(to: Self.day)
    #expect(try Self.found(Self.query("nimbus"), in: books.ledger) == [])
    try books.ledger.write("prepare the test") {
      try books.ledger.connection.run("update account set name = 'Nimbus\u{1E}Freight' where id = 100")
      try Deriving(connection: books.ledger.connection, policy: books.ledger.policy, day: Self.day).store(
        .all)
    }
    #expect(try Self.found(Self.query("nimbus"), in: books.ledger) == [AccountID(rawValue: 100)])
    #expect(try Self.found(Self.query("nimbus freight"), in: books.ledger) == [AccountID(rawValue: 100)])
    #expect(try books.ledger.verify() == [])
  }

  @Test("nothing to see looks for nothing", arguments: ["\u{2800}", "\u{200B}", "\u{1}", "\u{FEFF} \u{AD}"])
  func invisible(text: String) throws {
    let books = try TestBooks(accounts: 3)
    try books.ledger.roll(to: Self.day)
    #expect(try Self.found(Self.query(text), in: books.ledger).count == 3)
    let query = Self.query("A2 " + text)
    #expect(try Self.found(query, in: books.ledger) == Self.expected(query, of: books.ledger))
  }

  @Test("what is searched of an account that does not follow from it is named")
  func tampered() throws {
    let books = try VerificationTests.soundBooks()
    let pages = try SearchedPages(.amounts, on: books.ledger.connection)
    try pages.set("\n12.00\n", of: 2)
    try pages.finish()
    let problems = try books.ledger.verify()
    #expect(problems.map(\.account) == ["A2"])
    #expect(problems.allSatisfy { $0.sentence.contains("texts in searched_amounts") })
  }
}

@Suite("Where bytes stand in others")
struct ByteSearchTests {
  @Test("is where a plain search finds them", arguments: 0..<20 as Range<UInt64>)
  func plain(seed: UInt64) {
    var random = Randomness(seed: seed)
    let letters = Array("ab1\n".utf8)
    #expect([UInt8]("ab".utf8).withUnsafeBufferPointer { $0.firstPlace(of: [], from: 1) } == 1)
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }
      let part = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        letters[Int.random(in: 0..<letters.count, using: &random)]
      }
      let start = Int.random(in: 0...text.count, using: &random)
      let found = text.withUnsafeBufferPointer { $0.firstPlace(of: part, from: start) }
      let expected = (start...text.count).first { text[$0...].starts(with: part) }
      #expect(found == expected, "\(text) \(part) from \(start)")
    }
  }
}
