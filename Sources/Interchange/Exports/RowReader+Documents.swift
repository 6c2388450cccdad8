import Receivables

extension RowReader {
  /// The invoice or credit of `record`; nil for a bill or another document that no customer owes.
  mutating func document(
    _ record: Record, _ currency: Currency, customer: IncomingCustomer
  ) throws(Refusal) -> IncomingDocument? {
    let type = word(.documentType, record)
    if type == .ignored {
      notes.ignored += 1
      return nil
    }
    let balance = try money(.balance, record, currency)
    let stated = try money(columns[.amount] == nil ? .lineAmount : .amount, record, currency)
    guard let full = stated ?? balance else {
      throw Refusal(
        line: record.line, column: columns.name(.amount) ?? columns.name(.balance),
        reason: "The amount is missing.")
    }
    let isCredit = type == .creditNote || type == .payment || full < 0 || (full == 0 && (balance ?? 0) < 0)
    let (issued, due) = try days(record, customer: customer, isCredit: isCredit)
    var document = IncomingDocument(
      kind: isCredit ? (type == .payment ? .payment : .creditNote) : .invoice, number: "",
      issued: issued, due: isCredit ? issued : due,
      amount: Money(minor: abs(full), currency))
    document.open = try open(record, currency, full: full, balance: balance, isCredit: isCredit)
    // Interest or tax may have come on top of the amount that the export lists.
    if let open = document.open, open > document.amount.minor { document.amount.minor = open }
    document.settled = try day(.settled, record)
    document.tellsSettled = columns[.settled] != nil
    if stated == nil { document.assumed.insert(.amount) }
    if field(.issued, record) == nil { document.assumed.insert(.issued) }
    if field(.due, record) == nil { document.assumed.insert(.due) }
    document.reference = text(.reference, record)
    document.method = text(.method, record)
    document.number = try number(record, of: document, customer: customer)
    return document
  }

  /// What is left: the balance, or what the paid amount and the status leave; in a snapshot at least something.
  private mutating func open(
    _ record: Record, _ currency: Currency, full: Int64, balance: Int64?, isCredit: Bool
  ) throws(Refusal) -> Int64? {
    if let balance {
      if isCredit { return abs(balance) }
      if balance < 0 { notes.overpaid += 1 }
      return max(balance, 0)
    }
    let whole = abs(full)
    if let paid = try money(.paidAmount, record, currency) {
      return whole - min(abs(paid), whole)
    }
    if word(.status, record) == .paid, columns[.settled] == nil { return 0 }
    return asOf == nil ? nil : whole
  }

  private mutating func days(
    _ record: Record, customer: IncomingCustomer, isCredit: Bool
  ) throws(Refusal) -> (issued: CalendarDay, due: CalendarDay) {
    let issued = try day(.issued, record)
    if let due = try day(.due, record) {
      if issued == nil { notes.undated += 1 }
      return (issued ?? due, due)
    }
    let baseline = try day(.baseline, record)
    guard let issued = issued ?? baseline else {
      throw Refusal(
        line: record.line, column: columns.name(.issued) ?? columns.name(.due), reason: "The date is missing."
      )
    }
    let start = baseline ?? issued
    if customer.terms == nil, !isCredit { notes.withoutTerms.add(line: record.line, text(.terms, record)) }
    return (issued, customer.terms?.due(from: start) ?? start)
  }

  /// The number as spelt, with the item where a document has several; without one, a name made of date and amount.
  private mutating func number(
    _ record: Record, of document: IncomingDocument, customer: IncomingCustomer
  ) throws(Refusal) -> String {
    guard let number = try identifier(.documentNumber, record) else {
      return unnumberedName(document, customer: customer)
    }
    guard let item = text(.documentItem, record), DocumentKey(item).text != "1" else { return number }
    return "\(number)/\(DocumentKey(item).text)"
  }

  mutating func unnumberedName(_ document: IncomingDocument, customer: IncomingCustomer) -> String {
    notes.unnumbered += 1
    let name = "\(document.issued.iso) \(document.amount.text)"
    let count =
      unnumbered["\(DocumentKey(customer.number).text)\u{0}\(document.kind)\u{0}\(name)", default: 0] + 1
    unnumbered["\(DocumentKey(customer.number).text)\u{0}\(document.kind)\u{0}\(name)"] = count
    return count == 1 ? name : "\(name) (\(count))"
  }
}
