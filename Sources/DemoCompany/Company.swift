public import Receivables

/// A believable company that sells industrial supplies: its customers, what they were billed, how they paid
/// and what its collectors heard. The same seed and day always give the same company.
public struct Company: Sendable {
  /// Where all of it comes from.
  public let seed: UInt64
  /// The business date on which its books end.
  public let today: CalendarDay
  /// How many customers it has.
  public let customerCount: Int
  /// How many months its books go back.
  public let months: Int

  /// About 400 customers and 18 months unless said otherwise.
  public init(seed: UInt64, today: CalendarDay, customerCount: Int = 400, months: Int = 18) {
    self.seed = seed
    self.today = today
    self.customerCount = customerCount
    self.months = months
  }

  /// Each customer draws from a sequence of its own, so that one can be made without the others.
  func randomness(of index: Int, salt: UInt64) -> Randomness {
    var mixed = Randomness(seed: seed ^ (UInt64(index) &* 0x9E37_79B9_7F4A_7C15) ^ (salt << 56))
    return Randomness(seed: mixed.next())
  }

  func customer(_ index: Int) -> DemoCustomer {
    var random = randomness(of: index, salt: 1)
    return DemoCustomer(index: index, &random)
  }
}

extension Company {
  /// As whom its accounts are worked.
  public static var collectors: [String] { DemoNames.collectors }

  /// The invoices of a customer, oldest first.
  func invoices(of customer: DemoCustomer) -> [DemoInvoice] {
    var random = randomness(of: customer.index, salt: 2)
    var invoices: [DemoInvoice] = []
    let history = customer.persona == .newcomer ? 60 : months * 30
    var issued = today.advanced(by: -history)
    while true {
      issued = issued.advanced(by: Int.random(in: 5...31, using: &random))
      if issued > today { break }
      invoices.append(invoice(issued: issued, ordinal: invoices.count, of: customer, &random))
    }
    return invoices
  }

  private func invoice(
    issued: CalendarDay, ordinal: Int, of customer: DemoCustomer, _ random: inout Randomness
  ) -> DemoInvoice {
    let due = issued.advanced(by: customer.termsDays)
    let major = Int64(customer.size) * Int64.random(in: 40...220, using: &random) / 100
    let amount = major * 100 + Int64.random(in: 0...99, using: &random)
    var invoice = DemoInvoice(
      number: String(200_000 + customer.index * 200 + ordinal),
      reference: "PO-\(Int.random(in: 1_000...9_999, using: &random))", issued: issued, due: due,
      amount: amount,
      payday: customer.persona.payday(due: due, today: today, run: customer.run, &random), paid: amount)
    if customer.persona == .disputer, Int.random(in: 0..<6, using: &random) == 0 {
      let credit = amount / 10
      invoice.creditNote = (due.advanced(by: 12), credit)
      invoice.paid = amount - credit
    } else if customer.persona == .slow, Int.random(in: 0..<5, using: &random) == 0,
      due.distance(to: today) < 90
    {
      invoice.paid = amount / 2
    }
    return invoice
  }
}

extension Company {
  /// What the company's collectors did and heard on an account in the last four months, oldest first. `file`
  /// is the account as its books were imported. Throws `MoneyError` when amounts overflow.
  public func journal(of file: AccountFile, policy: Policy) throws(MoneyError) -> [DemoEntry] {
    guard let index = DemoCustomer.index(ofNumber: file.customer.number) else { return [] }
    var story = CallStory(company: self, customer: customer(index), file: file, policy: policy)
    return try story.tell()
  }
}

/// An entry of the demo company's journal with the moment at which it was made.
public struct DemoEntry: Hashable, Sendable {
  /// What to record.
  public var entry: NewEntry
  /// When it was made.
  public var at: Instant
}

/// One invoice of the demo company and what became of it.
struct DemoInvoice {
  var number: String
  var reference: String
  var issued: CalendarDay
  var due: CalendarDay
  /// Minor units of the customer's currency.
  var amount: Int64
  /// The day on which it is paid, also when that is still to come.
  var payday: CalendarDay?
  /// What is paid that day, minor units.
  var paid: Int64
  /// A credit note on it: day and minor units.
  var creditNote: (day: CalendarDay, amount: Int64)?
}
