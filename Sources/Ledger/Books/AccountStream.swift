import Receivables
import SQLEngine

/// Whole accounts in the order of their row numbers, read in one pass over each table.
final class AccountStream {
  private let customers: Statement
  private let contacts: OrderedRows<ContactRow>
  private let invoices: OrderedRows<Invoice>
  private let credits: OrderedRows<CarriedApplications.Carrier>
  private let applications: OrderedRows<Application>
  private let entries: OrderedRows<JournalEntry>

  /// The one account of that row number. Throws `SQLError`.
  convenience init(account: Int64, on connection: Connection) throws {
    try self.init(AccountRows(selection: .one), account, on: connection)
  }

  /// The accounts of `selection`, from that row number on. Throws `SQLError`.
  convenience init(
    _ selection: AccountRows.Selection, from account: Int64 = .min, on connection: Connection
  ) throws {
    try self.init(AccountRows(selection: selection), account, on: connection)
  }

  private init(_ rows: AccountRows, _ account: Int64, on connection: Connection) throws {
    func statement(_ sql: String) throws -> Statement {
      let statement = try connection.statement(sql)
      try statement.bind(account, at: 1)
      return statement
    }
    contacts = try OrderedRows(try statement(rows.contacts)) { ContactRow(row: $0) }
    invoices = try OrderedRows(try statement(rows.invoices)) { try Invoice(row: $0) }
    credits = try OrderedRows(try statement(rows.credits)) { try CarriedApplications.Carrier(row: $0) }
    applications = try OrderedRows(try statement(rows.applications)) { try Application(row: $0) }
    entries = try OrderedRows(try statement(rows.entries)) { JournalEntry(row: $0) }
    customers = try statement(rows.customers)
  }

  deinit { customers.reset() }

  /// The next account; nil after the last. Throws `SQLError` and `LedgerError.unreadable`.
  func next() throws -> AccountFile? {
    guard try customers.step() else { return nil }
    let id = customers.int64(0)
    let carriers = try credits.rows(of: id)
    var file = AccountFile(
      customer: try Customer(row: customers), contacts: ContactRow.contacts(try contacts.rows(of: id)),
      invoices: try invoices.rows(of: id), credits: carriers.map(\.credit),
      applications: carriers.compactMap(\.application) + (try applications.rows(of: id)),
      entries: try entries.rows(of: id), version: customers.int64(9))
    file.putInOrder()
    return file
  }
}

/// The queries behind an `AccountFile`. Every one gives the account in its first column and is ordered by it, so
/// that the rows of many accounts can be merged while they are read.
struct AccountRows {
  /// Which accounts.
  enum Selection: Hashable {
    /// The one that is bound to `$1`.
    case one
    /// Those in the temporary table `touched`, from that one on.
    case touched
    /// All from that one on.
    case all
  }

  let selection: Selection

  /// Customers.
  var customers: String {
    """
    select x.id, x.number, x.name, x.terms, x.credit_limit, x.credit_currency, x.collector, x.payment_run,
      x.time_zone, x.version, x.listed, x.tax_number
    \(source("account", by: "id")) order by \(owner("id"))
    """
  }

  /// Contacts, once for each of their numbers.
  var contacts: String {
    """
    select x.account_id, x.position, x.name, x.role, x.email, x.language, x.time_zone, p.number, p.label
    \(source("contact", joined: " left join phone p on p.account_id = x.account_id and p.contact = x.position"))
    order by \(owner()), x.position, p.position
    """
  }

  /// Invoices.
  var invoices: String {
    """
    select x.account_id, x.id, x.number, x.issued, x.due, x.amount, x.currency, x.reference,
      x.former_numbers
    \(source("invoice")) order by \(owner()), x.id
    """
  }

  /// Payments and credit notes.
  var credits: String {
    """
    select x.account_id, x.id, x.number, x.kind, x.dated, x.amount, x.currency, x.method,
      x.spent, x.invoice_id, x.application_id, x.waiting
    \(source("credit")) order by \(owner()), x.id
    """
  }

  /// Applications.
  var applications: String {
    """
    select x.account_id, x.id, x.invoice_id, x.credit_id, x.source, x.dated, x.amount, x.reverses
    \(source("application")) order by \(owner()), x.id
    """
  }

  /// Journal entries, as they were written.
  var entries: String {
    """
    select x.account_id, x.number, x.action, x.recorded, x.day, x.actor, x.collector, x.body
    \(source("journal")) order by \(owner()), x.number
    """
  }

  /// By what rows are ordered: the account's number where it is read from, so that nothing has to be sorted.
  private func owner(_ account: String = "account_id") -> String {
    selection == .touched ? "t.account_id" : "x.\(account)"
  }

  /// Rows of the selected accounts. Those of `touched` come first, each looked up by its account: which of both is read
  /// through is nothing to be guessed.
  private func source(_ table: String, by account: String = "account_id", joined: String = "") -> String {
    switch selection {
    case .one: "from \(table) x\(joined) where x.\(account) = $1"
    case .touched:
      "from touched t cross join \(table) x on x.\(account) = t.account_id\(joined) where t.account_id >= $1"
    case .all: "from \(table) x\(joined) where x.\(account) >= $1"
    }
  }
}

/// The rows of a query that is ordered by account, handed out account by account.
final class OrderedRows<Row> {
  private let statement: Statement
  private let read: (Statement) throws -> Row
  private var hasRow: Bool

