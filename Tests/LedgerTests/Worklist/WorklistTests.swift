import Receivables
import SQLEngine
import SampleEntries
import Settings
import Testing

@testable import Ledger

struct WorklistTests {
  static func query(_ view: WorklistView, _ order: WorklistOrder, text: String = "") -> WorklistQuery {
    WorklistQuery(view: view, collector: "ann", text: text, order: order, today: TestBooks.day(12))
  }

  /// Every account with its summary derived in memory, not read from the tables.
  static func allRows(_ books: TestBooks) throws -> [WorklistRow] {
    var rows: [WorklistRow] = []
    try books.ledger.forEachAccount { file in
      let summary = try AccountSummary(of: file, policy: books.ledger.policy, asOf: TestBooks.day(12))
      rows.append(
        WorklistRow(
          id: file.customer.id, number: file.customer.number, name: file.customer.name,
          collector: file.customer.collector, summary: summary))
      return true
    }
    return rows
  }

  static func key(_ row: WorklistRow, _ order: WorklistOrder, _ view: WorklistView, _ policy: Policy) throws
    -> [Int64]
  {
    let summary = row.summary
    let oldest = summary.oldestDue.map { Int64($0.number) } ?? .max
    let amount = -summary.orderAmount
    switch order {
    case .lane where view == .promisesDue:
      return [summary.promise.map { Int64($0.day.number) } ?? .max, amount, oldest]
    case .lane: return try summary.sortKey(policy)
    case .toCollect: return [amount, oldest]
    case .oldest: return [oldest, amount]
    case .lastContact: return [summary.lastContact.map { Int64($0.number) } ?? .min, amount, oldest]
    case .next:
      let minutes = summary.next.map { Int64($0.day.number * 1_440 + ($0.time?.minutes ?? 0)) }
      return [minutes ?? .max, amount, oldest]
    case .name: return []
    }
  }

  @Test(arguments: [(3, 20), (30, 90)])
  func theDaysOfTheViewsAreThoseOfThePolicy(noContact: Int, escalation: Int) throws {
    var policy = try PolicyFile.shipped()
    (policy.noContactDays, policy.escalationDays) = (noContact, escalation)
    let books = try RollingTests.livelyBooks(seed: 12, accounts: 80, policy: policy)
    try books.ledger.roll(to: TestBooks.day(12))
    let rows = try Self.allRows(books)
    for view in [WorklistView.noContact, .escalation] {
      let listed = try books.ledger.worklist(Self.query(view, .name), range: 0..<200).rows.map(\.id)
      let expected = rows.filter { view.lists($0, for: "ann") }
      #expect(Set(listed) == Set(expected.map(\.id)), "\(view)")
      #expect(!listed.isEmpty && listed.count < rows.count)
    }
  }

  @Test func pagesGiveWhatSortingInMemoryGives() throws {
    let books = try RollingTests.livelyBooks(seed: 11, accounts: 80)
    try books.ledger.roll(to: TestBooks.day(12))
    let rows = try Self.allRows(books)
    for view in WorklistView.allCases {
      for order in WorklistOrder.allCases {
        let sorted = try Self.sorted(
          rows.filter { view.lists($0, for: "ann") },
          order, view, books.ledger.policy)
        let query = Self.query(view, order)
        #expect(try Self.paged(books.ledger, query, total: sorted.count) == sorted, "\(view) by \(order)")
        try Self.checkPlaces(of: sorted, query, books.ledger)
      }
    }
  }

  static func sorted(
    _ rows: [WorklistRow], _ order: WorklistOrder, _ view: WorklistView, _ policy: Policy
  ) throws -> [WorklistRow] {
    try rows.map { (try key($0, order, view, policy), $0) }.sorted { left, right in
      if order == .name {
        let names = (SearchText.folded(left.1.name), SearchText.folded(right.1.name))
        if names.0 != names.1 { return names.0 < names.1 }
      }
      return left.0 == right.0 ? left.1.number < right.1.number : left.0.lexicographicallyPrecedes(right.0)
    }.map(\.1)
  }

  static func paged(_ ledger: LedgerFile, _ query: WorklistQuery, total: Int) throws -> [WorklistRow] {
    var rows: [WorklistRow] = []
    while true {
      let page = try ledger.worklist(query, range: rows.count..<(rows.count + 17))
      #expect(page.total == total)
      #expect(page.offset == rows.count)
      if page.rows.isEmpty { return rows }
      rows += page.rows
    }
  }

  static func checkPlaces(of sorted: [WorklistRow], _ query: WorklistQuery, _ ledger: LedgerFile) throws {
    for (rank, row) in sorted.enumerated() where rank % 9 == 0 || rank == sorted.count - 1 {
      #expect(try ledger.rank(of: row.id, in: query) == rank)
    }
  }

  @Test func anAccountThatIsNotListedHasNoRank() throws {
    let books = try TestBooks(accounts: 1)
    try books.ledger.roll(to: TestBooks.day(-5))
    let query = Self.query(.everyone, .lane)
    #expect(try books.ledger.rank(of: AccountID(rawValue: 1), in: query) == nil)
  }

