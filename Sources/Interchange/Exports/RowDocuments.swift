import Receivables

extension RowReader {
  /// The invoice or credit of `record`.
  func document(
    _ record: Record, _ currency: Currency, customer: IncomingCustomer
  ) throws(Refusal) -> IncomingDocument {
    let decision = try decide(record, currency)
    let isCredit = decision.kind != .invoice
    let (issued, due) = try days(record, customer: customer, isCredit: isCredit)
    let settled = try day(.settled, record)
    var assumed: IncomingDocument.Assumed = []
    if !decision.isAmountStated { assumed.insert(.amount) }
    if field(.issued, record) == nil { assumed.insert(.issued) }
    if field(.due, record) == nil { assumed.insert(customer.terms == nil ? [.due, .terms] : .due) }
    let amount = Money(minor: decision.amount, currency)
    noteDispute(record)
    // Terms that nobody can read are not taken for none.
    if assumed.contains(.terms), !isCredit, decision.open != 0, let text = text(.terms, record) {
      unexplained.add(
        text, .terms, record, Money(minor: decision.open ?? decision.amount, currency), columns,
        answers: ["net 30 or other terms"])
    }
    let number =
      try number(record)
      ?? unnumberedName(decision.kind, issued, amount, customer: customer, line: record.line)
    return IncomingDocument(
      kind: decision.kind, number: number, issued: issued, due: isCredit ? issued : due, amount: amount,
      open: decision.open, settled: settled, tellsSettled: columns[.settled] != nil,
      reference: text(.reference, record), method: text(.method, record), assumed: assumed)
  }

  /// Notes a line that says of itself that it is contested.
  private func noteDispute(_ record: Record) {
    let (flag, reason) = (field(.disputed, record), field(.disputeReason, record))
    guard flag != nil || reason != nil, disputed.told(record, columns, scanner).word != .no else { return }
    note(\.disputed, reason != nil ? .disputeReason : .disputed, record)
  }

  /// What a line says of a document that is not owed and may stand in the book from an earlier file: nil for a bill, and for
  /// one without a number.
  func takenBack(_ record: Record) -> IncomingRow? {
    guard kind != .customers, types.told(record, columns, scanner).word != .ignored,
      let number = kind == .payments ? try? identifier(.paymentNumber, record) : try? self.number(record),
      let currency = try? currency(record), let customer = try? customer(of: record, currency)
    else { return nil }
    let amount = (try? money(kind == .payments ? .paymentAmount : .amount, record, currency)) ?? 0
    let issued = try? day(kind == .payments ? .paymentDate : .issued, record)
    let due = try? day(.due, record)
    var assumed: IncomingDocument.Assumed = .amount
    if issued == nil { assumed.insert(.issued) }
    if due == nil { assumed.insert(.due) }
    let word = types.told(record, columns, scanner).word
    let kind: IncomingDocument.Kind =
      word == .payment
      ? .payment
      : word == .creditNote || (kind == .invoices && amount < 0)
        ? .creditNote
        : kind == .payments ? .payment : .invoice
    let day = issued ?? due ?? CalendarDay(number: 0)
    var document = IncomingDocument(
      kind: kind, number: number, issued: day, due: due ?? day, amount: Money(minor: 0, currency),
      assumed: assumed)
    document.isCancelled = true
    return IncomingRow(line: record.line, customer: customer, document: document)
  }

  private func days(
    _ record: Record, customer: IncomingCustomer, isCredit: Bool
  ) throws(Refusal) -> (issued: CalendarDay, due: CalendarDay) {
    let issued = try day(.issued, record)
    if let due = try day(.due, record) {
      if issued == nil { notes.undated.add(line: record.line) }
      // What is due in days to come has been issued nevertheless.
      return (issued ?? min(due, known ?? due), due)
    }
    let baseline = try day(.baseline, record)
    guard let issued = issued ?? baseline else {
      throw Refusal(
        line: record.line, column: columns.name(.issued) ?? columns.name(.due), reason: "The date is missing."
      )
    }
    let start = baseline ?? issued
    if customer.terms == nil, !isCredit {
      note(\.withoutTerms, .terms, record)
    }
    let due = customer.terms?.due(from: start) ?? start
    try check(due, .terms, record)
    return (issued, due)
  }

