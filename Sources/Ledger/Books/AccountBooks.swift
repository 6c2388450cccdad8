import Receivables
import SQLEngine

/// What an import left of one account: a digest over everything that the books say of it, and what that comes to. So
/// that `verify` can tell whose books were changed by anything else than an import.
///
/// What only spells differently and means the same has one digest; what is recorded about the account has no part in it.
struct AccountBooks: Hashable, Sendable {
  /// SHA-256 over the fields, each with its length; docs/JOURNAL.md tells which.
  let digest: [UInt8]
  let totals: [ControlTotals]

  init(of file: AccountFile) {
    totals = file.controlTotals
    var hasher = FieldHasher(domain: 3)
    hasher.add(file.customer)
    hasher.add(file.contacts.count)
    for contact in file.contacts { hasher.add(contact) }
    hasher.add(file.invoices.count)
    for invoice in file.invoices { hasher.add(invoice) }
    hasher.add(file.credits.count)
    for credit in file.credits { hasher.add(credit) }
    hasher.add(file.applications.count)
    for application in file.applications { hasher.add(application) }
    digest = hasher.finish()
  }

  /// A row of `select`; nil for one that nobody wrote.
  init?(row: Statement, from column: Int) {
    digest = row.blob(column)
    guard let totals = row.withBytes(column + 1, { [ControlTotals](lines: $0) }) else { return nil }
    self.totals = totals
  }

  /// As it is stored.
  var totalsText: String { totals.map(\.text).joined(separator: "\n") }

  static let select = "select digest, totals, entry from account_books where account_id = $1"

  static let columns = "digest, totals, entry"

  /// Ends an insert, which then replaces what the import before left.
  static let replacing = """
    on conflict (account_id) do update
      set digest = excluded.digest, totals = excluded.totals, entry = excluded.entry
    """
}

/// What the whole books come to.
struct BookTotals: Hashable {
  private(set) var accounts = 0
  private(set) var totals: [ControlTotals] = []
  private var hasher = FieldHasher(domain: 4)

  /// Adds the next account, in the order of their row numbers.
  mutating func add(_ books: AccountBooks, of account: Int64) {
    accounts += 1
    totals.add(books.totals)
    hasher.add(account)
    hasher.add(books.digest)
  }

  /// A digest over those of all accounts.
  var digest: String { hasher.finish().hexadecimal }

  static func == (left: BookTotals, right: BookTotals) -> Bool { left.digest == right.digest }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension Connection {
  /// What the accounts come to as their last imports left them. Throws `SQLError` and `LedgerError`.
  func storedBooks() throws -> BookTotals {
    var sum = BookTotals()
    let rows = try statement("select account_id, digest, totals from account_books order by account_id")
    defer { rows.reset() }
    while try rows.step() {
      guard let books = AccountBooks(row: rows, from: 1) else {
        throw LedgerError.unreadable("what account \(rows.int64(0)) came to")
      }
      sum.add(books, of: rows.int64(0))
    }
    return sum
  }
}

extension FieldHasher {
  /// Adds whether there is a text, and the text.
  fileprivate mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text as String) }
  }

  fileprivate mutating func add(_ number: Int) { add(Int64(number)) }

  fileprivate mutating func add(_ number: Int64?) { add(number.map { String($0) }) }

  fileprivate mutating func add(_ money: Money) {
    add(money.minor)
    add(money.currency.code as String)
  }

  fileprivate mutating func add(_ customer: Customer) {
    add(customer.id.rawValue as Int64)
    add(customer.number as String)
    add(customer.name as String)
    add(customer.terms?.text)
    add(customer.creditLimit?.minor)
    add(customer.creditLimit?.currency.code)
    add(customer.collector)
    add(customer.paymentRun?.text)
    add(customer.timeZone)
    if customer.isListed { add(1) }
    // Nothing for those without, so that the digests of older books hold.
    if let number = customer.taxNumber { add("tax " + number) }
  }

  fileprivate mutating func add(_ contact: Contact) {
    add(contact.name as String)
    for text in [contact.role, contact.email, contact.language, contact.timeZone] { add(text) }
    add(contact.phones.count)
    for phone in contact.phones {
      add(phone.number as String)
      add(phone.label)
    }
  }

  fileprivate mutating func add(_ invoice: Invoice) {
    add(invoice.id.rawValue as Int64)
    add(invoice.number as String)
    add(invoice.issued.number)
    add(invoice.due.number)
    add(invoice.original)
    add(invoice.reference)
    // Nothing for those that never had another number, so that the digests of older books hold.
    if !invoice.formerNumbers.isEmpty { add(invoice.formerNumbers.joined(separator: "\n")) }
  }

  fileprivate mutating func add(_ credit: Credit) {
    add(credit.id.rawValue as Int64)
    add(credit.kind.rawValue as String)
    add(credit.number as String)
    add(credit.dated.number)
    add(credit.amount)
    add(credit.method)
    add(credit.spent.map { Int64($0.number) })
    if !credit.waiting.isEmpty { add(credit.waiting.map(\.text).joined(separator: "\n")) }
  }

  fileprivate mutating func add(_ application: Application) {
    add(application.id as Int64)
    add(application.invoice.rawValue as Int64)
    add(application.credit?.rawValue)
    add(application.source.rawValue as String)
    add(application.dated.number)
    add(application.amount as Int64)
    add(application.reverses)
  }
}
