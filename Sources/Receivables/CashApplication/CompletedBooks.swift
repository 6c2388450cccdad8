/// An account's books as of a day, completed by what a bank shows and they do not yet: money that somebody put against
/// invoices is there as if it were booked, until the books show it, and money that the bank took back is gone as if that
/// were booked. The books' later word wins.
///
/// Where the books have a payment of the same amount and about the same day, that is the receipt's. Where they tell of money
/// without saying which payment it is, as lists of open items do, it counts unit by unit: what was on an invoice when a
/// receipt was recorded is known, the units of receipts follow in their order, and of these the books have as many as they
/// show beyond what was known.
struct CompletedBooks {
  /// The books with payments, credit notes and applications that they do not have yet.
  private(set) var file: AccountFile
  /// How each receipt in force stands.
  private(set) var standings: [MatterID: ReceiptStanding] = [:]
  /// When the bank booked the money of applications in the books that receipts told of before.
  private(set) var receivedOn: [Int64: CalendarDay] = [:]

  private let items: OpenItems
  private let day: CalendarDay
  private var invoices: [Int: InvoiceUnits] = [:]
  private var recorded: [MatterID: RecordedParts] = [:]
  /// The payments under which the books have receipts.
  private var payments: [MatterID: Credit] = [:]
  /// Their rows.
  private(set) var claimed: Set<DocumentID> = []
  /// What banks took back of the invoices, as it was recorded.
  private var returns: [Int: Int64] = [:]
  /// Receipts of which something was taken back.
  private var returned: Set<MatterID> = []
  /// Receipts that count for nothing, and those that tell of the same money.
  private var again: [MatterID: MatterID] = [:]
  /// What later payments of the books were found to be of what is put against nothing.
  private var found: [Currency: Int64] = [:]
  private var lastID = Self.firstID

  /// Numbers from here on are of rows that the books do not have.
  static let firstID: Int64 = 1 << 62

  /// `items` are the open items of the file as of `day`; nil without receipts. Those that were taken back count for
  /// nothing. Throws `MoneyError.overflow`.
  init?(
    _ file: AccountFile, _ items: OpenItems, _ entries: EntriesInForce, asOf day: CalendarDay
  ) throws(MoneyError) {
    let receipts = entries.opened.compactMap { TakenMatter<ReceiptTerms>($0) }
    guard !receipts.isEmpty else { return nil }
    self.file = file
    self.items = items
    self.day = day
    let inForce = receipts.filter { $0.voidedBecause == nil && $0.withdrawal == nil }
    findAgain(receipts, inForce)
    for receipt in inForce where receipt.terms.isReturn { note(return: receipt.terms) }
    for fit in Fit.allCases {
      for receipt in inForce where payments[receipt.id] == nil {
        guard let payment = payment(of: receipt.terms, fit) else { continue }
        payments[receipt.id] = payment
        claimed.insert(payment.id)
      }
    }
    var waiting = inForce.filter(\.terms.isReturn)
    for receipt in inForce {
      if !receipt.terms.isReturn { try add(receipt) }
      // What came back of money that was recorded again goes after that.
      for back in waiting where back.id <= receipt.id && isRecorded(back.terms) {
        try takeBack(back)
        waiting.removeAll { $0.id == back.id }
      }
    }
    for receipt in inForce { try credit(receipt) }
    self.file.putInOrder()
  }
}

