/// Another customer of the books who belongs to an account, as of now.
public struct RelatedCustomer: Hashable, Sendable {
  /// How it belongs to it.
  public enum Standing: Hashable, Sendable {
    /// Its books are in the account's, since it is the same customer or a branch worked with it.
    case together(CustomerRelation.Kind)
    /// A branch that is worked for itself.
    case branch
    /// The head of the group that the account is in.
    case head

    /// For programs: the kind of relation, or `"head"`.
    public var word: String {
      switch self {
      case .together(let kind): kind.rawValue
      case .branch: CustomerRelation.Kind.group.rawValue
      case .head: "head"
      }
    }
  }

  /// Its number and name, as they were when the relation was recorded.
  public var name: AccountName
  /// How it belongs to the account.
  public var standing: Standing

  /// A customer of that number and name.
  public init(_ name: AccountName, standing: Standing) {
    self.name = name
    self.standing = standing
  }

  /// Whether its books are in the account's.
  public var isTogether: Bool { if case .together = standing { true } else { false } }

  /// `"also 10533 Elm Metals Incorporated"`.
  public var words: String {
    switch standing {
    case .together(.branch): "with branch \(name.who)"
    case .together: "also \(name.who)"
    case .branch: "group with \(name.who)"
    case .head: "in the group of \(name.who)"
    }
  }
}

extension AccountFile {
  /// Row numbers of documents and applications of the customer at a place of `related`, so that no two are the same: they
  /// count within each customer, and where they count within an old book they stay far below this.
  private static let stride: Int64 = 1 << 40

  /// Takes in the books and journal of a customer that is worked together with this one. Nothing of it is stored: both
  /// stay apart in the books, and an import goes on as if nothing had happened.
  ///
  /// What both have is one: of an invoice with the same number, amount and day the one counts of which less is open, so
  /// that nobody is asked for what one of two lists knows to be paid. Another invoice of a number that is taken gets the
  /// customer's behind it: `"1001/10533"`. What the account's own books say of the customer goes first.
  public mutating func take(_ other: AccountFile, as relation: RelatedCustomer) {
    beginNames()
    names?.add(other, isHere: true)
    related.append(relation)
    var other = other.shifted(by: Int64(related.count) * Self.stride)
    leaveOneOfEach(&other)
    var taken = Set(invoices.map { DocumentKey($0.number) })
    for place in other.invoices.indices {
      let number = other.invoices[place].number
      if taken.contains(DocumentKey(number)), var names {
        other.invoices[place].number = names.rename(number, of: other.customer, taken: taken)
        self.names = names
      }
      taken.insert(DocumentKey(other.invoices[place].number))
    }
    customer.terms = customer.terms ?? other.customer.terms
    customer.creditLimit = customer.creditLimit ?? other.customer.creditLimit
    customer.collector = customer.collector ?? other.customer.collector
    customer.paymentRun = customer.paymentRun ?? other.customer.paymentRun
    customer.timeZone = customer.timeZone ?? other.customer.timeZone
    contacts += other.contacts.filter { other in !contacts.contains { $0.isReachedLike(other) } }
    invoices += other.invoices
    credits += other.credits
    applications += other.applications
    take(other.entries)
    version &+= other.version
    putInOrder()
  }

  /// Adds entries of another journal that are not there yet, in the order in which all were written.
  public mutating func take(_ others: [JournalEntry]) {
    let known = Set(entries.map(\.number))
    entries += others.filter { !known.contains($0.number) }
    entries.sort { $0.number < $1.number }
  }

  /// Whose books a document is of, where they are not the account's own.
  public func owner(of document: DocumentID) -> RelatedCustomer? {
    let place = document.rawValue / Self.stride - 1
    return place >= 0 && place < Int64(related.count) ? related[Int(place)] : nil
  }

