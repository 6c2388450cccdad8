import Receivables
import SQLEngine

extension BookWriter {
  /// Every account of the book, to be found by number without asking the database for each row.
  func loadAccounts() throws {
    let statement = try connection.statement(
      "select id, number_key, \(AccountAttributes.columns) from account")
    defer { statement.reset() }
    while try statement.step() {
      places[statement.text(1)] = accounts.count
      accounts.append(
        AccountIntake(
          id: statement.int64(0), isNew: false, stored: try AccountAttributes(row: statement, from: 2)))
    }
  }

  func insertAccount(_ customer: IncomingCustomer, key: String) throws -> Int {
    let attributes = AccountAttributes(number: customer.number, name: customer.name ?? customer.number)
    try connection.run(
      "insert into account (id, number_key, number, name) values ($1, $2, $3, $4)",
      nextAccount, key, attributes.number, attributes.name)
    var account = AccountIntake(id: nextAccount, isNew: true, stored: attributes)
    account.isTouched = true
    nextAccount += 1
    accounts.append(account)
    places[key] = accounts.count - 1
    return accounts.count - 1
  }

  /// Writes what the whole file says of each account, and names those whose derived rows have to be made anew.
  func storeAccounts() throws {
    let touch = try connection.statement(
      "insert into touched (account_id) values ($1) on conflict do nothing")
    for place in accounts.indices {
      if accounts[place].isListed { try store(place) }
      guard accounts[place].isTouched else { continue }
      try touch.bind(accounts[place].id, at: 1)
      _ = try touch.step()
    }
  }

  private func store(_ place: Int) throws {
    let account = accounts[place]
    let attributes = account.attributes
    let isDifferent = attributes != account.stored
    if isDifferent {
      try connection.run(
        """
        update account set number = $2, name = $3, terms = $4, credit_limit = $5, credit_currency = $6,
          collector = $7, payment_run = $8, time_zone = $9
        where id = $1
        """, values: [account.id] + attributes.values)
    }
    if !account.isNew, attributes.name != account.stored.name { seeRenamed(account, attributes.name) }
    let hasNewContacts = try storeContacts(account)
    if account.isNew {
      result.customers.added += 1
      note(.added, line: account.line, "customer \(attributes.number)", attributes.name)
    } else if isDifferent || hasNewContacts {
      result.customers.changed += 1
      accounts[place].isTouched = true
      note(
        .changed, line: account.line, "customer \(attributes.number)",
        isDifferent ? account.stored.differences(to: attributes) : "contacts")
    } else {
      result.customers.unchanged += 1
    }
  }

  private func seeRenamed(_ account: AccountIntake, _ name: String) {
    renamed.count += 1
    guard renamed.examples.count < 3 else { return }
    renamed.examples.append(
      ImportDifference(
        kind: .changed, line: account.line, subject: "customer \(account.stored.number)",
        detail: "\(account.stored.name) → \(name)"))
  }

  /// People are known by their name; whom the file does not name stays. Whether anything changed.
  private func storeContacts(_ account: AccountIntake) throws -> Bool {
    guard !account.contacts.isEmpty else { return false }
    let stored = try AccountStream(.one, account: account.id, on: connection).next()?.contacts ?? []
    var contacts = stored
    for contact in account.contacts {
      if let place = contacts.firstIndex(where: { $0.name == contact.name }) {
        contacts[place].merge(contact)
      } else {
        var fresh = contact
        fresh.phones = []
        fresh.merge(contact)
        contacts.append(fresh)
      }
    }
    guard contacts != stored else { return false }
    try connection.run("delete from contact where account_id = $1", account.id)
    for (position, contact) in contacts.enumerated() {
      try connection.run(
        """
        insert into contact (account_id, position, name, role, email, language, time_zone)
        values ($1, $2, $3, $4, $5, $6, $7)
        """, account.id, position, contact.name, contact.role, contact.email, contact.language,
        contact.timeZone)
      let id = connection.lastInsertID
      for (position, phone) in contact.phones.enumerated() {
        try connection.run(
          "insert into phone (contact_id, position, number, label) values ($1, $2, $3, $4)",
          id, position, phone.number, phone.label)
      }
    }
    return true
  }
}

extension Contact {
  /// Takes over what `other` says and keeps the rest.
  fileprivate mutating func merge(_ other: Contact) {
    role = other.role ?? role
    email = other.email ?? email
    language = other.language ?? language
    timeZone = other.timeZone ?? timeZone
    for phone in other.phones {
      if let place = phones.firstIndex(where: { $0.digits == phone.digits }) {
        phones[place] = phone
      } else {
        phones.append(phone)
      }
    }
  }
}