extension CompletedBooks {
  private mutating func add(_ receipt: TakenMatter<ReceiptTerms>) throws(MoneyError) {
    let terms = receipt.terms
    let payment = payments[receipt.id]
    // Money that the books have and did not put against anything is put where the receipt says.
    var left = payment.map { unapplied(of: $0) } ?? terms.amount.minor
    var parts: [ReceiptPart] = []
    for cover in terms.covers {
      guard let place = place(of: cover, parts) else { continue }
      var invoice = self.invoice(at: place)
      let amount = cover.amount.minor
      var start: Int64?
      var shown: Int64
      if let payment {
        shown = min(invoice.money { $0.credit == payment.id }, amount)
        for money in invoice.applied where money.application.credit == payment.id {
          receivedOn[money.application.id] = terms.booked
        }
      } else {
        let first = try cover.paid.addingChecked(invoice.received)
        start = first
        shown = min(max(invoice.paid &- first, 0), amount)
        invoice.received = try invoice.received.addingChecked(amount)
        invoice.shown += shown
        note(terms.booked, first..<(try first.addingChecked(amount)), of: invoice)
      }
      // What the books had and took back since, without the bank, is not put there again.
      let undone =
        returned.contains(receipt.id)
        ? 0 : invoice.takeReopened(amount - shown, since: terms.booked)
      shown += undone
      let added = min(amount - shown, invoice.room, payment == nil ? .max : left)
      invoice.room -= added
      left -= added
      invoices[place] = invoice
      parts.append(ReceiptPart(place: place, start: start, amount: amount, shown: shown, added: added))
    }
    let shown = try parts.sum(\.shown)
    let added = try parts.sum(\.added)
    let isInBooks = payment != nil || (!parts.isEmpty && parts.allSatisfy { $0.shown == $0.amount })
    let loose = isInBooks ? 0 : max(terms.amount.minor - shown - added, 0)
    let awaited = added + loose - foundSince(receipt, upTo: loose)
    recorded[receipt.id] = RecordedParts(parts: parts, rest: awaited - added)
    var standing = ReceiptStanding(awaited: awaited)
    if let payment, try shown.addingChecked(added) < parts.sum(\.amount) {
      standing.elsewhere = payment.number
    }
    standings[receipt.id] = standing
    guard awaited > 0 else { return }
    let credit = payment?.id ?? append(.payment, terms, awaited)
    recorded[receipt.id]?.credit = credit
    for part in parts where part.added > 0 {
      append(part.added, at: part.place, of: credit, .payment, dated: terms.booked)
    }
  }

  private mutating func takeBack(_ receipt: TakenMatter<ReceiptTerms>) throws(MoneyError) {
    let terms = receipt.terms
    let id = terms.returns.map { again[$0] ?? $0 }
    let amount = Int64(clamping: terms.amount.minor.magnitude)
    var earlier = id.flatMap { recorded[$0] }
    var left = amount
    var taken: [(place: Int, amount: Int64)] = []
    for cover in terms.covers {
      guard let place = place(of: cover, []) else { continue }
      var invoice = self.invoice(at: place)
      let returned = min(cover.amount.minor, left)
      let index = earlier?.parts.firstIndex { $0.place == place }
      let part = index.flatMap { earlier?.parts[$0] } ?? lastUnits(returned, of: cover, in: invoice)
      let kept = max(part.amount - returned, 0)
      var booked = max(part.shown - kept, 0)
      if let start = part.start {
        // Money that the books date later is not what came back; lists and bookings of these days may still lack it.
        let then = invoice.money { $0.dated <= terms.booked.advanced(by: $0.source == .cleared ? 7 : 3) }
        booked = min(booked, max(min(max(then &- start, 0), part.amount) - kept, 0))
        invoice.paid &-= booked
        if index != nil {
          invoice.received -= returned
          invoice.shown -= min(part.shown, returned)
        }
      }
      let awaited = min(returned, part.added)
      invoice.room = try invoice.room.addingChecked(booked + awaited)
      invoices[place] = invoice
      if let index { earlier?.parts[index].added -= awaited }
      left -= earlier == nil ? returned : booked + awaited
      if booked + awaited > 0 { taken.append((place, booked + awaited)) }
    }
    if let id, var earlier {
      // What was put against nothing goes back with it.
      let isInBooks = earlier.rest == 0 && payments[id] != nil
      let there = payments[id].map { unapplied(of: $0) } ?? 0
      let rest = isInBooks ? (payments[receipt.id] == nil ? min(left, there) : 0) : min(left, earlier.rest)
      earlier.rest = max(earlier.rest - rest, 0)
      if !isInBooks { lower(earlier.credit, by: rest) }
      recorded[id] = earlier
      var standing = standings[id] ?? ReceiptStanding()
      standing.returned = try standing.returned.addingChecked(amount)
      standing.returnedOn = terms.booked
      standing.awaited = try earlier.rest.addingChecked(earlier.parts.sum(\.added))
      standings[id] = standing
      left = isInBooks ? rest : 0
    } else if payments[receipt.id] != nil {
      left = 0
    }
    standings[receipt.id] = ReceiptStanding()
    let size = taken.reduce(left) { $0 &+ $1.amount }
    guard size > 0 else { return }
    let credit = append(.payment, terms, -size)
    for (place, amount) in taken { append(-amount, at: place, of: credit, .payment, dated: terms.booked) }
  }

