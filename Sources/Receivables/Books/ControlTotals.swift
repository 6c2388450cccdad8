/// What books come to in one currency, to be held against the totals of the accounting system: counts, and amounts in
/// minor units.
public struct ControlTotals: Hashable, Sendable {
  /// The currency of all amounts.
  public let currency: Currency
  /// Invoices, open and closed.
  public var invoices: Int64 = 0
  /// What they were billed for.
  public var billed: Int64 = 0
  /// What of that nothing is applied to yet.
  public var open: Int64 = 0
  /// Payments and credit notes.
  public var credits: Int64 = 0
  /// What they came to.
  public var credited: Int64 = 0
  /// What of that is not put against an invoice.
  public var unapplied: Int64 = 0

  /// Nothing in `currency`.
  public init(_ currency: Currency) { self.currency = currency }

  /// What owed invoices come to less unapplied money: `open` less `unapplied`. Throws `MoneyError`.
  public func balance() throws(MoneyError) -> Money {
    Money(minor: try open.subtractingChecked(unapplied), currency)
  }

  /// Both together, of one currency. Throws `MoneyError.overflow`.
  public func adding(_ other: ControlTotals) throws(MoneyError) -> ControlTotals {
    var sum = self
    sum.invoices = try invoices.addingChecked(other.invoices)
    sum.billed = try billed.addingChecked(other.billed)
    sum.open = try open.addingChecked(other.open)
    sum.credits = try credits.addingChecked(other.credits)
    sum.credited = try credited.addingChecked(other.credited)
    sum.unapplied = try unapplied.addingChecked(other.unapplied)
    return sum
  }
}

extension ControlTotals {
  /// One line as `init(text:)` reads it, amounts as decimals: `"USD 2 150.00 50.00 1 100.00 0.00"`.
  public var text: String {
    func amount(_ minor: Int64) -> String { Money(minor: minor, currency).text }
    return [
      currency.code, String(invoices), amount(billed), amount(open), String(credits), amount(credited),
      amount(unapplied),
    ].joined(separator: " ")
  }

  /// The totals that `text` wrote; nil for anything else.
  public init?(text: some StringProtocol) {
    let text = String(text)
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 7, let currency = Currency(String(words[0])), let invoices = Int64(words[1]),
      let credits = Int64(words[4])
    else { return nil }
    func minor(_ word: Substring) -> Int64? { try? Money(plain: String(word), currency).minor }
    guard let billed = minor(words[2]), let open = minor(words[3]), let credited = minor(words[5]),
      let unapplied = minor(words[6])
    else { return nil }
    self.init(currency)
    (self.invoices, self.billed, self.open) = (invoices, billed, open)
    (self.credits, self.credited, self.unapplied) = (credits, credited, unapplied)
  }
}

extension AccountFile {
  /// What the account's books come to, by the code of the currency. Money that a list of open items no longer shows is
  /// not unapplied. Throws `MoneyError`.
  public func controlTotals() throws(MoneyError) -> [ControlTotals] {
    var totals: [Currency: ControlTotals] = [:]
    var currencies: [DocumentID: Currency] = [:]
    for invoice in invoices {
      let currency = invoice.original.currency
      currencies[invoice.id] = currency
      var sum = ControlTotals(currency)
      (sum.invoices, sum.billed, sum.open) = (1, invoice.original.minor, invoice.original.minor)
      totals[currency] = try (totals[currency] ?? ControlTotals(currency)).adding(sum)
    }
    var unspent: [DocumentID: Currency] = [:]
    for credit in credits {
      let currency = credit.amount.currency
      var sum = ControlTotals(currency)
      (sum.credits, sum.credited) = (1, credit.amount.minor)
      if credit.spent == nil {
        unspent[credit.id] = currency
        sum.unapplied = credit.amount.minor
      }
      totals[currency] = try (totals[currency] ?? ControlTotals(currency)).adding(sum)
    }
    for application in applications {
      if let currency = currencies[application.invoice], var sum = totals[currency] {
        sum.open = try sum.open.subtractingChecked(application.amount)
        totals[currency] = sum
      }
      if let currency = application.credit.flatMap({ unspent[$0] }), var sum = totals[currency] {
        sum.unapplied = try sum.unapplied.subtractingChecked(application.amount)
        totals[currency] = sum
      }
    }
    return totals.values.sorted { $0.currency < $1.currency }
  }
}

extension [ControlTotals] {
  /// Adds those of another account, each to its own currency. Throws `MoneyError.overflow`.
  public mutating func add(_ others: [ControlTotals]) throws(MoneyError) {
    for other in others {
      if let place = firstIndex(where: { $0.currency == other.currency }) {
        self[place] = try self[place].adding(other)
      } else {
        insert(other, at: firstIndex { other.currency < $0.currency } ?? count)
      }
    }
  }
}
