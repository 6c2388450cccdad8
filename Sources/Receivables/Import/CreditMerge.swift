extension BooksMerge {
  mutating func take(
    _ kind: Credit.Kind, _ document: IncomingDocument, _ incoming: [IncomingApplication],
    into account: inout AccountAtWork, line: Int
  ) throws(MoneyError) {
    var number = document.number
    var key = DocumentKey(number).text
    var known = account.place(ofCredit: key, kind)
    if let namesake = known, document.isRestart(of: account.credits[namesake]) {
      number = DatedNumber.text(number, document.issued)
      key = DocumentKey(number).text
      known = account.place(ofCredit: key, kind)
      if known == nil {
        tell(\.restarted, document.number, as: "of \(document.issued.iso)", line)
      }
    }
    // Receipts of one reference, such as "BACS", are told apart by their days.
    if kind == .payment, let namesake = known, document.issued != account.credits[namesake].dated {
      let dated = DatedNumber.text(number, document.issued)
      let datedKey = DocumentKey(dated).text
      let place = account.place(ofCredit: datedKey, kind)
      if account.isListed(credit: namesake) || place != nil {
        (number, key, known) = (dated, datedKey, place)
      }
    }
    let isRepeated = known.map { !account.list(credit: $0) } ?? false
    if let known, account.credits[known].amount.currency != document.amount.currency {
      return refuse(
        line, "\(kind == .payment ? "Payment" : "Credit note") \(number)",
        currency: document.amount.currency, stored: account.credits[known].amount.currency,
        isListed: isRepeated)
    }
    let used = known.map { account.applied.places(ofCredit: $0) } ?? []
    // Of a credit that is partly used the export tells what is left; what was used the book knows.
    let usedAmount = try account.applied.sum(of: used)
    let amount = Money(
      minor: try document.open.map { open throws(MoneyError) in try open.addingChecked(usedAmount) }
        ?? document.amount.minor, document.amount.currency)
    let differs = known.map { document.differs(from: account.credits[$0], amount) } ?? false
    if isRepeated {
      if differs {
        refuse(
          line, .number,
          "\(number) stands twice in the file with different content. Correct the export.")
      }
      return
    }
    if differs, let known { account.replace(credit: known, by: document, amount) }
    let place = known ?? account.add(kind, document, as: number, key: key, amount: amount)
    if let settled = document.settled { account.spend(credit: place, on: settled) }
    let isApplied = try put(incoming, of: place, in: &account, used: used, line: line)
    let subject = { [number] in "\(kind == .payment ? "payment" : "credit note") \(number)" }
    if known == nil {
      result.payments.added += 1
      if kind == .creditNote { look(atCreditNote: number, of: account, line: line) }
      note(.added, line: line, subject(), amount.description)
    } else if differs || isApplied {
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
    var wanted = PartsByInvoice()
    var waiting: [WaitingApplication] = []
    for application in incoming {
      // Money of one currency is never put against an invoice in another.
      guard let invoice = account.place(ofInvoice: application.invoice, paidBy: place, application.amount),
        account.invoices[invoice].original.currency == credit.amount.currency
      else {
        result.notes.unknownInvoices.add(
          line: line, column: terms.headings[.appliedInvoice], "\"\(application.invoice)\"")
        if application.amount > 0 {
          let key = DocumentKey(application.invoice).text
          if let place = waiting.firstIndex(where: { $0.invoice == key }) {
            waiting[place].amount = try waiting[place].amount.addingChecked(application.amount)
          } else {
            waiting.append(WaitingApplication(invoice: key, amount: application.amount))
          }
        }
        continue
      }
      try wanted.add(application.amount, to: invoice)
    }
    var before = PartsByInvoice()
    for place in used {
      let application = account.applied[place]
      guard let invoice = account.invoicePlace(of: application) else { continue }
      try before.add(application.amount, to: invoice)
    }
    let isNews = !incoming.isEmpty && waiting != account.credits[place].waiting
    if isNews { account.wait(for: waiting, credit: place) }
    if wanted == before { return isNews }
    var left = credit.amount.minor
    for number in 0..<wanted.count { left = try left.subtractingChecked(wanted.part(number).amount) }
    for number in 0..<before.count {
      let part = before.part(number)
      guard wanted[part.invoice] == nil, credit.amount.minor >= 0 else { continue }
      let kept = min(part.amount, max(left, 0))
      try wanted.add(kept, to: part.invoice)
      left -= kept
    }
    var isChanged = isNews
    for number in 0..<wanted.count {
      let part = wanted.part(number)
      let invoice = part.invoice
      let missing = try part.amount.subtractingChecked(before[invoice] ?? 0)
      guard missing != 0 else { continue }
      if credit.amount.minor < 0 {
        let isTaken = try takeBack(
          try Int64(0).subtractingChecked(missing), on: invoice, by: place, in: &account)
        isChanged = isTaken || isChanged
        continue
      }
      let taken =
        missing > 0 ? try makeRoom(for: missing, on: invoice, dated: credit.dated, in: &account) : missing
      guard taken != 0 else { continue }
      account.apply(taken, to: invoice, credit: place, source: credit.kind.source, dated: credit.dated)
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
  func makeRoom(
    for amount: Int64, on invoice: Int, dated: CalendarDay, in account: inout AccountAtWork
  ) throws(MoneyError) -> Int64 {
    let places = account.applied.places(ofInvoice: invoice)
    let all = places.map { account.applied[$0] }
    let free = max(try account.invoices[invoice].original.minor.subtractingChecked(try all.sum()), 0)
    guard all.contains(where: { $0.credit == nil }) else { return min(free, amount) }
    let reversed = Set(all.compactMap(\.reverses))
    var room: Int64 = 0
    for (place, application) in zip(places, all).reversed() where room < amount {
      // Only where nothing else is left is older money explained by a newer payment.
      guard application.credit == nil, application.isMoney, application.amount > 0,
        !reversed.contains(application.id), application.dated >= dated || amount - room > free
      else { continue }
      let wanted = application.dated >= dated ? amount - room : amount - room - free
      let part = min(application.amount, wanted)
      if part == application.amount {
        account.applied.remove(at: place)
      } else {
        account.applied.setAmount(application.amount - part, at: place)
      }
      room += part
    }
    return min(room + free, amount)
  }
}

extension IncomingDocument {
  /// Whether it says anything else than the credit of the same number, of which all comes to `amount`. A file that lists it
  /// says that it is not spent; another spelling of the number is no news.
  fileprivate func differs(from stored: Credit, _ amount: Money) -> Bool {
    stored.spent != settled || stored.dated != issued || stored.amount != amount
      || (method.map { $0 != stored.method } ?? false)
  }
}
