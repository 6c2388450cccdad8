extension BooksMerge {
  mutating func take(
    invoice document: IncomingDocument, into account: inout AccountAtWork, line: Int
  ) throws(MoneyError) {
    let key = DocumentKey(document.number).text
    guard let place = account.place(ofInvoice: key) else {
      return try add(invoice: document, key: key, to: &account, line)
    }
    let stored = account.invoices[place]
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
    let payments = try settle(document, at: place, of: &account)
    guard !isRepeated else {
      if differs || payments != nil {
        refuse(
          line, .number,
          "Invoice \(document.number) stands twice in the file with different content. Correct the export.")
      }
      return
    }
    guard differs || payments != nil else {
      result.invoices.unchanged += 1
      return
    }
    result.invoices.changed += 1
    account.isChanged = true
    note(
      .changed, line: line, "invoice \(document.number) of \(account.customer.number)",
      [differs ? before.differences(to: after) : nil, payments].compactMap { $0 }.joined(separator: ", "))
  }

  private mutating func add(
    invoice document: IncomingDocument, key: String, to account: inout AccountAtWork, _ line: Int
  ) throws(MoneyError) {
    let place = account.add(invoice: document, key: key)
    let whole = document.amount.minor
    if let settled = document.settled {
      account.apply(whole - (document.open ?? 0), to: place, source: .payment, dated: settled)
    } else if let open = document.open {
      account.apply(whole - open, to: place, source: .cleared, dated: terms.effective)
    }
    result.invoices.added += 1
    account.isChanged = true
    look(atInvoice: document.number, of: &account, line: line)
    note(
      .added, line: line, "invoice \(document.number) of \(account.customer.number)",
      "\(document.amount), due \(document.due.iso)")
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
