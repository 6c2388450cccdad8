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
