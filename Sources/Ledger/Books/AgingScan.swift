public import Receivables
import SQLEngine

/// What an account owes by age, for a report over all of them.
public struct AgedAccount: Hashable, Sendable {
  /// As the books write it.
  public let number: String
  /// The name.
  public let name: String
  /// By currency; slices of what is past due are known only of an account that was derived.
  public let balances: [CurrencyBalance]

  /// An account and what it owes.
  public init(number: String, name: String, balances: [CurrencyBalance]) {
    self.number = number
    self.name = name
    self.balances = balances
  }
}

extension LedgerFile {
  /// What every account owes as of a day, in the order of the books, without those that owe nothing. Throws
  /// `LedgerError`.
  public func aging(asOf day: CalendarDay) throws(LedgerError) -> [AgedAccount] {
    try aging(asOf: day) { $0 }
  }

  /// What `line` makes of that, account by account. Throws `LedgerError`.
  public func aging(
    asOf day: CalendarDay, lines line: @escaping @Sendable (AgedAccount) throws -> String
  ) throws(LedgerError) -> [String] {
    try aging(asOf: day, line)
  }

  /// Only the columns that it takes are read, half of the accounts on another core.
  private func aging<Made: Sendable>(
    asOf day: CalendarDay, _ make: @escaping @Sendable (AgedAccount) throws -> Made
  ) throws(LedgerError) -> [Made] {
    try LedgerError.wrapping("age the accounts") {
      try connection.transaction(.deferred) {
        let middle = try connection.first("select max(id) / 2 from account") { $0.int64(0) } ?? 0
        let scan = { @Sendable [policy] (connection: Connection, range: ClosedRange<Int64>) in
          try AgingScan(on: connection, policy.aging, asOf: day).accounts(range, make)
        }
        guard middle >= Self.worthAnotherCore else { return try scan(connection, .min ... .max) }
        return try onBothCores(.min...middle, (middle + 1) ... .max, scan)
      }
    }
  }

  /// To begin takes longer than to read so many.
  private static let worthAnotherCore: Int64 = 500
}

/// Reads the books of many accounts for their age alone.
private struct AgingScan {
  private let accounts, invoices, credits, applications: Statement
  private let connection: Connection
  private let policy: AgingPolicy
  private let day: CalendarDay
  /// Accounts on which money of a bank was recorded.
  private let received: Set<Int64>
  private let related: RelatedAccounts

  init(on connection: Connection, _ policy: AgingPolicy, asOf day: CalendarDay) throws {
    func rows(_ columns: String, of table: String) throws -> Statement {
      try connection.statement(
        "select account_id, \(columns) from \(table) where account_id >= $1 order by account_id")
    }
    accounts = try connection.statement(
      "select id, number, name from account where id >= $1 and id <= $2 order by id")
    invoices = try rows("id, issued, due, amount, currency", of: "invoice")
    credits = try rows("id, dated, spent, amount, currency, invoice_id", of: "credit")
    applications = try rows("invoice_id, credit_id, dated, amount", of: "application")
    received = Set(
      try connection.all("select account_id from journal where kind = 'receipt'") { $0.int64(0) })
    related = try RelatedAccounts(on: connection)
    self.connection = connection
    self.policy = policy
    self.day = day
  }

  func accounts<Made>(_ range: ClosedRange<Int64>, _ make: (AgedAccount) throws -> Made) throws -> [Made] {
    let all = [accounts, invoices, credits, applications]
    for statement in all { try statement.bind(range.lowerBound, at: 1) }
    try accounts.bind(range.upperBound, at: 2)
    defer { for statement in all { statement.reset() } }
    var isLeft = try [invoices, credits, applications].map { try $0.step() }
    var books = AgedBooks(policy, asOf: day)
    var carried: [(amount: Int64, invoice: Int64, credit: Int64, dated: CalendarDay)] = []
    var currency = KnownCurrency()
    /// Calls `body` for the rows of an account of which one table has more.
    func each(_ table: Int, of account: Int64, _ body: (Statement) throws -> Void) throws {
      let statement = all[table + 1]
      while isLeft[table] {
        let owner = statement.int64(0)
        guard owner <= account else { return }
        if owner == account { try body(statement) }
        isLeft[table] = try statement.step()
      }
    }
    var made: [Made] = []
    while try accounts.step() {
      let account = accounts.int64(0)
      books.begin()
      carried.removeAll(keepingCapacity: true)
      try each(0, of: account) { row in
        books.add(
          invoice: row.int64(1), issued: CalendarDay(number: row.int(2)),
          due: CalendarDay(number: row.int(3)),
          amount: row.int64(4), try currency.read(row, 5))
      }
      try each(1, of: account) { row in
        let (id, dated, amount) = (row.int64(1), CalendarDay(number: row.int(2)), row.int64(4))
        books.add(
          credit: id, dated: dated, spent: row.optionalInt(3).map { CalendarDay(number: $0) }, amount: amount,
          try currency.read(row, 5))
        if let invoice = row.optionalInt64(6) { carried.append((amount, invoice, id, dated)) }
      }
      for applied in carried {
        try books.add(applied: applied.amount, to: applied.invoice, of: applied.credit, dated: applied.dated)
      }
      try each(2, of: account) { row in
        try books.add(
          applied: row.int64(4), to: row.int64(1), of: row.optionalInt64(2),
          dated: CalendarDay(number: row.int(3)))
      }
      if related.isPart(account) { continue }
      if received.contains(account) || related.involves(account) {
        // What banks show and the books do not yet, and what belongs to it, counts as it does on the account.
        books.begin()
        try books.add(
          try related.whole(try connection.ownAccount(account), on: connection).completed(asOf: day))
      }
      let balances = try books.balances()
      guard !balances.isEmpty else { continue }
      made.append(
        try make(AgedAccount(number: accounts.text(1), name: accounts.text(2), balances: balances)))
    }
    return made
  }
}

/// Currencies as they come in rows: nearly always the same one again.
private struct KnownCurrency {
  private var code: [UInt8] = []
  private var currency: Currency?

  mutating func read(_ row: Statement, _ column: Int) throws -> Currency {
    if let currency, row.has(code, column) { return currency }
    guard let found = Currency(row.text(column)) else {
      throw LedgerError.unreadable("an amount in “\(row.text(column))”")
    }
    (code, currency) = (row.blob(column), found)
    return found
  }
}
