extension BooksMerge {
  /// Gives the account what most of the file's rows say of its customer, and counts it.
  mutating func settleCustomer(_ voices: CustomerVoices, of account: inout AccountAtWork) {
    let before = account.customer
    account.customer = voices.customer(after: before, isNew: account.isNew, isList: terms.listsCustomers)
    if account.customer.isListed, !terms.listsCustomers,
      voices.contradict(account.customer)
    {
      result.notes.otherMasterData.add(line: voices.line)
    }
    let isDifferent = account.customer != before
    if !account.isNew, account.customer.name != before.name {
      seeRenamed(before, account.customer, voices.line)
    }
    let hasNewContacts = voices.merge(into: &account.contacts)
    if account.isNew {
      result.customers.added += 1
      account.isChanged = true
      note(.added, line: voices.line, "customer \(account.customer.number)", account.customer.name)
    } else if isDifferent || hasNewContacts {
      result.customers.changed += 1
      account.isChanged = true
      note(
        .changed, line: voices.line, "customer \(account.customer.number)",
        isDifferent ? before.differences(to: account.customer) : "contacts")
    } else {
      result.customers.unchanged += 1
    }
  }

  private mutating func seeRenamed(_ before: Customer, _ after: Customer, _ line: Int) {
    renamed.count += 1
    let example = ImportDifference(
      kind: .changed, line: line, subject: "customer \(before.number)",
      detail: "\(before.name) → \(after.name)")
    let place = renamed.examples.firstIndex { ($0.line ?? 0) > line } ?? renamed.examples.count
    renamed.examples.insert(example, at: place)
    if renamed.examples.count > 3 { renamed.examples.removeLast() }
  }
}

/// What the rows of one file say of one customer.
struct CustomerVoices {
  /// The line on which the file names it first.
  let line: Int
  private var number = Majority<String>()
  private var name = Majority<String>()
  private var terms = Majority<Terms>()
  private var collector = Majority<String>()
  private var paymentRun = Majority<PaymentRun>()
  private var timeZone = Majority<String>()
  private var taxNumber = Majority<String>()
  private var creditLimit: Money?
  private var contacts: [Contact] = []

  init(line: Int) { self.line = line }

  /// Counts what a row says.
  mutating func hear(_ customer: IncomingCustomer) {
    number.add(customer.number)
    if let name = customer.name { self.name.add(name) }
    guard customer.hasDetails else { return }
    if let terms = customer.terms { self.terms.add(terms) }
    if let collector = customer.collector { self.collector.add(collector) }
    if let run = customer.paymentRun { paymentRun.add(run) }
    if let zone = customer.timeZone { timeZone.add(zone) }
    if let number = customer.taxNumber { taxNumber.add(number) }
    if let limit = customer.creditLimit {
      creditLimit = creditLimit.map { $0.minor > limit.minor ? $0 : limit } ?? limit
    }
    if let contact = customer.contact, !contacts.contains(contact) { contacts.append(contact) }
  }

  /// Whether the file calls it by another name or terms than a list of customers did.
  func contradict(_ customer: Customer) -> Bool {
    let named = name.value(by: \.self)
    return named.map { $0 != customer.name } ?? false
      || terms.value(by: \.text).map { $0 != customer.terms } ?? false
  }

  /// The book's values, replaced by what the file says. What a list of customers told stays beside what lines of invoices
  /// say.
  func customer(after stored: Customer, isNew: Bool, isList: Bool) -> Customer {
    var result = told(after: stored, isNew: isNew)
    guard stored.isListed, !isList else {
      result.isListed = stored.isListed || isList
      return result
    }
    result.name = stored.name
    result.terms = stored.terms ?? result.terms
    result.collector = stored.collector ?? result.collector
    result.paymentRun = stored.paymentRun ?? result.paymentRun
    result.timeZone = stored.timeZone ?? result.timeZone
    result.taxNumber = stored.taxNumber ?? result.taxNumber
    result.creditLimit = stored.creditLimit ?? result.creditLimit
    return result
  }

  private func told(after stored: Customer, isNew: Bool) -> Customer {
    var result = stored
    // Another spelling of the same number is no news.
    if isNew { result.number = number.value(by: \.self) ?? stored.number }
    if let name = name.value(by: \.self) { result.name = name } else if isNew { result.name = result.number }
    if let terms = terms.value(by: \.text) { result.terms = terms }
    if let collector = collector.value(by: \.self) { result.collector = collector }
    if let run = paymentRun.value(by: \.text) { result.paymentRun = run }
    if let zone = timeZone.value(by: \.self) { result.timeZone = zone }
    if let number = taxNumber.value(by: \.self) { result.taxNumber = number }
    if let limit = creditLimit { result.creditLimit = limit }
    return result
  }

  /// People are known by their name; whom the file does not name stays. Whether anything changed.
  func merge(into stored: inout [Contact]) -> Bool {
    guard !contacts.isEmpty else { return false }
    let before = stored
    for contact in contacts {
      let place = stored.firstIndex { $0.name == contact.name }
      var fresh = place.map { stored[$0] } ?? contact
      if place == nil { fresh.phones = [] }
      fresh.merge(contact)
      guard let place else {
        stored.append(fresh)
        continue
      }
      // Nearly nobody has changed, and all would be copied.
      if fresh != stored[place] { stored[place] = fresh }
    }
    return stored != before
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
      let place = phones.firstIndex { $0.number == phone.number || $0.digits == phone.digits }
      if let place {
        if phones[place] != phone { phones[place] = phone }
      } else {
        phones.append(phone)
      }
    }
  }
}

extension Customer {
  /// What is different in `other`, for people.
  fileprivate func differences(to other: Customer) -> String {
    let source = { (customer: Customer) in customer.isListed ? "a list of customers" : "invoices" }
    let pairs: [(String, String?, String?)] = [
      ("told by", source(self), source(other)),
      ("name", name, other.name), ("terms", terms?.text, other.terms?.text),
      ("limit", creditLimit?.description, other.creditLimit?.description),
      ("collector", collector, other.collector),
      ("payment run", paymentRun?.text, other.paymentRun?.text), ("time zone", timeZone, other.timeZone),
      ("tax number", taxNumber, other.taxNumber),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1 ?? "none") → \($0.2 ?? "none")" }
      .joined(separator: ", ")
  }
}

/// Elects the value that most rows have, whatever their order: the same rows shuffled give the same book.
struct Majority<Value: Hashable> {
  private var leader: Value?
  private var count = 0
  private var others: [Value: Int] = [:]

  /// Counts a vote. Nearly all rows of a customer agree, so that costs a comparison.
  mutating func add(_ value: Value) {
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

  /// The most frequent value, of equals the one whose text is the first in byte order; nil without votes.
  func value(by text: (Value) -> String) -> Value? {
    guard let leader, !others.isEmpty else { return leader }
    return others.reduce((leader, count)) { best, next in
      next.value > best.1 || (next.value == best.1 && text(next.key) < text(best.0))
        ? (next.key, next.value) : best
    }.0
  }
}
