/// The books of one account while rows of files are taken into them: everything of it in hand, found by number.
///
/// Documents and applications stand in the order of their row numbers, which are given here: one more than the largest
/// that the account has.
public struct AccountAtWork {
  /// Who owes, as the rows so far say.
  public internal(set) var customer: Customer
  /// The people there, in the order of the books.
  public internal(set) var contacts: [Contact]
  /// By row number.
  public private(set) var invoices: [Invoice]
  /// By row number.
  public private(set) var credits: [Credit]
  /// Whether the rows made anything of the account different.
  public internal(set) var isChanged = false
  /// Whether any invoice had another number.
  private(set) var hasFormer = false
  /// Whether any credit waits for an invoice.
  private(set) var isAwaited = false
  /// Whether any credit is what an invoice was paid too much.
  private(set) var hasExcess = false
  /// Whether no file that was taken before has made it, nor the book.
  var isNew: Bool
  var applied: AppliedAmounts
  private var invoiceKeys = DocumentPlaces()
  private var creditNoteKeys = DocumentPlaces()
  private var paymentKeys = DocumentPlaces()
  /// Invoices and credits that the file lists so far, by their places.
  private var listedInvoices: [Bool] = []
  private var listedCredits: [Bool] = []
  /// From these places on they are new in the file.
  private(set) var firstNewInvoice = 0
  private(set) var firstNewCredit = 0
  /// Invoices with numbers that are not in Latin capitals, by what they look like; nil before somebody asked.
  private var oddInvoices: [String: String]?

  /// The books of `file`; `isNew` when no book had the account before.
  public init(_ file: AccountFile, isNew: Bool) {
    self.isNew = isNew
    customer = file.customer
    contacts = file.contacts
    invoices = file.invoices.sorted { $0.id < $1.id }
    credits = file.credits.sorted { $0.id < $1.id }
    applied = AppliedAmounts()
    // Of two that an earlier version had as two and that count as one now, the one that is spelled plainly is meant, else
    // the first.
    for (place, invoice) in invoices.enumerated() {
      note(invoice.number, at: place)
      if !invoice.formerNumbers.isEmpty { hasFormer = true }
    }
    for (place, credit) in credits.enumerated() {
      note(credit.kind, DocumentKey(credit.number).text, of: credit.number, at: place)
      if !credit.waiting.isEmpty { isAwaited = true }
    }
    applied.reserve(file.applications.count, invoices: invoices.count, credits: credits.count)
    for application in file.applications.sorted(by: { $0.id < $1.id }) {
      applied.add(
        application, invoice: place(of: application.invoice),
        credit: application.credit.flatMap { place(ofCredit: $0) })
    }
  }

  /// Begins the next file, of so many rows, the first of which is a document of `kind`.
  mutating func beginFile(_ kind: IncomingDocument.Kind?, rows: Int) {
    switch kind {
    case .invoice? where invoices.isEmpty:
      invoices.reserveCapacity(rows)
    case .some where credits.isEmpty:
      credits.reserveCapacity(rows)
      applied.reserve(rows, invoices: invoices.count, credits: rows)
    default: break
    }
    listedInvoices.removeAll(keepingCapacity: true)
    listedInvoices.append(contentsOf: repeatElement(false, count: invoices.count))
    listedCredits.removeAll(keepingCapacity: true)
    listedCredits.append(contentsOf: repeatElement(false, count: credits.count))
    (firstNewInvoice, firstNewCredit) = (invoices.count, credits.count)
  }

  /// The account as the files leave it.
  public func file(entries: [JournalEntry], version: Int64) -> AccountFile {
    var file = AccountFile(
      customer: customer, contacts: contacts, invoices: invoices, credits: credits,
      applications: applied.left, entries: entries, version: version)
    file.putInOrder()
    return file
  }
}

// MARK: Documents by number

extension AccountAtWork {
  func place(ofInvoice key: String) -> Int? { invoiceKeys.place(of: key) }

  /// The invoices of that key where there are several; none otherwise.
  func invoicePlaces(ofKey key: String) -> [Int] { invoiceKeys.several(of: key) }

  /// An invoice is found by its number, also by what stands before the day in it.
  private mutating func note(_ number: String, at place: Int) {
    invoiceKeys.add(DocumentKey(number).text, of: number, at: place)
    if let base = DatedNumber.base(of: number) {
      invoiceKeys.add(DocumentKey(base).text, of: number, at: place)
    }
  }

  /// A credit note and a payment may have the same number.
  func place(ofCredit key: String, _ kind: Credit.Kind) -> Int? {
    kind == .payment ? paymentKeys.place(of: key) : creditNoteKeys.place(of: key)
  }

  private mutating func note(_ kind: Credit.Kind, _ key: String, of number: String, at place: Int) {
    if kind == .payment {
      if !hasExcess, number.utf8.count > 9, number.hasSuffix(IncomingDocument.excessMark) { hasExcess = true }
      paymentKeys.add(key, of: number, at: place)
    } else {
      creditNoteKeys.add(key, of: number, at: place)
    }
  }