  @Test(arguments: [
    ("müller", [1]), ("MULLER 0000", [1]), ("muller 99", []), ("0000611365", [1]), ("611365", [1]),
    ("acme", [2]),
    ("acme muller", []),
    ("5550", [2]), ("+1 555-0199", [2]), ("1.555.0199", [2]), ("(555) 0199", [2]), ("+1 (555) 01 99", [2]),
    ("0155 50199", [2]),
    ("jane@acme", [2]), ("Jane acme", [2]), ("a2-1", [2]), ("%", []), ("'", []),
    ("  ", [1, 2]),
  ])
  func findsByEveryKindOfText(_ text: String, _ found: [Int64]) throws {
    let books = try TestBooks()
    try books.addAccount("0000611365", name: "Müller & Söhne", due: [(0, 100)])
    try books.addAccount("A2", name: "ACME", due: [(0, 100), (1, 100)])
    try books.ledger.write("prepare the test") {
      try books.ledger.connection.execute(
        """
        insert into contact (account_id, position, name, email)
        values (2, 0, 'Jane Doe', 'Jane@ACME.example');
        insert into phone (account_id, contact, position, number) values (2, 0, 0, '+1 555-0199');
        """)
    }
    try books.ledger.roll(to: TestBooks.day(5))
    let page = try books.ledger.worklist(Self.query(.all, .name, text: text), range: 0..<10)
    #expect(page.rows.map(\.id.rawValue).sorted() == found)
    #expect(page.total == found.count)
  }

  @Test(
    "a search lists the accounts that the domain finds, and says by what",
    arguments: [
      "zeta", "1003", "1003-0", "10 000", "10.00", "10", "alpha 10.00", "holiday", "moved", "1",
      "zeta 5",
      "10 000,00 usd", "nothing",
    ])
  func findsWhatTheDomainFinds(_ text: String) throws {
    let books = try RollingTests.livelyBooks(seed: 13, accounts: 60)
    try books.addAccount("7", name: "Amounts", due: [(-3, 1_000), (-2, 1_000_000)])
    try books.ledger.write("prepare the test") {
      try Deriving(
        connection: books.ledger.connection, policy: books.ledger.policy, day: TestBooks.start
      ).store(.all)
    }
    let day = TestBooks.day(12)
    try books.ledger.roll(to: day)
    let search = SearchQuery(text)
    var expected: [AccountID: [SearchMatch]] = [:]
    try books.ledger.forEachAccount { file in
      let listed = try ListedAccount(of: file, policy: books.ledger.policy, asOf: day)
      if listed.summary.views.contains(WorklistViews(.all)) {
        expected[file.customer.id] = search.matches(file, listed.amounts)
      }
      return true
    }
    let page = try books.ledger.worklist(Self.query(.all, .name, text: text), range: 0..<100)
    for _ in 1...2 {
      let rows = try books.ledger.explained(page).rows
      #expect(Dictionary(rows.map { ($0.id, $0.found) }, uniquingKeysWith: { first, _ in first }) == expected)
    }
    #expect(expected.isEmpty == (text == "nothing"))
  }