/// What one file says of one customer, beside what the book has.
struct AccountIntake {
  let id: Int64
  let isNew: Bool
  /// As stored; for a new account as first inserted.
  let stored: AccountAttributes
  /// The line on which the file names it first.
  var line = 0
  var isListed = false
  var isTouched = false
  var number = Majority()
  var name = Majority()
  var terms = Majority()
  var collector = Majority()
  var paymentRun = Majority()
  var timeZone = Majority()
  var creditLimit: Money?
  var contacts: [Contact] = []

  init(id: Int64, isNew: Bool, stored: AccountAttributes) {
    self.id = id
    self.isNew = isNew
    self.stored = stored
  }

  /// Counts what a row says of it.
  mutating func see(_ customer: IncomingCustomer) {
    number.add(customer.number)
    if let name = customer.name { self.name.add(name) }
    if let terms = customer.terms { self.terms.add(terms.text) }
    if let collector = customer.collector { self.collector.add(collector) }
    if let run = customer.paymentRun { paymentRun.add(run.text) }
    if let zone = customer.timeZone { timeZone.add(zone) }
    if let limit = customer.creditLimit {
      creditLimit = creditLimit.map { $0.minor > limit.minor ? $0 : limit } ?? limit
    }
    if let contact = customer.contact, !contacts.contains(contact) { contacts.append(contact) }
  }

  /// The book's values, replaced by what the file says.
  var attributes: AccountAttributes {
    var result = stored
    // Another spelling of the same number is no news.
    if isNew { result.number = number.value ?? stored.number }
    if let name = name.value { result.name = name }
    if let terms = terms.value { result.terms = terms }
    if let collector = collector.value { result.collector = collector }
    if let run = paymentRun.value { result.paymentRun = run }
    if let zone = timeZone.value { result.timeZone = zone }
    if let limit = creditLimit { result.creditLimit = limit }
    return result
  }
}

/// The columns of `account` that an import writes.
struct AccountAttributes: Hashable {
  var number: String
  var name: String
  var terms: String?
  var creditLimit: Money?
  var collector: String?
  var paymentRun: String?
  var timeZone: String?

  static let columns = "number, name, terms, credit_limit, credit_currency, collector, payment_run, time_zone"

  init(number: String, name: String) {
    self.number = number
    self.name = name
  }

  /// Reads `columns`, the first of them in `column`.
  init(row: Statement, from column: Int) throws(LedgerError) {
    number = row.text(column)
    name = row.text(column + 1)
    terms = row.optionalText(column + 2)
    creditLimit =
      row.isNull(column + 3) ? nil : try Money(row: row, amount: column + 3, currency: column + 4)
    collector = row.optionalText(column + 5)
    paymentRun = row.optionalText(column + 6)
    timeZone = row.optionalText(column + 7)
  }

  /// In the order of `columns`.
  var values: [(any SQLValue)?] {
    [number, name, terms, creditLimit?.minor, creditLimit?.currency.code, collector, paymentRun, timeZone]
  }

  /// What is different in `other`, for people.
  func differences(to other: AccountAttributes) -> String {
    let pairs: [(String, String?, String?)] = [
      ("name", name, other.name), ("terms", terms, other.terms),
      ("limit", creditLimit?.description, other.creditLimit?.description),
      ("collector", collector, other.collector), ("payment run", paymentRun, other.paymentRun),
      ("time zone", timeZone, other.timeZone),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1 ?? "none") → \($0.2 ?? "none")" }
      .joined(separator: ", ")
  }
}

/// Elects the value that most rows have, whatever their order: the same rows shuffled give the same book.
struct Majority {
  private var leader: String?
  private var count = 0
  private var others: [String: Int] = [:]

  /// Counts a vote. Nearly all rows of a customer agree, so that costs a comparison.
  mutating func add(_ value: String) {
    guard value != leader else {
      count += 1
      return
    }
    if leader == nil {
      (leader, count) = (value, 1)
    } else {
      others[value, default: 0] += 1
    }
  }

  /// The most frequent value, of equals the first in byte order; nil without votes.
  var value: String? {
    guard let leader else { return nil }
    return others.reduce((leader, count)) { best, next in
      next.value > best.1 || (next.value == best.1 && next.key < best.0) ? (next.key, next.value) : best
    }.0
  }
}
