/// What was taken back by the accounting system: void, cancelled, a draft again.
extension BooksMerge {
  /// Closes what the book has of the document, as cancelled: nobody has paid it. What the book does not have is nothing to
  /// it.
  mutating func cancel(_ row: IncomingRow, of account: inout AccountAtWork) {
    guard let document = row.document else { return }
    refusingOverflow(of: document, row.line) { (merge) throws(MoneyError) in
      let isCancelled =
        document.kind == .invoice
        ? try merge.cancel(invoice: document, of: &account, row.line)
        : try merge.cancel(credit: document, of: &account, row.line)
      guard isCancelled else { return }
      account.isChanged = true
      merge.result.notes.cancelled.add(
        line: row.line, column: merge.terms.headings[.number], "\"\(document.number)\"")
    }
  }

  private mutating func cancel(
    invoice document: IncomingDocument, of account: inout AccountAtWork, _ line: Int
  ) throws(MoneyError) -> Bool {
    guard case .known(let place) = account.match(invoice: document, key: DocumentKey(document.number).text)
    else { return false }
    let invoice = account.invoices[place]
    let places = account.applied.places(ofInvoice: place)
    // A list that left it out did not know that nobody had paid it.
    let cleared = places.filter { account.applied[$0].isClearance }
    let paid = try account.applied.sum(of: places).subtractingChecked(account.applied.sum(of: cleared))
    let open = try invoice.original.minor.subtractingChecked(paid)
    guard open > 0 else { return false }
    let day = min(cleared.first.map { account.applied[$0].dated } ?? terms.effective, terms.effective)
    for place in cleared { account.applied.remove(at: place) }
    account.apply(open, to: place, source: .cancelled, dated: day)
    if terms.snapshot != nil { openCount += 1 }
    result.invoices.closed += 1
    note(
      .closed, line: line, "invoice \(invoice.number) of \(account.customer.number)",
      "cancelled, \(Money(minor: open, invoice.original.currency))")
    return true
  }

  /// A payment or credit note that is cancelled has paid nothing: what it was put against is open again.
  private mutating func cancel(
    credit document: IncomingDocument, of account: inout AccountAtWork, _ line: Int
  ) throws(MoneyError) -> Bool {
    let kind: Credit.Kind = document.kind == .payment ? .payment : .creditNote
    guard let place = account.place(ofCredit: DocumentKey(document.number).text, kind),
      account.credits[place].spent == nil
    else { return false }
    let all = account.applied.places(ofCredit: place).map { account.applied[$0] }
    for application in all where application.amount > 0 {
      let part = try all.unreversed(application)
      guard part > 0, let invoice = account.invoicePlace(of: application) else { continue }
      account.apply(
        -part, to: invoice, credit: place, source: application.source,
        dated: max(terms.effective, application.dated), reverses: application.id)
    }
    account.spend(credit: place, on: max(terms.effective, account.credits[place].dated))
    result.payments.closed += 1
    note(
      .closed, line: line, "\(kind == .payment ? "payment" : "credit note") \(document.number)", "cancelled")
    return true
  }

  /// What was cancelled and is listed again is owed again. What was done, for people; nil when nothing had to be.
  mutating func restore(invoice place: Int, of account: inout AccountAtWork) throws(MoneyError) -> String? {
    let all = account.applied.places(ofInvoice: place).map { account.applied[$0] }
    var isRestored = false
    for application in all where application.source == .cancelled && application.amount > 0 {
      let part = try all.unreversed(application)
      guard part > 0 else { continue }
      account.apply(
        -part, to: place, source: .cancelled, dated: max(terms.effective, application.dated),
        reverses: application.id)
      isRestored = true
    }
    return isRestored ? "no longer cancelled" : nil
  }
}

extension Application {
  /// Whether a list that left the invoice out implies it, and nothing else.
  fileprivate var isClearance: Bool { source == .cleared && credit == nil && amount > 0 && reverses == nil }
}