  @Test func countsTheDayWithoutWhatWasTakenBack() throws {
    let books = try TestBooks(accounts: 5)
    let ledger = books.ledger
    try ledger.roll(to: TestBooks.day(10))
    var actions = Actions()
    func log(_ result: String, on account: Int64, promising: Int64? = nil) throws -> EntryNumber {
      let file = try ledger.account(AccountID(rawValue: account))
      let promise = promising.map {
        ProposedPromise(
          amount: Money(minor: $0, file.invoices[0].original.currency), day: TestBooks.day(14),
          invoices: [file.invoices[0].id])
      }
      let call = ProposedCall(
        action: "OUT", result: result, promise: promise, next: NextAction(.call, on: TestBooks.day(11)))
      return try ledger.record(
        try call.stored(in: file), on: file.customer.id, day: TestBooks.day(10), action: actions.next()
      ).number
    }
    _ = try log("PP", on: 1, promising: 700)
    let mistake = try log("PP", on: 2, promising: 900)
    _ = try log("NA", on: 3)
    var totals = try ledger.dayTotals(on: TestBooks.day(10), collector: "ann")
    let usd = try #require(Currency("USD"))
    #expect(
      totals
        == DayTotals(worked: 3, planned: 5, contacts: 2, promises: 2, promised: [Money(minor: 1_600, usd)]))
    try ledger.record(
      .reversal(of: mistake, reason: "wrong account"), on: AccountID(rawValue: 2), day: TestBooks.day(10),
      action: actions.next())
    totals = try ledger.dayTotals(on: TestBooks.day(10), collector: "ann")
    #expect(
      totals == DayTotals(worked: 2, planned: 5, contacts: 1, promises: 1, promised: [Money(minor: 700, usd)])
    )
    #expect(try ledger.dayTotals(on: TestBooks.day(10), collector: "bob").worked == 0)
    #expect(try ledger.dayTotals(on: TestBooks.day(10), collector: nil).worked == 2)
  }

  @Test func countsACorrectedCallOnceOnItsDayForWhoMadeIt() throws {
    let books = try TestBooks(accounts: 1)
    let (ledger, account, today) = (books.ledger, AccountID(rawValue: 1), TestBooks.day(10))
    try ledger.roll(to: today)
    var actions = Actions()
    let file = try ledger.account(account)
    func call(_ result: String, promising minor: Int64?) throws -> EntryBody {
      let amount = Money(minor: minor ?? 0, file.invoices[0].original.currency)
      let promise = minor.map { _ in
        ProposedPromise(amount: amount, day: today.advanced(by: 3), invoices: [file.invoices[0].id])
      }
      return try ProposedCall(action: "OUT", result: result, promise: promise).stored(in: file)
    }
    let mistake = try ledger.record(
      try call("NA", promising: nil), on: account, day: today, action: actions.next())
    let correction = EntryBody.correction(
      of: mistake.number, because: "other line", try call("PP", promising: 500))
    try ledger.record(
      NewEntry(action: actions.next(), account: account, day: today, collector: "bob", body: correction),
      basedOn: nil, signed: Signature(at: Instant(milliseconds: 0), actor: "bob", host: "h"))
    let totals = try ledger.dayTotals(on: today, collector: "ann")
    #expect(totals.worked == 1)
    #expect(totals.contacts == 1)
    #expect(totals.promised.map(\.minor) == [500])
    #expect(try ledger.dayTotals(on: today, collector: "bob").worked == 0)
    try ledger.roll(to: today.advanced(by: 1))
    let late = EntryBody.correction(
      of: EntryNumber(rawValue: mistake.number.rawValue + 1), because: "more", try call("PP", promising: 600))
    try ledger.record(late, on: account, day: today.advanced(by: 1), action: actions.next())
    #expect(try ledger.dayTotals(on: today.advanced(by: 1), collector: nil).worked == 0)
    #expect(try ledger.dayTotals(on: today, collector: "ann").promised.map(\.minor) == [600])
  }

  @Test func countsAPromiseUntilItIsWithdrawn() throws {
    let books = try TestBooks(accounts: 1)
    let (ledger, account, today) = (books.ledger, AccountID(rawValue: 1), TestBooks.day(10))
    try ledger.roll(to: today)
    var actions = Actions()
    func record(_ body: EntryBody) throws -> EntryNumber {
      try ledger.record(body, on: account, day: today, action: actions.next()).number
    }
    func promise(_ minor: Int64, instead replaced: (EntryNumber, Int64)? = nil) throws -> EntryNumber {
      let file = try ledger.account(account)
      let invoice = file.invoices[0]
      let terms = ProposedPromise(
        amount: Money(minor: minor, invoice.original.currency), day: TestBooks.day(14),
        invoices: [invoice.id])
      let replaces = replaced.map { entry, minor in
        PromiseTerms.Replacement(
          of: MatterID(entry), invoice: invoice.number, amount: Money(minor: minor, invoice.original.currency)
        )
      }
      return try record(
        ProposedCall(action: "OUT", result: "PP", promise: terms)
          .stored(in: file, replaces: replaces.map { [$0] } ?? []))
    }
    func promised() throws -> [Int64] {
      try ledger.dayTotals(on: today, collector: "ann").promised.map(\.minor)
    }
    let first = try promise(700)
    let second = try promise(900, instead: (first, 700))
    #expect(try promised() == [900])
    let withdrawal = try record(.withdrawn(second, by: "Jane", reason: "no money"))
    #expect(try promised() == [], "neither it nor the one that it replaced")
    #expect(try ledger.dayTotals(on: today, collector: "ann").worked == 1)
    _ = try record(.reversal(of: withdrawal, reason: "typing error"))
    #expect(try promised() == [900])
    let file = try ledger.account(account)
    let (number, currency) = (file.invoices[0].number, file.invoices[0].original.currency)
    let plan = ProposedPlan(
      currency: currency, instalments: [.init(due: today, amount: 300)], invoices: [file.invoices[0].id])
    let taken = PromiseTerms.Replacement(
      of: MatterID(second), invoice: number, amount: Money(minor: 300, currency))
    _ = try record(
      ProposedCall(action: "OUT", result: "PL", plan: plan).stored(in: file, replaces: [taken]))
    #expect(try promised() == [600], "a plan takes over as well")
  }

  /// Whoever asks for what lies behind the end would ask for ever.
  @Test(arguments: [1_000, -1_000]) func aListEndsWhereItsAccountsEnd(miscounted: Int) throws {
    let books = try RollingTests.livelyBooks(seed: 12, accounts: 80)
    try books.ledger.roll(to: TestBooks.day(12))
    let query = Self.query(.all, .name)
    let count = try books.ledger.worklist(query, range: 0..<200).rows.count
    try Connection(path: books.path).execute("update account_sums set accounts = accounts + \(miscounted)")
    for range in [0..<count + 10, count - 5..<count + 5] {
      #expect(try books.ledger.worklist(query, range: range).total == count)
    }
    #expect(try books.ledger.worklist(query, range: count + 10..<count + 20).total <= count + 10)
  }
}