  /// The number as spelt, with the item where a document has several; nil without one.
  private func number(_ record: Record) throws(Refusal) -> String? {
    guard let number = try identifier(.documentNumber, record) else { return nil }
    guard let item = text(.documentItem, record), DocumentKey(item).text != "1" else { return number }
    return "\(number)/\(DocumentKey(item).text)"
  }

  /// For a document without a number, a name made of date and amount.
  private func unnumberedName(
    _ kind: IncomingDocument.Kind, _ issued: CalendarDay, _ amount: Money, customer: IncomingCustomer,
    line: Int
  ) -> String {
    notes.unnumbered.add(line: line)
    let name = "\(issued.iso) \(amount.text)"
    let count =
      unnumbered["\(DocumentKey(customer.number).text)\u{0}\(kind)\u{0}\(name)", default: 0] + 1
    unnumbered["\(DocumentKey(customer.number).text)\u{0}\(kind)\u{0}\(name)"] = count
    return count == 1 ? name : "\(name) (\(count))"
  }
}

extension RowReader {
  /// A payment or credit note, and what the line says it was put against. A negative one takes an earlier one back
  /// and is a document of its own, also where the export gives both the same number.
  func payment(
    _ record: Record, _ currency: Currency, customer: IncomingCustomer
  ) throws(Refusal) -> IncomingRow {
    let type = types.told(record, columns, scanner)
    let (state, other) = (
      receipts.told(record, columns, scanner), paymentReceipts.told(record, columns, scanner)
    )
    let side = sides.told(record, columns, scanner)
    let applied = try money(.appliedAmount, record, currency)
    guard let told = try money(.paymentAmount, record, currency) ?? applied else {
      throw Refusal(
        line: record.line, column: columns.name(.paymentAmount) ?? columns.name(.appliedAmount),
        reason: "The amount is missing.")
    }
    // A payment on the side of debits was taken back.
    let amount = side.word == .debit ? -abs(told) : side.word == .credit ? abs(told) : told
    guard amount.signum() * (applied ?? 0).signum() >= 0 else {
      throw Refusal(
        line: record.line, column: columns.name(.appliedAmount),
        reason: "The payment and what is applied of it have opposite signs. Correct the export.")
    }
    guard let dated = try day(.paymentDate, record) else {
      throw Refusal(line: record.line, column: columns.name(.paymentDate), reason: "The date is missing.")
    }
    let kind: IncomingDocument.Kind = type.word == .creditNote ? .creditNote : .payment
    let money = Money(minor: amount, currency)
    count(totalled == .paymentAmount ? amount : applied ?? amount, currency)
    explain(kindOfPayment(type, amount), .documentType, DocumentWord.self, record, money)
    explain(state, .status, ReceiptWord.self, record, money)
    explain(other, .paymentStatus, ReceiptWord.self, record, money)
    explain(side, .side, SideWord.self, record, money)
    var number =
      try identifier(.paymentNumber, record)
      ?? unnumberedName(kind, dated, money, customer: customer, line: record.line)
    if amount < 0 { number += " reversed" }
    let document = IncomingDocument(
      kind: kind, number: number, issued: dated, due: dated, amount: money,
      reference: text(.reference, record), method: text(.method, record))
    guard let invoice = try identifier(.appliedInvoice, record) else {
      return IncomingRow(line: record.line, customer: customer, document: document)
    }
    let part = IncomingApplication(invoice: invoice, amount: applied ?? amount)
    try document.check(applied: part.amount, line: record.line, column: columns.name(.appliedAmount))
    return IncomingRow(line: record.line, customer: customer, document: document, applications: [part])
  }

  /// A word for the kind of a payment: a way of paying is none, and an invoice or a refund is no money that came.
  private func kindOfPayment(
    _ type: WordColumn<DocumentWord>.Told, _ amount: Int64
  ) -> WordColumn<DocumentWord>.Told {
    switch type {
    case .unexplained(let text) where names.methods.contains(HeadingName(text)): .nothing
    case .word(.invoice): .unexplained("invoice")
    case .word(.signed) where amount >= 0: .unexplained("refund or entry by hand")
    default: type
    }
  }
}
