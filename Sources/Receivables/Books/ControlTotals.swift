/// What books come to in one currency, to be held against the totals of the accounting system: counts, and amounts in
/// minor units. They are wider than the amounts of documents, so that no number of those is too many.
public struct ControlTotals: Hashable, Sendable {
  /// The currency of all amounts.
  public let currency: Currency
  /// Invoices, open and closed.
  public var invoices = 0
  /// What they were billed for.
  public var billed: Int128 = 0
  /// What of that nothing is applied to yet.
  public var open: Int128 = 0
  /// Payments and credit notes.
  public var credits = 0
  /// What they came to.
  public var credited: Int128 = 0
  /// What of that is not put against an invoice.
  public var unapplied: Int128 = 0

  /// Nothing in `currency`.
  public init(_ currency: Currency) { self.currency = currency }

  /// Adds those of other books in the same currency.
  public mutating func add(_ other: ControlTotals) {
    invoices += other.invoices
    billed += other.billed
    open += other.open
    credits += other.credits
    credited += other.credited
    unapplied += other.unapplied
  }
}

extension AccountFile {
  /// What the account's books come to, by the code of the currency. Money that a list of open items no longer shows is
  /// not unapplied.
  public var controlTotals: [ControlTotals] {
    var totals: [ControlTotals] = []
    // Nearly all accounts have one currency.
    func place(of currency: Currency) -> Int {
      if let place = totals.firstIndex(where: { $0.currency == currency }) { return place }
      totals.append(ControlTotals(currency))
      return totals.count - 1
    }
    for invoice in invoices {
      let place = place(of: invoice.original.currency)
      totals[place].invoices += 1
      totals[place].billed += Int128(invoice.original.minor)
      totals[place].open += Int128(invoice.original.minor)
    }
    for credit in credits {
      let place = place(of: credit.amount.currency)
      totals[place].credits += 1
      totals[place].credited += Int128(credit.amount.minor)
      if credit.spent == nil { totals[place].unapplied += Int128(credit.amount.minor) }
    }
    if totals.count == 1,
      applications.allSatisfy({ $0.credit == nil }) || !credits.contains(where: { $0.spent != nil })
    {
      // Every invoice and every credit of the account counts, whichever it is.
      for application in applications {
        totals[0].open -= Int128(application.amount)
        if application.credit != nil { totals[0].unapplied -= Int128(application.amount) }
      }
      return totals
    }
    let owed = Dictionary(invoices.map { ($0.id, $0.original.currency) }, uniquingKeysWith: { $1 })
    let unspent = Dictionary(
      credits.filter { $0.spent == nil }.map { ($0.id, $0.amount.currency) }, uniquingKeysWith: { $1 })
    for application in applications {
      if let currency = owed[application.invoice] {
        totals[place(of: currency)].open -= Int128(application.amount)
      }
      if let currency = application.credit.flatMap({ unspent[$0] }) {
        totals[place(of: currency)].unapplied -= Int128(application.amount)
      }
    }
    return totals.sorted { $0.currency < $1.currency }
  }
}

extension [ControlTotals] {
  /// Adds those of another account, each to its own currency.
  public mutating func add(_ others: [ControlTotals]) {
    for other in others {
      if let place = firstIndex(where: { $0.currency == other.currency }) {
        self[place].add(other)
      } else {
        insert(other, at: firstIndex { other.currency < $0.currency } ?? count)
      }
    }
  }
}
