import Receivables
import SQLEngine

/// Writes the books of an account: its rows of each table in which anything is different, all of them. Some
/// of it waits until `finish`.
struct BooksWriting {
  private let updateAccount: Statement
  private let accounts: AccountTable<(customer: Customer, version: Int64, key: String)>
  private let contacts: AccountTable<(place: Int, contact: Contact)>
  private let phones: AccountTable<(contact: Int, place: Int, phone: Phone)>
  private let invoices: AccountTable<Invoice>
  private let credits: AccountTable<CarriedApplications.Carrier>
  private let applications: AccountTable<Application>
  private let books: AccountTable<(left: AccountBooks, entry: Int64)>

  init(on connection: Connection) throws {
    let attributes =
      "number, name, terms, credit_limit, credit_currency, collector, payment_run, time_zone, tax_number, listed"
    updateAccount = try connection.statement(
      "update account set (\(attributes), version) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) where id = $1"
    )
    accounts = try AccountTable(
      "account", account: "id", "\(attributes), version, number_key", on: connection
    ) {
      try $0.customer.bind(to: &$1, version: $0.version)
      try $1.add($0.key)
    }
    contacts = try AccountTable(
      "contact", "position, name, role, email, language, time_zone", on: connection
    ) {
      try $1.add($0.place)
      try $1.add($0.contact.name)
      for text in [$0.contact.role, $0.contact.email, $0.contact.language, $0.contact.timeZone] {
        try $1.add(text)
      }
    }
    phones = try AccountTable("phone", "contact, position, number, label", on: connection) {
      try $1.add($0.contact)
      try $1.add($0.place)
      try $1.add($0.phone.number)
      try $1.add($0.phone.label)
    }
    invoices = try AccountTable(
      "invoice", "id, number, issued, due, amount, currency, reference, former_numbers", on: connection
    ) { try $0.bind(to: &$1) }
    credits = try AccountTable(
      "credit",
      "id, number, kind, dated, amount, currency, method, spent, invoice_id, application_id, waiting",
      on: connection
    ) { try $0.bind(to: &$1) }
    applications = try AccountTable(
      "application", "id, invoice_id, credit_id, source, dated, amount, reverses", on: connection
    ) { try $0.bind(to: &$1) }
    books = try AccountTable(
      "account_books", AccountBooks.columns, AccountBooks.replacing, on: connection
    ) {
      try $1.add($0.left.digest)
      try $1.add($0.left.totalsText)
      try $1.add($0.entry)
    }
  }

  /// Writes what is different; a new account has no `before` and is found by `key`. Throws `SQLError`.
  func write(_ after: AccountFile, before: AccountFile?, key: String?) throws {
    let account = after.customer.id.rawValue
    if before == nil {
      try accounts.write(
        (after.customer, after.version, key ?? DocumentKey(after.customer.number).text), of: account)
    } else {
      var row = Binding(updateAccount)
      try row.add(account)
      try after.customer.bind(to: &row, version: after.version)
      try row.run()
    }
    if before?.contacts != after.contacts { try write(after.contacts, of: account, isNew: before == nil) }
    if before?.invoices != after.invoices {
      if before != nil { try invoices.clear(account) }
      try invoices.write(after.invoices.sorted { $0.id < $1.id }, of: account)
    }
    let isSettled = before?.credits == after.credits && before?.applications == after.applications
    if !isSettled { try write(CarriedApplications(of: after), of: account, isNew: before == nil) }
  }

  /// What the import of `entry` left of an account. Throws `SQLError`.
  func write(_ left: AccountBooks, of account: AccountID, entry: Int64) throws {
    try books.write((left, entry), of: account.rawValue)
  }

  /// Writes what waits. Throws `SQLError`.
  func finish() throws {
    try accounts.finish()
    try contacts.finish()
    try phones.finish()
    try invoices.finish()
    try credits.finish()
    try applications.finish()
    try books.finish()
  }

  private func write(_ people: [Contact], of account: Int64, isNew: Bool) throws {
    if !isNew {
      try phones.clear(account)
      try contacts.clear(account)
    }
    for (place, contact) in people.enumerated() {
      try contacts.write((place, contact), of: account)
      for (position, phone) in contact.phones.enumerated() {
        try phones.write((place, position, phone), of: account)
      }
    }
  }

  private func write(_ settled: CarriedApplications, of account: Int64, isNew: Bool) throws {
    if !isNew {
      try applications.clear(account)
      try credits.clear(account)
    }
    try credits.write(settled.credits, of: account)
    try applications.write(settled.others, of: account)
  }
}

extension Customer {
  /// What `attributes` names, and the version.
  fileprivate func bind(to row: inout Binding, version: Int64) throws {
    try row.add(number)
    try row.add(name)
    try row.add(terms?.text)
    try row.add(creditLimit?.minor)
    try row.add(creditLimit?.currency.code)
    for text in [collector, paymentRun?.text, timeZone, taxNumber] { try row.add(text) }
    try row.add(isListed ? 1 : 0)
    try row.add(version)
  }
}

extension Invoice {
  fileprivate func bind(to row: inout Binding) throws {
    try row.add(id.rawValue)
    try row.add(number)
    try row.add(issued.number)
    try row.add(due.number)
    try row.add(original.minor)
    try row.add(original.currency.code)
    try row.add(reference)
    try row.add(formerNumbers.isEmpty ? nil : formerNumbers.joined(separator: "\n"))
  }
}

extension CarriedApplications.Carrier {
  fileprivate func bind(to row: inout Binding) throws {
    try row.add(credit.id.rawValue)
    try row.add(credit.number)
    try row.add(credit.kind.rawValue)
    try row.add(credit.dated.number)
    try row.add(credit.amount.minor)
    try row.add(credit.amount.currency.code)
    try row.add(credit.method)
    try row.add(credit.spent.map { Int64($0.number) })
    try row.add(application?.invoice.rawValue)
    try row.add(application?.id)
    let waiting = credit.waiting
    try row.add(waiting.isEmpty ? nil : waiting.map(\.text).joined(separator: "\n"))
  }
}

extension Application {
  fileprivate func bind(to row: inout Binding) throws {
    try row.add(id)
    try row.add(invoice.rawValue)
    try row.add(credit?.rawValue)
    try row.add(source.rawValue)
    try row.add(dated.number)
    try row.add(amount)
    try row.add(reverses)
  }
}
