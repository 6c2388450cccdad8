import Receivables
import SampleEntries
import Testing

@testable import Ledger

/// What was read lately is never shown when it is not so any more.
struct LatelyReadTests {
  private let books: TestBooks
  private let other: TestBooks
  private let account = AccountID(rawValue: 1)
  private let today = TestBooks.day(12)

  init() throws {
    books = try TestBooks(accounts: 3)
    try books.ledger.roll(to: today)
    other = try books.shared()
  }

  private func note(_ text: String, by session: TestBooks) throws {
    try session.ledger.record(.note(text), on: account, day: today, action: ActionID(rawValue: text))
  }

  @Test("an account that was read ahead is read again when somebody wrote, here or elsewhere")
  func accounts() throws {
    #expect(try books.ledger.knownAccount(account).entries.isEmpty)
    #expect(try books.ledger.knows(account))
    try note("elsewhere", by: other)
    #expect(try !books.ledger.knows(account))
    #expect(try books.ledger.knownAccount(account) == books.ledger.account(account))
    try note("here", by: books)
    #expect(try !books.ledger.knows(account))
    #expect(try books.ledger.knownAccount(account).entries.count == 2)
    #expect(try books.ledger.knownAccount(account) == other.ledger.account(account))
  }

  @Test("what this session writes about an account leaves the others known")
  func othersStay() throws {
    let second = AccountID(rawValue: 2)
    _ = try (books.ledger.knownAccount(account), books.ledger.knownAccount(second))
    try note("here", by: books)
    #expect(try !books.ledger.knows(account))
    #expect(try books.ledger.knows(second))
    try books.ledger.discardDraft(ActionID(rawValue: "none"))
    #expect(try books.ledger.knows(second))
    _ = try books.addAccount("another")
    #expect(try !books.ledger.knows(second), "an import may have changed it")
  }

  @Test(
    "pages and lengths of lists are those of a session that just came, whoever wrote what", arguments: 0..<12)
  func anyWrites(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    var actions = Actions()
    let queries =
      [WorklistView.mine, .everyone, .all, .snoozed].map {
        WorklistTests.query($0, [.lane, .next, .name][below(3)])
      } + [WorklistTests.query(.all, .lane, text: "quiet")]
    var written: [EntryNumber] = []
    for step in 0..<25 {
      let session = below(3) == 0 ? other : books
      let id = AccountID(rawValue: Int64(1 + below(3)))
      let body: EntryBody =
        switch below(4) {
        case 0: .snooze(until: today.advanced(by: 5), reason: "quiet")
        case 1: .note("quiet \(step)")
        case 2 where !written.isEmpty: .reversal(of: written[below(written.count)], reason: "wrong")
        default:
          try ProposedCall(
            action: "OUT", result: ["NA", "UF"][below(2)],
            next: NextAction(.call, on: today.advanced(by: below(4)))
          ).stored(in: session.ledger.account(id))
        }
      // What cannot be taken back again is refused and changes nothing.
      let saved = try? session.ledger.record(body, on: id, day: today, action: actions.next())
      if let saved, body.first(Reversal.self) == nil { written.append(saved.number) }
      let fresh = try books.another()
      for query in queries where below(2) == 0 {
        let range = below(2)..<3
        #expect(
          try books.ledger.worklist(query, range: range) == fresh.worklist(query, range: range),
          "seed \(seed), step \(step)")
        #expect(try books.ledger.length(of: query) == fresh.length(of: query))
      }
    }
    #expect(written.count > 5)
  }

  @Test("a list shows what another session derived")
  func lists() throws {
    let query = WorklistTests.query(.all, .lane)
    let before = try books.ledger.worklist(query, range: 0..<10).rows
    try other.ledger.record(
      .snooze(until: today.advanced(by: 5), reason: "quiet"), on: account, day: today,
      action: ActionID(rawValue: "snooze"))
    let after = try books.ledger.worklist(query, range: 0..<10).rows
    #expect(after != before)
    #expect(try after == other.ledger.worklist(query, range: 0..<10).rows)
  }

  @Test("the figures of a day count what came since, from every session, and what was taken back")
  func totals() throws {
    var actions = Actions()
    func call(by session: TestBooks) throws -> EntryNumber {
      let body = try ProposedCall(
        action: "OUT", result: "NA", next: NextAction(.call, on: today.advanced(by: 1))
      ).stored(in: session.ledger.account(account))
      return try session.ledger.record(body, on: account, day: today, action: actions.next()).number
    }
    func check(_ worked: Int) throws {
      let totals = try books.ledger.dayTotals(on: today, collector: "ann")
      #expect(totals.worked == worked)
      #expect(try totals == books.another().dayTotals(on: today, collector: "ann"))
    }
    try check(0)
    let first = try call(by: books)
    try check(1)
    let second = try call(by: other)
    try check(1)
    for entry in [first, second] {
      try other.ledger.record(
        .reversal(of: entry, reason: "typing error"), on: account, day: today, action: actions.next())
    }
    try check(0)
  }
}