  /// Without a receipt the last units are meant that the books had.
  private func lastUnits(_ returned: Int64, of cover: CoveredInvoice, in invoice: InvoiceUnits) -> ReceiptPart
  {
    let start = cover.paid &- returned
    let shown = min(max(invoice.paid &- start, 0), returned)
    return ReceiptPart(place: 0, start: start, amount: returned, shown: shown, added: 0)
  }

  /// What is granted counts like a credit note, until the books have one; what the bank took back is not granted.
  private mutating func credit(_ receipt: TakenMatter<ReceiptTerms>) throws(MoneyError) {
    let terms = receipt.terms
    guard var standing = standings[receipt.id], standing.returned == 0 else { return }
    for shortage in terms.shortages {
      guard let place = items.place(number: shortage.invoice),
        items[place].invoice.original.currency == shortage.amount.currency
      else { continue }
      var invoice = self.invoice(at: place)
      let start = max(shortage.credited, invoice.creditEnd)
      let amount = shortage.amount.minor
      let shown = min(max(invoice.credited &- start, 0), amount)
      let added = min(amount - shown, invoice.room)
      invoice.creditEnd = try start.addingChecked(amount)
      invoice.room -= added
      invoices[place] = invoice
      guard added > 0 else { continue }
      standing.toCredit = try standing.toCredit.addingChecked(added)
      let note = append(.creditNote, terms, added)
      append(added, at: place, of: note, .creditNote, dated: terms.booked)
    }
    standings[receipt.id] = standing
  }
}

extension CompletedBooks {
  /// What the books alone have applied to an invoice: money that is neither a receipt's nor was taken back, and credit notes.
  /// Throws `MoneyError.overflow`.
  func sums(at place: Int) throws(MoneyError) -> AppliedSums {
    var sums = try items.appliedSums(at: place)
    let invoice = self.invoice(at: place)
    sums.paid = invoice.paid &- invoice.shown
    return sums
  }

  /// Where the books have put a payment that may be a receipt's, the surest first.
  private enum Fit: CaseIterable {
    /// Against an invoice of the receipt, against nothing, against others.
    case same, nothing, others
  }

  /// The payment as which the books have a receipt: one of the same amount and about the same day, of those that came since.
  private func payment(of terms: ReceiptTerms, _ fit: Fit) -> Credit? {
    let places = terms.covers.compactMap { items.place(number: $0.number) }
    let invoices = Set(places.map { items[$0].invoice.id })
    return file.credits.first { credit in
      guard terms.isLike(credit), !claimed.contains(credit.id), !terms.others.contains(credit.number),
        credit.dated <= day
      else { return false }
      let applied = items.applications.filter { $0.credit == credit.id }
      if applied.contains(where: { invoices.contains($0.invoice) }) { return fit == .same }
      return applied.isEmpty ? fit == .nothing : fit == .others
    }
  }

  /// Somebody may have taken a receipt back and recorded the same money again: what came back of the one came back of the
  /// other.
  private mutating func findAgain(
    _ all: [TakenMatter<ReceiptTerms>], _ inForce: [TakenMatter<ReceiptTerms>]
  ) {
    let standing = Set(inForce.map(\.id))
    for receipt in all where !standing.contains(receipt.id) && !receipt.terms.isReturn {
      again[receipt.id] =
        inForce.last { $0.terms.booking == receipt.terms.booking && $0.terms.amount == receipt.terms.amount }?
        .id
    }
  }

  /// Whether that of which something came back is there.
  private func isRecorded(_ terms: ReceiptTerms) -> Bool {
    terms.returns.map { recorded[again[$0] ?? $0] != nil } ?? true
  }

  private mutating func note(return terms: ReceiptTerms) {
    if let id = terms.returns { returned.insert(again[id] ?? id) }
    for cover in terms.covers {
      guard let place = place(of: cover, []) else { continue }
      returns[place, default: 0] &+= cover.amount.minor
    }
  }

  /// What the books have of a payment and never put against anything, minor units.
  private func unapplied(of payment: Credit) -> Int64 {
    let left = items.unapplied.first { $0.credit.id == payment.id }?.left ?? 0
    let used = items.applications.reduce(0) { $1.credit == payment.id ? $0 &+ max($1.amount, 0) : $0 }
    return max(min(left, payment.amount.minor &- used), 0)
  }

