/// Money of a statement with the invoices that somebody wants to put it against.
public struct ProposedReceipt: Hashable, Sendable {
  /// Why less came than is open, and what becomes of the rest.
  public enum Short: Hashable, Sendable {
    /// It is granted and will be credited.
    case granted(ReceiptTerms.Shortage.Reason)
    /// The customer contests it: a code of the policy's reasons for disputes.
    case disputed(String)
  }

  /// What it pays of an invoice.
  public struct Part: Hashable, Sendable {
    /// The invoice.
    public var invoice: DocumentID
    /// Minor units, more than nothing.
    public var amount: Int64
    /// What becomes of the rest of it; nil leaves the rest open.
    public var short: Short?

    /// So much of an invoice.
    public init(invoice: DocumentID, amount: Int64, short: Short? = nil) {
      (self.invoice, self.amount, self.short) = (invoice, amount, short)
    }
  }

  /// The money.
  public var money: ReceivedMoney
  /// What it pays; what is left of it waits on the account to be applied.
  public var parts: [Part]

  /// Money for these.
  public init(_ money: ReceivedMoney, parts: [Part]) { (self.money, self.parts) = (money, parts) }

  /// What is put against nothing, minor units.
  public var rest: Int64 { parts.reduce(money.amount.minor) { $0 &- $1.amount } }
}

extension AccountPicture {
  /// What is recorded when money of a statement is put against invoices: the receipt, and a dispute for what is contested.
  /// Throws `CallProblem` where an invoice is not open for so much, or the parts come to more than the money.
  public func receipt(_ proposed: ProposedReceipt, _ policy: Policy) throws(CallProblem) -> EntryBody {
    let money = proposed.money
    let currency = money.amount.currency
    guard money.amount.minor > 0 else { throw CallProblem(.amount, "No money came in.") }
    guard proposed.rest >= 0 else {
      let over = Money(minor: -proposed.rest, currency)
      throw CallProblem(.amount, "The invoices take \(over) more than came in.")
    }
    let books = try booksNow()
    var covers: [CoveredInvoice] = []
    var shortages: [ReceiptTerms.Shortage] = []
    var disputes: [DisputeTerms] = []
    for part in proposed.parts {
      guard let item = invoices.first(where: { $0.invoice.id == part.invoice }) else {
        throw CallProblem(.invoices, "One of the invoices is not open any more.")
      }
      let number = item.invoice.number
      guard item.invoice.original.currency == currency else {
        throw CallProblem(.invoices, "Invoice \(number) is in \(item.invoice.original.currency).")
      }
      guard part.amount > 0, part.amount <= item.open else {
        let open = Money(minor: item.open, currency)
        throw CallProblem(.amount, "Of invoice \(number) \(open) is open.")
      }
      let sums = try books.sums(number)
      covers.append(
        CoveredInvoice(
          number: number, amount: Money(minor: part.amount, currency), paid: sums.paid,
          credited: sums.credited))
      let rest = Money(minor: item.open - part.amount, currency)
      guard rest.minor > 0 else { continue }
      switch part.short {
      case .granted(let reason):
        shortages.append(
          ReceiptTerms.Shortage(invoice: number, amount: rest, reason: reason, credited: sums.credited))
      case .disputed(let reason):
        disputes.append(try dispute(reason, rest, on: item, paying: part.amount, policy))
      case nil: break
      }
    }
    let receipt = ReceiptTerms(
      amount: money.amount, booked: money.day, covers: covers, shortages: shortages, booking: money.booking)
    return EntryBody([receipt.besides(file, books)] + disputes)
  }

  /// What is recorded when money is what `match` takes it for. Throws `CallProblem` where that is not open any more.
  public func receipt(
    _ money: ReceivedMoney, as match: PaymentMatch, _ policy: Policy
  ) throws(CallProblem) -> EntryBody {
    guard money.amount.minor > 0 else { return try returned(money, of: match) }
    return try receipt(ProposedReceipt(money, parts: try parts(match)), policy)
  }

