/// Which invoice of an account a line means.
///
/// The number tells, and where several have it, or one has it that cannot be meant, the dates: numbers that restart, the
/// instalments of one invoice, and numbers that only differ in leading zeros side by side.
enum InvoiceMatch: Hashable {
  /// The one at that place.
  case known(Int)
  /// None that the account has.
  case new
  /// None that the account has, although one has its number: a number that restarted.
  case restarted
  /// Another instalment of the one at that place.
  case instalment(of: Int)
  /// Another one than that at a place, whose number only differs in leading zeros.
  case apart(from: Int)
}

extension AccountAtWork {
  /// The invoice that `document` means, whose number has that key.
  func match(invoice document: IncomingDocument, key: String) -> InvoiceMatch {
    guard let main = place(ofInvoice: key) else {
      guard hasFormer else { return .new }
      // An older list may still call it by the number that it had.
      let former = invoices.indices.first { place in
        invoices[place].formerNumbers.contains(key) && invoices[place].issued == document.issued
          && !isListed(invoice: place)
      }
      return former.map { .known($0) } ?? .new
    }
    let several = invoicePlaces(ofKey: key)
    guard !several.isEmpty else { return match(document, only: main) }
    let sameDays = several.filter { document.hasDays(of: invoices[$0]) }
    if let place = sameDays.first(where: { invoices[$0].number == document.number }) ?? sameDays.first {
      return .known(place)
    }
    let free = several.filter { !isListed(invoice: $0) && !document.isRestart(of: invoices[$0]) }
    if let place = free.min(by: { distance($0, document) < distance($1, document) }) { return .known(place) }
    if let place = several.first(where: { document.isInstalment(of: invoices[$0]) }) {
      return .instalment(of: place)
    }
    if several.allSatisfy({ document.isRestart(of: invoices[$0]) }) { return .restarted }
    return .known(main)
  }

  private func match(_ document: IncomingDocument, only place: Int) -> InvoiceMatch {
    let stored = invoices[place]
    guard document.issued != stored.issued || document.due != stored.due else { return .known(place) }
    if document.isRestart(of: stored) { return .restarted }
    guard isListed(invoice: place) else { return .known(place) }
    if document.isInstalment(of: stored) { return .instalment(of: place) }
    if document.issued != stored.issued, document.number != stored.number,
      DocumentKey(document.number).text == DocumentKey(stored.number).text
    {
      return .apart(from: place)
    }
    return .known(place)
  }

  private func distance(_ place: Int, _ document: IncomingDocument) -> (Int, Int, Int) {
    let stored = invoices[place]
    return (
      abs(stored.issued.distance(to: document.issued)), abs(stored.due.distance(to: document.due)), place
    )
  }

  /// The invoice that a payment names, where several have the number: one that it was put against already, else the first
  /// that is not paid.
  func place(ofInvoice number: String, paidBy credit: Int, _ amount: Int64) -> Int? {
    let key = DocumentKey(number).text
    let several = invoicePlaces(ofKey: key)
    guard several.count > 1 else {
      return place(ofInvoice: key)
        ?? invoices.firstIndex { $0.formerNumbers.contains { DocumentKey($0).text == key } }
    }
    let used = applied.places(ofCredit: credit).compactMap { invoicePlace(of: applied[$0]) }
    if let place = several.first(where: used.contains) { return place }
    let spelled = several.filter {
      (DatedNumber.base(of: invoices[$0].number) ?? invoices[$0].number) == number
    }
    let meant = spelled.isEmpty ? several : spelled
    let exact = meant.filter { place in
      let paid = (try? applied.sum(of: applied.places(ofInvoice: place))) ?? 0
      return invoices[place].original.minor - paid == amount
    }
    return exact.first
      ?? meant.first {
        ((try? applied.sum(of: applied.places(ofInvoice: $0))) ?? 0) < invoices[$0].original.minor
      }
      ?? meant[0]
  }
}

extension IncomingDocument {
  /// Numbers do not restart within so many days; what changes sooner is a correction.
  private static let restartDays = 60

  /// Whether it has the number of another document that is no more than a namesake: other dates, another amount, and long
  /// before or after.
  func isRestart(of stored: Invoice) -> Bool {
    !assumed.contains(.issued) && due != stored.due
      && (assumed.contains(.amount) ? amount.minor > stored.original.minor : amount != stored.original)
      && isRestart(of: stored.issued)
  }

  /// The same of a payment or credit note, which has no due date.
  func isRestart(of stored: Credit) -> Bool {
    !assumed.contains(.amount) && amount != stored.amount && isRestart(of: stored.dated)
  }

  /// Whether it is of a day that is far from that of another document of the number.
  func isRestart(of day: CalendarDay) -> Bool { abs(day.distance(to: issued)) >= Self.restartDays }

  /// Whether it and another document of its number are of days far from each other.
  func isFar(from other: IncomingDocument) -> Bool {
    !assumed.contains(.issued) && !other.assumed.contains(.issued) && isRestart(of: other.issued)
  }

  /// Whether all that identifies it besides the number is different, but not so long ago: a correction, which is told.
  func isCorrected(from stored: Invoice) -> Bool {
    !assumed.contains(.issued) && !assumed.contains(.amount) && issued != stored.issued && due != stored.due
      && amount != stored.original
  }

  /// Whether it is another part of an invoice that is to be paid in parts, each of which tells what is open of it.
  fileprivate func isInstalment(of stored: Invoice) -> Bool {
    open != nil && !assumed.contains(.due) && issued == stored.issued && due != stored.due
      && amount.currency == stored.original.currency
  }

  fileprivate func hasDays(of stored: Invoice) -> Bool {
    (assumed.contains(.issued) || issued == stored.issued) && (assumed.contains(.due) || due == stored.due)
  }

  /// With a number of its own where another document has it: `"17 (2026-03-01)"`.
  func numbered(_ day: CalendarDay) -> IncomingDocument {
    var document = self
    document.number = DatedNumber.text(number, day)
    return document
  }
}

/// The number of a document beside another one of the same number: with the day that tells them apart.
enum DatedNumber {
  /// `"17 (2026-03-01)"`.
  static func text(_ number: String, _ day: CalendarDay) -> String { "\(number) (\(day.iso))" }

  /// The number without a day; nil for one that has none.
  static func base(of number: String) -> String? {
    guard number.utf8.count >= 13, number.utf8.last == 0x29,
      number.utf8.suffix(13).starts(with: [0x20, 0x28])
    else { return nil }
    let day = String(number.suffix(11).dropLast())
    guard CalendarDay(iso: day) != nil else { return nil }
    return String(number.dropLast(13))
  }
}