  private func shifted(by distance: Int64) -> AccountFile {
    func shifted(_ id: DocumentID) -> DocumentID { DocumentID(rawValue: id.rawValue + distance) }
    var file = self
    file.invoices = invoices.map { invoice in
      Invoice(
        id: shifted(invoice.id), number: invoice.number, issued: invoice.issued, due: invoice.due,
        original: invoice.original, reference: invoice.reference, formerNumbers: invoice.formerNumbers)
    }
    file.credits = credits.map { credit in
      Credit(
        id: shifted(credit.id), number: credit.number, kind: credit.kind, dated: credit.dated,
        amount: credit.amount, method: credit.method, spent: credit.spent, waiting: credit.waiting)
    }
    file.applications = applications.map { application in
      Application(
        id: application.id + distance, invoice: shifted(application.invoice),
        credit: application.credit.map(shifted), source: application.source, dated: application.dated,
        amount: application.amount, reverses: application.reverses.map { $0 + distance })
    }
    return file
  }
}

// MARK: What both have

extension AccountFile {
  /// What makes two invoices of different books one.
  private struct SameInvoice: Hashable {
    let number: DocumentKey
    let original: Money
    let issued: CalendarDay
  }

  /// What makes two credits one.
  private struct SameCredit: Hashable {
    let number: String
    let kind: Credit.Kind
    let amount: Money
    let dated: CalendarDay

    init?(_ credit: Credit) {
      guard !credit.number.isEmpty else { return nil }
      (number, kind, amount, dated) = (credit.number, credit.kind, credit.amount, credit.dated)
    }
  }

  private mutating func leaveOneOfEach(_ other: inout AccountFile) {
    let credits = Dictionary(
      self.credits.compactMap { credit in SameCredit(credit).map { ($0, credit.id) } },
      uniquingKeysWith: { first, _ in first })
    let both = other.credits.compactMap { credit in
      SameCredit(credit).flatMap { credits[$0] }.map { (own: $0, other: credit.id) }
    }
    let mine = Dictionary(
      invoices.map {
        (SameInvoice(number: DocumentKey($0.number), original: $0.original, issued: $0.issued), $0.id)
      },
      uniquingKeysWith: { first, _ in first })
    let (applied, othersApplied) = (appliedByInvoice, other.appliedByInvoice)
    for invoice in other.invoices {
      let same = SameInvoice(
        number: DocumentKey(invoice.number), original: invoice.original, issued: invoice.issued)
      guard let own = mine[same] else { continue }
      if othersApplied[invoice.id] ?? 0 > applied[own] ?? 0 { cutOut(own) } else { other.cutOut(invoice.id) }
    }
    for (own, others) in both {
      if !other.uses(others) {
        other.credits.removeAll { $0.id == others }
      } else if !uses(own) {
        self.credits.removeAll { $0.id == own }
      }
    }
  }

  private func uses(_ credit: DocumentID) -> Bool { applications.contains { $0.credit == credit } }

  /// Minor units; what does not fit is as much as fits.
  private var appliedByInvoice: [DocumentID: Int64] {
    applications.reduce(into: [:]) { sums, application in
      let sum = (sums[application.invoice] ?? 0).addingReportingOverflow(application.amount)
      sums[application.invoice] = sum.overflow ? .max : sum.partialValue
    }
  }

  /// Takes out an invoice, with what was put against it of each credit.
  private mutating func cutOut(_ invoice: DocumentID) {
    for application in applications where application.invoice == invoice {
      guard let id = application.credit, let place = credits.firstIndex(where: { $0.id == id }) else {
        continue
      }
      credits[place].amount.minor &-= application.amount
    }
    let spent = Set(
      applications.lazy.filter { $0.invoice == invoice }.compactMap(\.credit))
    credits.removeAll { spent.contains($0.id) && $0.amount.minor == 0 }
    applications.removeAll { $0.invoice == invoice }
    invoices.removeAll { $0.id == invoice }
  }
}

extension Contact {
  /// Whether two are one for whoever calls: the same name and address, and no number beside those here.
  fileprivate func isReachedLike(_ other: Contact) -> Bool {
    name == other.name && email == other.email
      && other.phones.allSatisfy { phone in phones.contains { $0.rings(at: phone) } }
  }
}