  /// The parts of a match by the invoices that are open. Throws `CallProblem` for one that is not.
  public func parts(_ match: PaymentMatch) throws(CallProblem) -> [ProposedReceipt.Part] {
    try match.parts.map { (part) throws(CallProblem) in
      guard let item = invoices.first(where: { $0.invoice.number == part.invoice }) else {
        throw CallProblem(.invoices, "Invoice \(part.invoice) is not open any more.")
      }
      return ProposedReceipt.Part(invoice: item.invoice.id, amount: part.amount)
    }
  }

  /// What is recorded when the bank took money back: that of a receipt, or what the books have of invoices. Throws
  /// `CallProblem`.
  public func returned(
    _ money: ReceivedMoney, of match: PaymentMatch
  ) throws(CallProblem) -> EntryBody {
    guard money.amount.minor < 0 else { throw CallProblem(.amount, "No money was taken back.") }
    let books = try booksNow()
    let covers = try match.parts.map { (part) throws(CallProblem) in
      let sums = try books.sums(part.invoice)
      return CoveredInvoice(
        number: part.invoice, amount: Money(minor: part.amount, money.amount.currency), paid: sums.paid,
        credited: sums.credited)
    }
    let receipt = ReceiptTerms(
      amount: money.amount, booked: money.day, covers: covers, returns: match.returns,
      because: money.because, booking: money.booking)
    return EntryBody(receipt.besides(file, books))
  }

  /// What the customer contests of an invoice beside what it pays.
  private func dispute(
    _ reason: String, _ amount: Money, on item: OpenItem, paying paid: Int64, _ policy: Policy
  ) throws(CallProblem) -> DisputeTerms {
    guard policy.disputeReasons.contains(where: { $0.code == reason && !$0.isRetired }) else {
      throw CallProblem(.disputeReason, "“\(reason)” is not a reason for a dispute.")
    }
    let sums = applied[item.invoice.id] ?? AppliedSums()
    // What this receipt pays is there when the dispute begins.
    let cover = CoveredInvoice(
      number: item.invoice.number, amount: amount, paid: sums.paid &+ paid, credited: sums.credited)
    var days = 1
    if case .businessDays(let count) = policy.results.first(where: \.holdsDispute)?.returns { days = count }
    return DisputeTerms(
      reason: reason, amount: amount, covers: [cover],
      dueOn: policy.office.day(days, businessDaysAfter: asOf), owner: policy.disputes.owner(of: reason))
  }

  private func booksNow() throws(CallProblem) -> BooksNow {
    do throws(MoneyError) { return try BooksNow(file, asOf: asOf) } catch { throw CallProblem(error) }
  }
}

extension ReceiptTerms {
  /// The same, naming the payments that the books have of about its day. One of its amount that is put against nothing, or
  /// against its own invoices, is it.
  fileprivate func besides(_ file: AccountFile, _ books: BooksNow) -> ReceiptTerms {
    var terms = self
    let same = file.credits.first { isLike($0) && books.mayBe($0, covers) }
    terms.others = file.credits.filter { isNear($0) && $0.id != same?.id }.map(\.number)
    return terms
  }
}

/// What books alone have applied to invoices, less what banks took back of it.
private struct BooksNow {
  private let items: OpenItems
  private let completed: CompletedBooks?

  init(_ file: AccountFile, asOf day: CalendarDay) throws(MoneyError) {
    var asOf = AsOf(day)
    items = try OpenItems(file, AgingPolicy(), &asOf, isNamed: true)
    completed = try CompletedBooks(file, items, EntriesInForce(file, &asOf), asOf: day)
  }

  /// Whether a payment that no receipt is yet is put against nothing, or against one of these invoices.
  func mayBe(_ credit: Credit, _ covers: [CoveredInvoice]) -> Bool {
    guard completed?.claimed.contains(credit.id) != true else { return false }
    let invoices = Set(covers.compactMap { items.place(number: $0.number) }.map { items[$0].invoice.id })
    let applied = items.applications.filter { $0.credit == credit.id }
    return applied.isEmpty || applied.contains { invoices.contains($0.invoice) }
  }

  /// What they have of an invoice. Throws `CallProblem` where a sum does not fit.
  func sums(_ number: String) throws(CallProblem) -> AppliedSums {
    guard let place = items.place(number: number) else { return AppliedSums() }
    do throws(MoneyError) {
      if let completed { return try completed.sums(at: place) }
      return try items.appliedSums(at: place)
    } catch {
      throw CallProblem(error)
    }
  }
}