  init(_ statement: Statement, read: @escaping (Statement) throws -> Row) throws {
    self.statement = statement
    self.read = read
    hasRow = try statement.step()
  }

  deinit { statement.reset() }

  /// As many as most accounts have, so that the room for them does not grow step by step.
  private static var usual: Int { 12 }

  /// The rows of `account`, which must not come before an account that was asked for earlier.
  func rows(of account: Int64) throws -> [Row] {
    var rows: [Row] = []
    while hasRow {
      let current = statement.int64(0)
      guard current <= account else { break }
      if current == account {
        if rows.isEmpty { rows.reserveCapacity(Self.usual) }
        rows.append(try read(statement))
      }
      hasRow = try statement.step()
    }
    return rows
  }
}

/// One number of a contact, with the contact; a contact without numbers has one such row too.
struct ContactRow {
  private let position: Int
  private let contact: Contact

  init(row: Statement) {
    position = row.int(1)
    let phones = row.optionalText(7).map { [Phone(number: $0, label: row.optionalText(8))] }
    contact = Contact(
      name: row.text(2), role: row.optionalText(3), email: row.optionalText(4), phones: phones ?? [],
      language: row.optionalText(5), timeZone: row.optionalText(6))
  }

  /// The contacts of one account with all their numbers.
  static func contacts(_ rows: [ContactRow]) -> [Contact] {
    var contacts: [Contact] = []
    var position: Int?
    for row in rows {
      if row.position == position {
        contacts[contacts.count - 1].phones += row.contact.phones
      } else {
        contacts.append(row.contact)
        position = row.position
      }
    }
    return contacts
  }
}

/// Reading the rows that `AccountRows` asks for.
extension Customer {
  init(row: Statement) throws(LedgerError) {
    self.init(
      id: AccountID(rawValue: row.int64(0)), number: row.text(1), name: row.text(2),
      terms: row.optionalText(3).flatMap { Terms(text: $0) },
      creditLimit: row.isNull(4) ? nil : try Money(row: row, amount: 4, currency: 5),
      collector: row.optionalText(6), paymentRun: row.optionalText(7).flatMap { PaymentRun(text: $0) },
      timeZone: row.optionalText(8), taxNumber: row.optionalText(11), isListed: row.int(10) != 0)
  }
}

extension Invoice {
  init(row: Statement) throws(LedgerError) {
    self.init(
      id: DocumentID(rawValue: row.int64(1)), number: row.text(2), issued: CalendarDay(number: row.int(3)),
      due: CalendarDay(number: row.int(4)), original: try Money(row: row, amount: 5, currency: 6),
      reference: row.optionalText(7),
      formerNumbers: row.optionalText(8)?.split(separator: "\n").map { String($0) } ?? [])
  }
}

extension CarriedApplications.Carrier {
  init(row: Statement) throws(LedgerError) {
    let credit = try Credit(row: row)
    self.init(
      credit: credit,
      application: row.optionalInt64(9).map { Application(row.int64(10), to: $0, of: credit) })
  }
}

extension Credit {
  init(row: Statement) throws(LedgerError) {
    guard let kind = row.code(3, of: Self.kinds) else {
      throw .unreadable("the credit \(row.text(2)), a “\(row.text(3))”")
    }
    self.init(
      id: DocumentID(rawValue: row.int64(1)), number: row.text(2), kind: kind,
      dated: CalendarDay(number: row.int(4)), amount: try Money(row: row, amount: 5, currency: 6),
      method: row.optionalText(7), spent: row.optionalInt(8).map { CalendarDay(number: $0) },
      waiting: row.optionalText(11)?.split(separator: "\n").compactMap { WaitingApplication(text: $0) } ?? [])
  }
}

extension Application {
  init(row: Statement) throws(LedgerError) {
    guard let source = row.code(4, of: Self.sources) else {
      throw .unreadable("the application \(row.int64(1)), a “\(row.text(4))”")
    }
    self.init(
      id: row.int64(1), invoice: DocumentID(rawValue: row.int64(2)),
      credit: row.optionalInt64(3).map { DocumentID(rawValue: $0) }, source: source,
      dated: CalendarDay(number: row.int(5)), amount: row.int64(6), reverses: row.optionalInt64(7))
  }
}

extension Credit {
  fileprivate static let kinds = Statement.codes([Kind.payment, .creditNote])
}

extension Application {
  fileprivate static let sources = Statement.codes([
    Source.payment, .creditNote, .writeOff, .cleared, .cancelled,
  ])
}

extension Statement {
  /// Values with the bytes by which a column names them.
  fileprivate typealias Codes<Value> = [(bytes: [UInt8], value: Value)]

  fileprivate static func codes<Value: RawRepresentable<String>>(_ values: [Value]) -> Codes<Value> {
    values.map { (Array($0.rawValue.utf8), $0) }
  }

  /// The value that a column names, without making a text of it; nil for another text.
  fileprivate func code<Value>(_ column: Int, of codes: Codes<Value>) -> Value? {
    withBytes(column) { bytes in codes.first { bytes.elementsEqual($0.bytes) }?.value }
  }
}

extension Money {
  /// Minor units in one column, the currency's code in another. Throws `LedgerError.unreadable`.
  init(row: Statement, amount: Int, currency: Int) throws(LedgerError) {
    guard let known = row.withBytes(currency, { Currency($0.span) }) else {
      throw .unreadable("an amount in “\(row.text(currency))”")
    }
    self.init(minor: row.int64(amount), known)
  }
}
