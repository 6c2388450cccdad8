/// What one account owes by age, made of its rows as they are read: the buckets and credits that `CurrencyBalance` has for
/// the whole account, without what the journal says of them. Reports over all accounts go this way; a test holds both to
/// the same.
///
/// Invoices come first, by row number, then credits by row number, then applications.
public struct AgedBooks {
  private struct Item: Numbered {
    let id: Int64
    let place: Int
    let start: Int
    var open: Int64
  }

  private struct Left: Numbered {
    let id: Int64
    let place: Int
    let amount: Int64
    /// Whether it counts: a credit that is spent only takes what is put against invoices.
    let counts: Bool
    var used: Int64 = 0
  }

  private let policy: AgingPolicy
  private let day: CalendarDay
  private var invoices: [Item] = []
  private var credits: [Left] = []
  private var currencies: [Currency] = []

  /// No account yet, as of `day`.
  public init(_ policy: AgingPolicy, asOf day: CalendarDay) {
    self.policy = policy
    self.day = day
  }

  /// Begins the next account.
  public mutating func begin() {
    invoices.removeAll(keepingCapacity: true)
    credits.removeAll(keepingCapacity: true)
    currencies.removeAll(keepingCapacity: true)
  }

  /// All of an account's books, after `begin`. Throws `MoneyError.overflow`.
  public mutating func add(_ file: AccountFile) throws(MoneyError) {
    for invoice in file.invoices.sorted(by: { $0.id < $1.id }) {
      add(
        invoice: invoice.id.rawValue, issued: invoice.issued, due: invoice.due,
        amount: invoice.original.minor, invoice.original.currency)
    }
    for credit in file.credits.sorted(by: { $0.id < $1.id }) {
      add(
        credit: credit.id.rawValue, dated: credit.dated, spent: credit.spent, amount: credit.amount.minor,
        credit.amount.currency)
    }
    for application in file.applications {
      try add(
        applied: application.amount, to: application.invoice.rawValue, of: application.credit?.rawValue,
        dated: application.dated)
    }
  }

  /// An invoice of `amount` minor units.
  public mutating func add(
    invoice id: Int64, issued: CalendarDay, due: CalendarDay, amount: Int64, _ currency: Currency
  ) {
    guard issued <= day else { return }
    let start = policy.basis == .due ? due : issued
    invoices.append(Item(id: id, place: place(of: currency), start: start.number, open: amount))
  }

  /// A payment or credit note of `amount` minor units, of which nothing is left from the day `spent` on.
  public mutating func add(
    credit id: Int64, dated: CalendarDay, spent: CalendarDay?, amount: Int64, _ currency: Currency
  ) {
    let counts = dated <= day && !(spent.map { $0 <= day } ?? false)
    credits.append(Left(id: id, place: place(of: currency), amount: amount, counts: counts))
  }

  /// What is put against an invoice, of a credit where the books say which. Throws `MoneyError.overflow`.
  public mutating func add(
    applied amount: Int64, to invoice: Int64, of credit: Int64?, dated: CalendarDay
  ) throws(MoneyError) {
    guard dated <= day, let place = Self.place(of: invoice, in: invoices) else { return }
    invoices[place].open = try invoices[place].open.subtractingChecked(amount)
    guard let credit, let used = Self.place(of: credit, in: credits) else { return }
    credits[used].used = try credits[used].used.addingChecked(amount)
  }

  /// The balances by currency code, leaving out currencies in which nothing is open. Throws `MoneyError.overflow`.
  public func balances() throws(MoneyError) -> [CurrencyBalance] {
    var balances = currencies.map { CurrencyBalance(currency: $0, bucketCount: policy.bucketCount) }
    var isOpen = Array(repeating: false, count: balances.count)
    for item in invoices where item.open != 0 {
      isOpen[item.place] = true
      if item.open > 0 {
        let bucket = policy.bucket(forDays: day.number - item.start)
        let sum = try balances[item.place].buckets[bucket].addingChecked(item.open)
        balances[item.place].buckets[bucket] = sum
      } else {
        balances[item.place].credits = try balances[item.place].credits.addingChecked(item.open)
      }
    }
    for credit in credits where credit.counts {
      let left = try credit.amount.subtractingChecked(credit.used)
      guard left != 0, left.signum() == credit.amount.signum() else { continue }
      isOpen[credit.place] = true
      balances[credit.place].credits = try balances[credit.place].credits.subtractingChecked(left)
    }
    guard isOpen != [true] else { return balances }
    return zip(balances, isOpen).filter(\.1).map(\.0).sorted { $0.currency < $1.currency }
  }

  private mutating func place(of currency: Currency) -> Int {
    if let place = currencies.firstIndex(of: currency) { return place }
    currencies.append(currency)
    return currencies.count - 1
  }

  private static func place(of id: Int64, in rows: [some Numbered]) -> Int? {
    let place = rows.firstPlace { $0.id >= id }
    return place < rows.count && rows[place].id == id ? place : nil
  }
}

/// A row with its number.
private protocol Numbered {
  var id: Int64 { get }
}
