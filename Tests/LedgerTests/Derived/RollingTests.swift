import Receivables
import SQLEngine
import SampleEntries
import Testing

@testable import Ledger

struct RollingTests {
  /// Books in which something happens on many days: due dates, payments, promises, follow-ups, disputes.
  static func livelyBooks(
    seed: UInt64 = 5, accounts: Int = 60, policy: Policy? = nil
  ) throws -> TestBooks {
    let books = try TestBooks(policy: policy)
    var random = Randomness(seed: seed)
    var actions = Actions(seed: seed)
    for number in 1...accounts {
      let due = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (
          day: Int.random(in: -120...90, using: &random),
          amount: Int.random(in: 1_000...900_000, using: &random)
        )
      }
      let collector = ["ann", "bob", nil][number % 3]
      try books.addAccount(
        "\(1000 + number)", name: ["Zeta", "Älpha", "beta"][number % 3] + " \(number % 7)",
        collector: collector, due: due)
    }
    try books.ledger.roll(to: TestBooks.start)
    for number in 1...accounts {
      let account = AccountID(rawValue: Int64(number))
      let file = try books.ledger.account(account)
      guard let invoice = file.invoices.randomElement(using: &random) else { continue }
      if Bool.random(using: &random) {
        try books.pay(invoice, of: account, day: Int.random(in: -20...20, using: &random), amount: 500)
      }
      let calls = try body(on: file, invoice, &random)
      for body in calls {
        try books.ledger.record(body, on: account, day: TestBooks.start, action: actions.next())
      }
    }
    return books
  }

  private static func body(
    on file: AccountFile, _ invoice: Invoice, _ random: inout Randomness
  ) throws -> [EntryBody] {
    let later = TestBooks.day(Int.random(in: 0...15, using: &random))
    let promise = ProposedPromise(
      amount: Money(minor: 1_000, invoice.original.currency), day: later, invoices: [invoice.id])
    let choices: [[EntryBody]] = [
      [],
      [try ProposedCall(action: "OUT", result: "NA", next: NextAction(.call, on: later)).stored(in: file)],
      [try ProposedCall(action: "OUT", result: "PP", promise: promise).stored(in: file)],
      [
        try ProposedCall(
          action: "OUT", result: "DI", dispute: ProposedDispute(reason: "price", invoices: [invoice.id]),
          next: NextAction(.dispute, on: later)
        ).stored(in: file)
      ],
      [.snooze(until: later, reason: "holiday"), .note("they moved")],
    ]
    return choices.randomElement(using: &random) ?? []
  }

  static func derivedRows(_ ledger: LedgerFile) throws -> [[SQLCell]] {
    let list = DerivedRow.columns.joined(separator: ", ")
    return try ledger.connection.all("select \(list) from account_summary order by 1") { row in
      DerivedRow.columns.indices.map { row.cell($0) }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func rollingDayByDayGivesWhatARebuildGives(seed: UInt64) throws {
    let books = try Self.livelyBooks(seed: seed)
    for day in 1...45 {
      try books.ledger.roll(to: TestBooks.day(day))
      guard day % 5 == 0 else { continue }
      #expect(try books.ledger.verify() == [], "day \(day)")
    }
    let rolled = try Self.derivedRows(books.ledger)
    // Looking back derives everything anew in memory, and coming back shows what was there.
    try books.ledger.roll(to: TestBooks.day(-30))
    #expect(books.ledger.lookingAt == TestBooks.day(-30))
    #expect(try Self.derivedRows(books.ledger) != rolled)
    try books.ledger.roll(to: TestBooks.day(45))
    #expect(books.ledger.lookingAt == nil)
    #expect(try Self.derivedRows(books.ledger) == rolled)
  }

  /// So many that another core reads them.
  @Test func rollingManyGivesWhatARebuildGives() throws {
    let books = try Self.livelyBooks(seed: 4, accounts: 1_200)
    let before = try Self.derivedRows(books.ledger)
    #expect(throws: LedgerError.cancelled(doing: "work out the queue")) {
      try books.ledger.roll(to: TestBooks.day(12)) { done, _ in done < 512 }
    }
    #expect(try Self.derivedRows(books.ledger) == before)
    for day in [12, 13, 40] {
      try books.ledger.roll(to: TestBooks.day(day))
      #expect(try books.ledger.verify() == [], "day \(day)")
    }
  }

  @Test func aNewDayDerivesOnlyWhatChanges() throws {
    let books = try TestBooks()
    try books.addAccount("1", due: [(5, 100)])
    try books.addAccount("2", due: [(50, 100)])
    try books.ledger.roll(to: TestBooks.day(1))
    // A mark that only a new derivation removes.
    try books.ledger.connection.execute("update account_summary set promise_order = 9")
    try books.ledger.roll(to: TestBooks.day(6))
    let marks = try books.ledger.connection.all(
      "select promise_order = 9 from account_summary order by account_id"
    ) { $0.int(0) }
    #expect(marks == [0, 1])
  }

  /// Two sessions with other days side by side: neither sees the other's.
  @Test(arguments: [-30, 400]) func lookingAtAnotherDayTouchesNothing(offset: Int) throws {
    let books = try Self.livelyBooks(accounts: 20)
    let before = try Self.derivedRows(books.ledger)
    let other = try books.another()
    try other.work(on: TestBooks.day(offset), wall: TestBooks.start, signed: .ann)
    #expect(other.lookingAt == TestBooks.day(offset))
    #expect(try Self.derivedRows(other) != before)
    #expect(try Self.derivedRows(books.ledger) == before)
    #expect(try other.businessDate() == TestBooks.start)
    #expect(throws: LedgerError.self) {
      try other.record(
        .note("x"), on: AccountID(rawValue: 1), day: TestBooks.day(offset), action: ActionID(rawValue: "a"))
    }
    #expect(try books.ledger.verify() == [])
  }

  @Test func aDayThatHasNotComeIsNotTheBooks() throws {
    let books = try TestBooks(accounts: 1)
    try books.ledger.work(on: TestBooks.start, wall: TestBooks.start, signed: .ann)
    try books.ledger.work(on: TestBooks.day(1), wall: TestBooks.start, signed: .ann)
    #expect(try books.ledger.businessDate() == TestBooks.start)
    try books.ledger.work(on: TestBooks.day(1), wall: TestBooks.day(1), signed: .ann)
    #expect(try books.ledger.businessDate() == TestBooks.day(1))
  }

  @Test func aSessionThatFellBehindIsTold() throws {
    let books = try TestBooks(accounts: 1)
    try books.ledger.roll(to: TestBooks.start)
    try books.another().roll(to: TestBooks.day(1))
    #expect(throws: LedgerError.otherDay(TestBooks.day(1))) {
      try books.ledger.record(
        .note("x"), on: AccountID(rawValue: 1), day: TestBooks.start, action: ActionID(rawValue: "a"))
    }
  }

  /// The policy is the book's: another session's offer changes nothing until it is adopted, and then for everybody.
  @Test func aPolicyIsAdoptedByTheBook() throws {
    let books = try Self.livelyBooks(accounts: 20)
    let before = try Self.derivedRows(books.ledger)
    let first = books.ledger.policy
    var policy = first
    policy.aging.bounds = [0, 10, 20]
    policy.digest = "another"
    let known = [first.digest: first, policy.digest: policy]
    let other = try LedgerFile(path: books.path, offering: PolicyText(text: "another", policy: policy)) {
      text in
      try #require(known[text == "another" ? "another" : first.digest])
    }
    try other.roll(to: TestBooks.start)
    #expect(other.policy == first)
    #expect(try Self.derivedRows(books.ledger) == before)
    #expect(try other.adopt(signed: .ann, collector: "maria"))
    #expect(other.policy == policy)
    let adopted = try #require(try other.adoptedPolicy())
    #expect(adopted.text == "another" && adopted.digest == "another" && adopted.collector == "maria")
    #expect(try other.adoptedPolicy(on: TestBooks.start) == adopted)
    #expect(try other.adoptedPolicy(on: TestBooks.day(-1)) == nil)
    let head = try other.journalHead()
    #expect(try !other.adopt(signed: .ann, collector: "ann"))
    #expect(try other.journalHead() == head)
    #expect(try other.verify() == [])
    #expect(try Self.derivedRows(other) != before)
    let third = try LedgerFile(path: books.path, offering: PolicyText(text: "", policy: first)) { _ in policy
    }
    #expect(third.policy == policy)
  }

  @Test func aStoppedRollChangesNothing() throws {
    let books = try Self.livelyBooks(accounts: 20)
    let before = try Self.derivedRows(books.ledger)
    #expect(throws: LedgerError.self) { try books.ledger.roll(to: TestBooks.day(20)) { _, _ in false } }
    #expect(throws: LedgerError.self) { try books.ledger.roll(to: TestBooks.day(-20)) { _, _ in false } }
    #expect(try Self.derivedRows(books.ledger) == before)
    #expect(try books.ledger.businessDate() == TestBooks.start)
  }
}