  private func place(of invoice: DocumentID) -> Int? {
    let place = invoices.firstPlace { $0.id >= invoice }
    return place < invoices.count && invoices[place].id == invoice ? place : nil
  }

  private func place(ofCredit credit: DocumentID) -> Int? {
    let place = credits.firstPlace { $0.id >= credit }
    return place < credits.count && credits[place].id == credit ? place : nil
  }

  /// False when the file lists it for the second time.
  mutating func list(invoice place: Int) -> Bool {
    defer { listedInvoices[place] = true }
    return !listedInvoices[place]
  }

  /// False when the file lists it for the second time.
  mutating func list(credit place: Int) -> Bool {
    defer { listedCredits[place] = true }
    return !listedCredits[place]
  }

  func isListed(invoice place: Int) -> Bool { listedInvoices[place] }

  func isListed(credit place: Int) -> Bool { listedCredits[place] }

  /// Adds the document as a new invoice, which is listed then; its place.
  mutating func add(invoice document: IncomingDocument, due: CalendarDay) -> Int {
    let id = DocumentID(rawValue: (invoices.last?.id.rawValue ?? 0) &+ 1)
    invoices.append(
      Invoice(
        id: id, number: document.number, issued: document.issued, due: due, original: document.amount,
        reference: document.reference))
    note(document.number, at: invoices.count - 1)
    listedInvoices.append(true)
    return invoices.count - 1
  }

  /// Adds a new payment or credit note under that number, which is listed then; its place.
  mutating func add(
    _ kind: Credit.Kind, _ document: IncomingDocument, as number: String, key: String, amount: Money
  ) -> Int {
    let id = DocumentID(rawValue: (credits.last?.id.rawValue ?? 0) &+ 1)
    credits.append(
      Credit(
        id: id, number: number, kind: kind, dated: document.issued, amount: amount,
        method: document.method))
    note(kind, key, of: number, at: credits.count - 1)
    listedCredits.append(true)
    return credits.count - 1
  }

  mutating func replace(invoice place: Int, by document: IncomingDocument) {
    invoices[place].issued = document.issued
    invoices[place].due = document.due
    invoices[place].original = document.amount
    invoices[place].reference = document.reference
  }

  /// Gives the invoice at a place another number, which is found by that too from now on.
  mutating func renumber(invoice place: Int, _ number: String) {
    invoices[place].number = number
    note(number, at: place)
  }

  /// It is not found by the number that it had any more.
  private mutating func forget(_ number: String, at place: Int) {
    for text in [number, DatedNumber.base(of: number) ?? number] {
      invoiceKeys.remove(DocumentKey(text).text, at: place)
    }
  }

  /// The same for one that lists knew by its number: what was said of it then holds for it.
  mutating func renumber(known place: Int, _ number: String) {
    forget(invoices[place].number, at: place)
    hasFormer = true
    invoices[place].formerNumbers.append(DocumentKey(invoices[place].number).text)
    renumber(invoice: place, number)
  }

  mutating func replace(credit place: Int, by document: IncomingDocument, _ amount: Money) {
    credits[place].dated = document.issued
    credits[place].amount = amount
    credits[place].method = document.method ?? credits[place].method
    credits[place].spent = nil
  }

  /// Keeps which invoices a credit waits for.
  mutating func wait(for waiting: [WaitingApplication], credit place: Int) {
    credits[place].waiting = waiting
    if !waiting.isEmpty { isAwaited = true }
  }

  mutating func spend(credit place: Int, on day: CalendarDay) { credits[place].spent = day }

  /// The number of an older invoice that looks like `key`, which is not its own, and is in odd letters.
  mutating func invoice(looking look: String) -> String? {
    if oddInvoices == nil {
      oddInvoices = [:]
      for invoice in invoices[..<firstNewInvoice] {
        let key = DocumentKey(invoice.number)
        if key.look != key.text { oddInvoices?[key.look] = invoice.number }
      }
    }
    return oddInvoices?[look]
  }

  mutating func remember(_ number: String, looking look: String) { oddInvoices?[look] = number }
}

// MARK: Applications

extension AccountAtWork {
  /// Puts `amount` minor units against the invoice at a place, unless that is nothing.
  mutating func apply(
    _ amount: Int64, to invoice: Int, credit: Int? = nil, source: Application.Source, dated: CalendarDay,
    reverses: Int64? = nil
  ) {
    guard amount != 0 else { return }
    applied.add(
      Application(
        id: applied.nextID, invoice: invoices[invoice].id, credit: credit.map { credits[$0].id },
        source: source, dated: dated, amount: amount, reverses: reverses),
      invoice: invoice, credit: credit)
  }

  /// The place of the credit that an application uses.
  func creditPlace(of application: Application) -> Int? { application.credit.flatMap { place(ofCredit: $0) } }

  /// The place of the invoice that an application is put against.
  func invoicePlace(of application: Application) -> Int? { place(of: application.invoice) }
}
