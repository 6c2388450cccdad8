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
    let takenBack = Set(places.compactMap { account.applied[$0].reverses })
    let cleared = places.filter {
      account.applied[$0].isClearance && !takenBack.contains(account.applied[$0].id)
    }
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
    guard let place = account.place(ofCancelled: document, kind) else { return false }
    let invoices = Set(
      account.applied.places(ofCredit: place).compactMap { account.invoicePlace(of: account.applied[$0]) })
    var isTakenBack = false
    for invoice in invoices.sorted() {
      isTakenBack = try takeBack(credit: place, on: invoice, of: &account) || isTakenBack
    }
    let credit = account.credits[place]
    guard isTakenBack || credit.spent == nil || !credit.waiting.isEmpty else { return false }
    account.wait(for: [], credit: place)
    if credit.spent == nil { account.spend(credit: place, on: max(terms.effective, credit.dated)) }
    result.payments.closed += 1
    note(
      .closed, line: line, "\(kind == .payment ? "payment" : "credit note") \(document.number)", "cancelled")
    return true
  }

  /// Takes back what is left of a credit on an invoice: less what it gave back itself, and what others took back of it.
  private mutating func takeBack(
    credit place: Int, on invoice: Int, of account: inout AccountAtWork
  ) throws(MoneyError) -> Bool {
    let id = account.credits[place].id
    let all = account.applied.places(ofInvoice: invoice).map { account.applied[$0] }
    let own = all.filter { $0.credit == id }
    let ids = Set(own.map(\.id))
    let others = all.filter { $0.credit != id && ($0.reverses.map(ids.contains) ?? false) }
    var left = try own.sum().addingChecked(try others.sum())
    guard left > 0 else { return false }
    for application in own.reversed() where application.amount > 0 && left > 0 {
      let part = min(try all.unreversed(application), left)
      guard part > 0 else { continue }
      account.apply(
        -part, to: invoice, credit: place, source: application.source,
        dated: max(terms.effective, application.dated), reverses: application.id)
      left -= part
    }
    return true
  }

  /// What was cancelled and is listed again is owed again. What was done, for people; nil when nothing had to be.
  mutating func restore(invoice place: Int, of account: inout AccountAtWork) throws(MoneyError) -> String? {
    guard account.applied.isAnyCancelled else { return nil }
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

extension AccountAtWork {
  /// The place of the payment or credit note that is cancelled: of several with its number that of its day.
  fileprivate func place(ofCancelled document: IncomingDocument, _ kind: Credit.Kind) -> Int? {
    let dated = DocumentKey(DatedNumber.text(document.number, document.issued)).text
    let isDated = !document.assumed.contains(.issued)
    if isDated, let place = place(ofCredit: dated, kind) { return place }
    guard let place = place(ofCredit: DocumentKey(document.number).text, kind) else { return nil }
    guard isDated, credits[place].dated != document.issued else { return place }
    // A receipt may share its reference with others, a credit note hardly.
    return kind == .payment || document.isRestart(of: credits[place].dated) ? nil : place
  }
}

extension Application {
  /// Whether a list that left the invoice out implies it, and nothing else.
  fileprivate var isClearance: Bool { source == .cleared && credit == nil && amount > 0 && reverses == nil }
}
