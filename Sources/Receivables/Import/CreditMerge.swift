extension BooksMerge {
  mutating func take(
    _ kind: Credit.Kind, _ document: IncomingDocument, _ incoming: [IncomingApplication],
    into account: inout AccountAtWork, line: Int
  ) throws(MoneyError) {
    let key = DocumentKey(document.number).text
    let known = account.place(ofCredit: key, kind)
    let stored = known.map { account.credits[$0] }
    let isRepeated = known.map { !account.list(credit: $0) } ?? false
    if let stored, stored.amount.currency != document.amount.currency {
      return refuse(
        line, "\(kind == .payment ? "Payment" : "Credit note") \(document.number)",
        currency: document.amount.currency, stored: stored.amount.currency, isListed: isRepeated)
    }
    let used = known.map { account.applied.places(ofCredit: $0) } ?? []
    // Of a credit that is partly used the export tells what is left; what was used the book knows.
    let usedAmount = try used.map { account.applied[$0] }.sum()
    let amount = Money(
      minor: try document.open.map { open throws(MoneyError) in try open.addingChecked(usedAmount) }
        ?? document.amount.minor, document.amount.currency)
    let place: Int
    if let known, let stored {
      let wanted = Credit(
        id: stored.id, number: stored.number, kind: kind, dated: document.issued, amount: amount,
        method: document.method ?? stored.method)
      if isRepeated {
        if wanted != stored {
          refuse(
            line, .number,
            "\(document.number) stands twice in the file with different content. Correct the export.")
        }
        return
      }
      if wanted != stored { account.replace(credit: known, by: wanted) }
      place = known
    } else {
      place = account.add(kind, document, key: key, amount: amount)
    }
    let isApplied = try put(incoming, of: place, in: &account, used: used, line: line)
    let subject = { "\(kind == .payment ? "payment" : "credit note") \(document.number)" }
    if stored == nil {
      result.payments.added += 1
      if kind == .creditNote { look(atCreditNote: document.number, of: account, line: line) }
      note(.added, line: line, subject(), amount.description)
    } else if account.credits[place] != stored || isApplied {
      result.payments.changed += 1
      note(.changed, line: line, subject(), amount.description)
    } else {
      result.payments.unchanged += 1
      return
    }
    account.isChanged = true
  }

  /// Puts the payment at a place against the invoices that the export names. Invoices that got of it earlier and are not
  /// named now keep what it has left, the first of the book first. Whether anything changed.
  private mutating func put(
    _ incoming: [IncomingApplication], of place: Int, in account: inout AccountAtWork, used: [Int], line: Int
  ) throws(MoneyError) -> Bool {
    let credit = account.credits[place]
    var wanted: [Int: Int64] = [:]
    for application in incoming {
      // Money of one currency is never put against an invoice in another.
      guard let invoice = account.place(ofInvoice: DocumentKey(application.invoice).text),
        account.invoices[invoice].original.currency == credit.amount.currency
      else {
        result.notes.unknownInvoices.add(
          line: line, column: terms.headings[.appliedInvoice], "\"\(application.invoice)\"")
        continue
      }
      wanted[invoice] = try wanted[invoice, default: 0].addingChecked(application.amount)
    }
    var before: [Int: Int64] = [:]
    for application in used.map({ account.applied[$0] }) {
      guard let invoice = account.invoicePlace(of: application) else { continue }
      before[invoice] = try before[invoice, default: 0].addingChecked(application.amount)
    }
    if wanted == before { return false }
    var left = credit.amount.minor
    for amount in wanted.values { left = try left.subtractingChecked(amount) }
    for (invoice, amount) in before.sorted(by: { $0.key < $1.key })
    where wanted[invoice] == nil && credit.amount.minor >= 0 {
      let kept = min(amount, max(left, 0))
      wanted[invoice] = kept
      left -= kept
    }
    var isChanged = false
    for (invoice, amount) in wanted.sorted(by: { $0.key < $1.key }) {
      let missing = try amount.subtractingChecked(before[invoice, default: 0])
      guard missing != 0 else { continue }
      if credit.amount.minor < 0 {
        let isTaken = try takeBack(
          try Int64(0).subtractingChecked(missing), on: invoice, by: place, in: &account)
        isChanged = isTaken || isChanged
        continue
      }
      let part = missing > 0 ? try makeRoom(for: missing, on: invoice, in: &account) : missing
      guard part != 0 else { continue }
      account.apply(part, to: invoice, credit: place, source: credit.kind.source, dated: credit.dated)
      isChanged = true
    }
    return isChanged
  }

  /// Takes back what earlier credits paid of the invoice, the newest first: a cheque that bounced, a credit note that
  /// was cancelled. Whether anything was there to take back.
  private func takeBack(
    _ amount: Int64, on invoice: Int, by place: Int, in account: inout AccountAtWork
  ) throws(MoneyError) -> Bool {
    let credit = account.credits[place]
    let all = account.applied.places(ofInvoice: invoice).map { account.applied[$0] }
    var left = amount
    for application in all.reversed()
    where left > 0 && application.amount > 0 && application.source == credit.kind.source
      && application.dated <= credit.dated
    {
      let part = min(try all.unreversed(application), left)
      guard part > 0 else { continue }
      account.apply(
        -part, to: invoice, credit: place, source: credit.kind.source, dated: credit.dated,
        reverses: application.id)
      left -= part
    }
    return left != amount
  }

  /// How much of `amount` the invoice can take. A payment explains what a snapshot had found cleared without one.
  private func makeRoom(
    for amount: Int64, on invoice: Int, in account: inout AccountAtWork
  ) throws(MoneyError) -> Int64 {
    let places = account.applied.places(ofInvoice: invoice)
    let all = places.map { account.applied[$0] }
    var room = max(try account.invoices[invoice].original.minor.subtractingChecked(try all.sum()), 0)
    guard room < amount else { return amount }
    let reversed = Set(all.compactMap(\.reverses))
    for (place, application) in zip(places, all).reversed() where room < amount {
      guard application.credit == nil, application.isMoney, application.amount > 0,
        !reversed.contains(application.id)
      else { continue }
      let part = min(application.amount, amount - room)
      if part == application.amount {
        account.applied.remove(at: place)
      } else {
        account.applied.setAmount(application.amount - part, at: place)
      }
      room += part
    }
    return min(room, amount)
  }
}
