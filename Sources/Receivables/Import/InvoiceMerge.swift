extension BooksMerge {
  mutating func take(
    invoice document: IncomingDocument, into account: inout AccountAtWork, line: Int
  ) throws(MoneyError) {
    guard let open = document.open, open < 0 else {
      return try take(document, paidTooMuch: document.open == nil ? nil : 0, into: &account, line: line)
    }
    var document = document
    document.open = 0
    try take(document, paidTooMuch: -open, into: &account, line: line)
  }

  /// `excess` is what it was paid too much, minor units; nil when the file does not say.
  private mutating func take(
    _ document: IncomingDocument, paidTooMuch excess: Int64?, into account: inout AccountAtWork, line: Int
  ) throws(MoneyError) {
    let key = DocumentKey(document.number).text
    switch account.match(invoice: document, key: key) {
    case .known(let place):
      if !account.isListed(invoice: place) { try settle(excess, of: document, at: place, in: &account, line) }
      try take(document, asInvoice: place, of: &account, line)
    case .new:
      guard let place = renumbered(key, account) else {
        try add(document, to: &account, line)
        return try settle(excess, ofLast: document, in: &account, line)
      }
      result.notes.renumbered.add(
        line: line, column: terms.headings[.number],
        "\(account.invoices[place].number) as \(document.number)")
      let before = account.invoices[place].number
      account.renumber(known: place, document.number)
      try take(document, asInvoice: place, renumbered: before, of: &account, line)
    case .restarted:
      let dated = document.numbered(document.issued)
      tell(\.restarted, document.number, as: "of \(document.issued.iso)", line)
      try add(beside: \.issued, document, dated, key, to: &account, line)
      try settle(excess, ofLast: document, in: &account, line)
    case .instalment:
      tell(\.instalments, document.number, as: nil, line)
      let dated = document.numbered(document.due)
      try add(beside: \.due, document, dated, key, to: &account, line)
      try settle(excess, ofLast: document, in: &account, line)
    case .apart(let place):
      tell(\.apart, document.number, as: "beside \(account.invoices[place].number)", line)
      try add(document, to: &account, line)
    }
  }

  mutating func tell(
    _ kind: WritableKeyPath<ImportNotes, Occurrences>, _ number: String, as told: String?, _ line: Int
  ) {
    let what = [#""\#(number)""#, told].compactMap { $0 }.joined(separator: " ")
    result.notes[keyPath: kind].add(line: line, column: terms.headings[.number], what)
  }

  /// Takes what the file says of the invoice at a place, which had the number `renumbered` until now.
  private mutating func take(
    _ document: IncomingDocument, asInvoice place: Int, renumbered: String? = nil,
    of account: inout AccountAtWork, _ line: Int
  ) throws(MoneyError) {
    let stored = account.invoices[place]
    if document.isCorrected(from: stored), !account.isListed(invoice: place) {
      tell(\.corrected, document.number, as: nil, line)
    }
    let document = document.completed(by: stored)
    let isRepeated = !account.list(invoice: place)
    let (before, after) = (InvoiceTerms(stored), InvoiceTerms(document))
    guard before.amount.currency == after.amount.currency else {
      return refuse(
        line, "Invoice \(document.number)", currency: after.amount.currency, stored: before.amount.currency,
        isListed: isRepeated)
    }
    let differs = before != after
    if differs, !isRepeated { account.replace(invoice: place, by: document) }
    let restored = try isRepeated ? nil : restore(invoice: place, of: &account)
    let payments = try settle(document, at: place, of: &account)
    guard !isRepeated else {
      if differs || payments != nil {
        refuse(
          line, .number,
          "Invoice \(document.number) stands twice in the file with different content. Correct the export.")
      }
      return
    }
    guard differs || restored != nil || payments != nil || renumbered != nil else {
      result.invoices.unchanged += 1
      return
    }
    result.invoices.changed += 1
    account.isChanged = true
    note(
      .changed, line: line, "invoice \(document.number) of \(account.customer.number)",
      [
        renumbered.map { "number \($0) → \(document.number)" }, differs ? before.differences(to: after) : nil,
        restored, payments,
      ].compactMap { $0 }.joined(separator: ", "))
  }

  /// Adds an invoice whose number another one has: the first of them keeps it, and the others have their day in it, so
  /// that the order of the lines makes no difference.
  private mutating func add(
    beside day: KeyPath<Invoice, CalendarDay>, _ document: IncomingDocument, _ dated: IncomingDocument,
    _ key: String, to account: inout AccountAtWork, _ line: Int
  ) throws(MoneyError) {
    let own = day == \.due ? document.due : document.issued
    guard let place = account.place(ofInvoice: key), place >= account.firstNewInvoice,
      DatedNumber.base(of: account.invoices[place].number) == nil, own < account.invoices[place][keyPath: day]
    else { return try add(dated, to: &account, line) }
    let other = account.invoices[place]
    account.renumber(invoice: place, DatedNumber.text(other.number, other[keyPath: day]))
    try add(document, to: &account, line)
  }

  private mutating func add(
    _ document: IncomingDocument, to account: inout AccountAtWork, _ line: Int
  ) throws(MoneyError) {
    let agreed = document.assumed.contains(.terms) ? account.customer.terms : nil
    if agreed != nil { result.notes.agreedTerms.add(line: line) }
    let due = agreed?.due(from: document.issued) ?? document.due
    let place = account.add(invoice: document, due: due)
    let whole = document.amount.minor
    if let settled = document.settled {
      account.apply(whole - (document.open ?? 0), to: place, source: .payment, dated: settled)
    } else if let open = document.open {
      account.apply(whole - open, to: place, source: .cleared, dated: terms.effective)
    }
    if account.isAwaited { try applyWaiting(to: place, told: document, of: &account, line: line) }
    result.invoices.added += 1
    account.isChanged = true
    look(atInvoice: document.number, of: &account, line: line)
    note(
      .added, line: line, "invoice \(document.number) of \(account.customer.number)",
      "\(document.amount), due \(due.iso)")
  }
}

/// What an import may change of an invoice. Another spelling of the same number is no news.
private struct InvoiceTerms: Equatable {
  var issued: CalendarDay
  var due: CalendarDay
  var amount: Money
  var reference: String?

  init(_ invoice: Invoice) {
    (issued, due, amount, reference) = (invoice.issued, invoice.due, invoice.original, invoice.reference)
  }

  init(_ document: IncomingDocument) {
    (issued, due, amount, reference) = (document.issued, document.due, document.amount, document.reference)
  }

  func differences(to other: InvoiceTerms) -> String {
    let pairs = [
      ("date", issued.iso, other.issued.iso), ("due", due.iso, other.due.iso),
      ("amount", amount.description, other.amount.description),
      ("reference", reference ?? "none", other.reference ?? "none"),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1) → \($0.2)" }.joined(separator: ", ")
  }
}

extension IncomingDocument {
  /// With what the export does not tell taken from the book.
  fileprivate func completed(by stored: Invoice) -> IncomingDocument {
    var result = self
    if assumed.contains(.issued) { result.issued = stored.issued }
    if assumed.contains(.due) { result.due = stored.due }
    if assumed.contains(.amount), amount.currency == stored.original.currency {
      result.amount.minor = max(amount.minor, stored.original.minor)
    }
    result.reference = reference ?? stored.reference
    return result
  }
}