  /// What of money that is put against nothing the books have by now: payments of about its day that came since, and what
  /// their lists show as paid of invoices that no receipt is about.
  private mutating func foundSince(_ receipt: TakenMatter<ReceiptTerms>, upTo limit: Int64) -> Int64 {
    guard limit > 0 else { return 0 }
    let terms = receipt.terms
    var sum = file.credits.reduce(Int64(0)) { sum, credit in
      guard terms.isNear(credit), credit.id.rawValue < Self.firstID, credit.amount.minor > 0,
        !claimed.contains(credit.id), !terms.others.contains(credit.number), credit.dated <= day
      else { return sum }
      return sum &+ credit.amount.minor
    }
    for application in items.applications
    where application.credit == nil && application.isMoney && application.dated > receipt.day {
      guard let place = items.place(of: application.invoice), invoices[place] == nil,
        items[place].invoice.original.currency == terms.amount.currency
      else { continue }
      sum = sum &+ application.amount
    }
    let found = min(max(sum - self.found[terms.amount.currency, default: 0], 0), limit)
    self.found[terms.amount.currency, default: 0] &+= found
    return found
  }

  private func invoice(at place: Int) -> InvoiceUnits {
    invoices[place] ?? InvoiceUnits(items, at: place, besides: claimed, returns: returns[place] ?? 0)
  }

  private func place(of cover: CoveredInvoice, _ parts: [ReceiptPart]) -> Int? {
    guard let place = items.place(number: cover.number), !parts.contains(where: { $0.place == place }),
      items[place].invoice.original.currency == cover.amount.currency
    else { return nil }
    return place
  }

  /// Money in the books counts from the day on which the bank had it.
  private mutating func note(_ booked: CalendarDay, _ units: Range<Int64>, of invoice: InvoiceUnits) {
    var end: Int64 = 0
    for money in invoice.applied where money.application.isMoney && money.net > 0 {
      if let credit = money.application.credit, claimed.contains(credit) { continue }
      let start = end
      end &+= money.net
      if start >= units.lowerBound, end <= units.upperBound { receivedOn[money.application.id] = booked }
    }
  }

  /// Less is there of money that came and went before it was put against anything.
  private mutating func lower(_ credit: DocumentID?, by amount: Int64) {
    guard let index = file.credits.lastIndex(where: { $0.id == credit }) else { return }
    file.credits[index].amount.minor -= amount
    if file.credits[index].amount.minor == 0 { file.credits.remove(at: index) }
  }

  private mutating func append(_ kind: Credit.Kind, _ terms: ReceiptTerms, _ amount: Int64) -> DocumentID {
    let id = DocumentID(rawValue: nextID())
    let number = terms.booking.bankReference ?? terms.booking.endToEnd ?? "bank \(terms.booked.iso)"
    file.credits.append(
      Credit(
        id: id, number: number, kind: kind, dated: terms.booked,
        amount: Money(minor: amount, terms.amount.currency)))
    return id
  }

  private mutating func append(
    _ amount: Int64, at place: Int, of credit: DocumentID, _ source: Application.Source,
    dated: CalendarDay
  ) {
    file.applications.append(
      Application(
        id: nextID(), invoice: items[place].invoice.id, credit: credit, source: source, dated: dated,
        amount: amount))
  }

  private mutating func nextID() -> Int64 {
    defer { lastID += 1 }
    return lastID
  }
}

extension ReceiptTerms {
  /// Whether a payment of the books may be this money: dates of accounting systems and banks are some days apart.
  func isLike(_ credit: Credit) -> Bool { isNear(credit) && credit.amount == amount }

  /// Whether a payment of the books is of about the same day.
  func isNear(_ credit: Credit) -> Bool {
    credit.kind == .payment && credit.amount.currency == amount.currency
      && (-7...30).contains(booked.distance(to: credit.dated))
  }
}

extension AccountFile {
  /// The same with books that are completed by what banks show, as of a day: rows that they do not have have numbers of their
  /// own. Throws `MoneyError.overflow`.
  public func completed(asOf day: CalendarDay) throws(MoneyError) -> AccountFile {
    var asOf = AsOf(day)
    let items = try OpenItems(self, AgingPolicy(), &asOf)
    return try CompletedBooks(self, items, EntriesInForce(self, &asOf), asOf: day)?.file ?? self
  }
}

extension Application {
  /// Whether the books do not have it: a bank shows it.
  var isAwaited: Bool { id >= CompletedBooks.firstID }
}
