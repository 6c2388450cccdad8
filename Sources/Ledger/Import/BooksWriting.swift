import Receivables
import SQLEngine

/// Writes the books of an account: its rows of each table in which anything is different, all of them.
struct BooksWriting {
  private let insertAccount, updateAccount: Statement
  private let contacts, phones, invoices, credits, applications: AccountTable
  private let books: Statement

  init(on connection: Connection) throws {
    let attributes = "number, name, terms, credit_limit, credit_currency, collector, payment_run, time_zone"
    insertAccount = try connection.statement(
      """
      insert into account (id, \(attributes), version, number_key)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """)
    updateAccount = try connection.statement(
      "update account set (\(attributes), version) = ($2, $3, $4, $5, $6, $7, $8, $9, $10) where id = $1")
    contacts = try AccountTable("contact", "position, name, role, email, language, time_zone", on: connection)
    phones = try AccountTable("phone", "contact, position, number, label", on: connection)
    invoices = try AccountTable(
      "invoice", "id, number, issued, due, amount, currency, reference", on: connection)
    credits = try AccountTable(
      "credit", "id, number, kind, dated, amount, currency, method, spent, invoice_id, application_id",
      on: connection)
    applications = try AccountTable(
      "application", "id, invoice_id, credit_id, source, dated, amount, reverses", on: connection)
    books = try connection.statement(AccountBooks.upsert)
  }

  /// Throws `SQLError`.
  func write(_ after: AccountFile, before: AccountFile?) throws {
    let account = after.customer.id.rawValue
    try write(after.customer, version: after.version, isNew: before == nil)
    if before?.contacts != after.contacts { try write(after.contacts, of: account, isNew: before == nil) }
    if before?.invoices != after.invoices {
      if before != nil { try invoices.clear(account) }
      let byNumber = after.invoices.sorted { $0.id < $1.id }
      try invoices.write(byNumber, of: account) { try $0.bind(to: &$1) }
    }
    let isSettled = before?.credits == after.credits && before?.applications == after.applications
    if !isSettled { try write(CarriedApplications(of: after), of: account, isNew: before == nil) }
  }

  /// What the import of `entry` left of an account. Throws `SQLError`.
  func write(_ left: AccountBooks, of account: AccountID, entry: Int64) throws {
    var row = Binding(books)
    try row.add(account.rawValue)
    try row.add(left.digest)
    try row.add(left.totalsText)
    try row.add(entry)
    try row.run()
  }

  private func write(_ customer: Customer, version: Int64, isNew: Bool) throws {
    var row = Binding(isNew ? insertAccount : updateAccount)
    try row.add(customer.id.rawValue)
    try row.add(customer.number)
    try row.add(customer.name)
    try row.add(customer.terms?.text)
    try row.add(customer.creditLimit?.minor)
    for text in [
      customer.creditLimit?.currency.code, customer.collector, customer.paymentRun?.text, customer.timeZone,
    ] {
      try row.add(text)
    }
    try row.add(version)
    if isNew { try row.add(DocumentKey(customer.number).text) }
    try row.run()
  }

  private func write(_ people: [Contact], of account: Int64, isNew: Bool) throws {
    if !isNew {
      try phones.clear(account)
      try contacts.clear(account)
    }
    try contacts.write(Array(people.enumerated()), of: account) { person, row in
      let (place, contact) = person
      try row.add(place)
      try row.add(contact.name)
      for text in [contact.role, contact.email, contact.language, contact.timeZone] { try row.add(text) }
    }
    for (place, contact) in people.enumerated() {
      try phones.write(Array(contact.phones.enumerated()), of: account) { dialled, row in
        let (position, phone) = dialled
        try row.add(place)
        try row.add(position)
        try row.add(phone.number)
        try row.add(phone.label)
      }
    }
  }

  private func write(_ settled: CarriedApplications, of account: Int64, isNew: Bool) throws {
    if !isNew {
      try applications.clear(account)
      try credits.clear(account)
    }
    try credits.write(settled.credits, of: account) { try $0.bind(to: &$1) }
    try applications.write(settled.others, of: account) { try $0.bind(to: &$1) }
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
