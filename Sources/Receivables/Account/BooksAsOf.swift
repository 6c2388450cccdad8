/// An account's books as of a day: documents and applications dated up to and including it.
struct BooksAsOf {
  /// Invoices issued, in the order of the file: oldest due first.
  var positions: [InvoicePosition] = []
  /// Credits of which something is not applied.
  private(set) var unapplied: [UnappliedCredit] = []
  /// Applications in force, oldest first.
  private(set) var applications: [Application] = []
  /// For each application the one before it on the same invoice; −1 for the first.
  private var earlier: [Int] = []
  private var places: [DocumentID: Int] = [:]

  init(_ file: AccountFile, _ outlook: inout Outlook) throws(MoneyError) {
    positions.reserveCapacity(file.invoices.count)
    places.reserveCapacity(file.invoices.count)
    for invoice in file.invoices where outlook.hasCome(invoice.issued) {
      places[invoice.id] = positions.count
      positions.append(InvoicePosition(invoice))
    }
    var used: [DocumentID: Int64] = [:]
    applications.reserveCapacity(file.applications.count)
    earlier.reserveCapacity(file.applications.count)
    for application in file.applications where outlook.hasCome(application.dated) {
      guard let place = places[application.invoice] else { continue }
      try positions[place].apply(application)
      earlier.append(positions[place].lastApplication)
      positions[place].lastApplication = applications.count
      applications.append(application)
      if let credit = application.credit {
        used[credit] = try used[credit, default: 0].addingChecked(application.amount)
      }
    }
    for credit in file.credits where outlook.hasCome(credit.dated) {
      if let spent = credit.spent, outlook.hasCome(spent) { continue }
      let left = try credit.amount.minor.subtractingChecked(used[credit.id] ?? 0)
      // More applied than there was is an error of the books, not money.
      if left != 0, left.signum() == credit.amount.minor.signum() {
        unapplied.append(UnappliedCredit(credit: credit, left: left))
      }
    }
  }

  /// Where an invoice stands in `positions`; nil when it is not issued or unknown.
  func place(of invoice: DocumentID) -> Int? { places[invoice] }

  /// The places of `invoices` that are kept in `currency`, in the order given, each once.
  func places(of invoices: [DocumentID], in currency: Currency) -> [Int] {
    var isSeen = Array(repeating: false, count: positions.count)
    return invoices.compactMap { invoice in
      guard let place = places[invoice], !isSeen[place],
        positions[place].invoice.original.currency == currency
      else { return nil }
      isSeen[place] = true
      return place
    }
  }

  /// The applications to the invoice at `place`, newest first, as indices into `applications`.
  func applications(at place: Int) -> some Sequence<Int> {
    sequence(state: positions[place].lastApplication) { [earlier] index in
      guard index >= 0 else { return nil }
      defer { index = earlier[index] }
      return index
    }
  }

  /// What was open at the end of `day` of the invoice at `place`; never below zero.
  func open(at place: Int, on day: CalendarDay) throws(MoneyError) -> Int64 {
    var open = positions[place].open
    for index in applications(at: place) where applications[index].dated > day {
      open = try open.addingChecked(applications[index].amount)
    }
    return max(open, 0)
  }

  /// Whether anything was open of the invoice at `place` when `day` began or when it ended. What does not fit was.
  func wasOpen(at place: Int, during day: CalendarDay) -> Bool {
    let position = positions[place]
    guard position.invoice.issued <= day, position.clearedOn.map({ $0 >= day }) ?? true else { return false }
    do throws(MoneyError) {
      return max(try open(at: place, on: day.advanced(by: -1)), try open(at: place, on: day)) > 0
    } catch {
      return true
    }
  }
}
