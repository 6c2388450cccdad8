import Receivables

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
