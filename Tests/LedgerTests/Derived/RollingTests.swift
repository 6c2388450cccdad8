import Receivables
import SQLEngine
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
    let promise = PromiseTerms(
      amount: Money(minor: 1_000, invoice.original.currency), day: later, invoices: [invoice.id])
    let choices: [[EntryBody]] = [
      [],
      [.call(CallRecord(action: "OUT", result: "NA", next: NextAction(.call, on: later)))],
      [
        .call(
          CallRecord(
            action: "OUT", result: "PP", promise: promise, next: NextAction(.checkPromise, on: later)))
      ],
      [
        .call(
          CallRecord(
            action: "OUT", result: "DI", dispute: DisputeTerms(reason: "price", invoices: [invoice.id]),
            next: NextAction(.dispute, on: later)))
      ],
      [.snooze(until: later, reason: "holiday"), .note("they moved")],
    ]
    return choices.randomElement(using: &random) ?? []
  }

  static func derivedRows(_ ledger: LedgerFile) throws -> [[SQLCell]] {
    try DerivedTable.all.flatMap { table in
      let list = table.columns.joined(separator: ", ")
      return try ledger.connection.all("select \(list) from \(table.name) order by 1, 2") { row in
        table.columns.indices.map { row.cell($0) }
      }
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
    // Backwards derives everything anew, and forwards again in one leap.
    try books.ledger.roll(to: TestBooks.day(-30))
    #expect(try books.ledger.verify() == [])
    #expect(try Self.derivedRows(books.ledger) != rolled)
    try books.ledger.roll(to: TestBooks.day(45))
    #expect(try Self.derivedRows(books.ledger) == rolled)
  }

  @Test func aNewDayDerivesOnlyWhatChanges() throws {
    let books = try TestBooks()
    try books.addAccount("1", due: [(5, 100)])
    try books.addAccount("2", due: [(50, 100)])
    try books.ledger.roll(to: TestBooks.day(1))
    // A mark that only a new derivation removes.
    try books.ledger.connection.execute("update account_summary set promise_level = 9")
    try books.ledger.roll(to: TestBooks.day(6))
    let marks = try books.ledger.connection.all(
      "select promise_level from account_summary order by account_id"
    ) { $0.int(0) }
    #expect(marks == [0, 9])
  }

  @Test func anotherPolicyDerivesEverything() throws {
    let books = try Self.livelyBooks(accounts: 20)
    var policy = books.ledger.policy
    policy.aging.bounds = [0, 10, 20]
    policy.digest = "another"
    let other = try LedgerFile(path: books.path, policy: policy)
    try other.roll(to: TestBooks.start)
    #expect(try other.verify() == [])
    // The first session still works under its own rules, and says nothing wrong about rows of others.
    #expect(try books.ledger.verify() == [])
    try books.ledger.roll(to: TestBooks.start)
    #expect(try books.ledger.verify() == [])
  }

  @Test func aStoppedRollChangesNothing() throws {
    let books = try Self.livelyBooks(accounts: 20)
    let before = try Self.derivedRows(books.ledger)
    #expect(throws: LedgerError.self) { try books.ledger.roll(to: TestBooks.day(-20)) { _, _ in false } }
    #expect(try Self.derivedRows(books.ledger) == before)
    #expect(try books.ledger.businessDate() == TestBooks.start)
  }
}
