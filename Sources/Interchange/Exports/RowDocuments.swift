import Receivables

extension RowReader {
  /// The invoice or credit of `record`; nil for a bill or another document that no customer owes.
  mutating func document(
    _ record: Record, _ currency: Currency, customer: IncomingCustomer
  ) throws(Refusal) -> IncomingDocument? {
    let type = word(.documentType, record)
    if type == .ignored {
      note(\.ignored, .documentType, record)
      return nil
    }
    let balance = try money(.balance, record, currency)
    let stated = try money(columns[.amount] == nil ? .lineAmount : .amount, record, currency)
    guard let full = stated ?? balance else {
      throw Refusal(
        line: record.line, column: columns.name(.amount) ?? columns.name(.balance),
        reason: "The amount is missing.")
    }
    let isNamedCredit = type == .creditNote || type == .payment
    let isCredit = isNamedCredit || full < 0 || (full == 0 && (balance ?? 0) < 0)
    if isCredit, !isNamedCredit { try checkSigns(record, full: full, balance: balance) }
    let (issued, due) = try days(record, customer: customer, isCredit: isCredit)
    var document = IncomingDocument(
      kind: isCredit ? (type == .payment ? .payment : .creditNote) : .invoice, number: "",
      issued: issued, due: isCredit ? issued : due,
      amount: Money(minor: abs(full), currency))
    document.open = try open(record, currency, full: full, balance: balance, isCredit: isCredit)
    // Interest or tax may have come on top of the amount that the export lists.
    if let open = document.open, open > document.amount.minor {
      document.amount.minor = open
      note(\.raised, .balance, record)
    }
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

  /// A negative amount is a credit, unless what is open of it says that it is none. Throws `Refusal`.
  private mutating func checkSigns(_ record: Record, full: Int64, balance: Int64?) throws(Refusal) {
    let role = columns[.amount] == nil ? ColumnRole.lineAmount : .amount
    if full < 0, let balance, balance > 0 {
      throw Refusal(
        line: record.line, column: columns.name(.balance),
        reason: "The full amount is \(text(role, record) ?? "negative") and the open amount "
          + "\(text(.balance, record) ?? "positive"): one says that it is a credit, the other that it is none. "
          + "Correct the export.")
    }
    let told = full < 0 && field(role, record) != nil ? role : .balance
    note(\.negative, told, record)
  }

  /// What is left: the balance, or what the paid amount and the status leave; in a snapshot at least something.
  private mutating func open(
    _ record: Record, _ currency: Currency, full: Int64, balance: Int64?, isCredit: Bool
  ) throws(Refusal) -> Int64? {
    if let balance {
      if isCredit { return abs(balance) }
      if balance < 0 {
        note(\.overpaid, .balance, record)
      }
      return max(balance, 0)
    }
    let whole = abs(full)
    if let paid = try money(.paidAmount, record, currency) {
      if abs(paid) > whole, !isCredit {
        note(\.overpaid, .paidAmount, record)
      }
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
      if issued == nil { notes.undated.add(line: record.line) }
      return (issued ?? due, due)
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

  /// The number as spelt, with the item where a document has several; without one, a name made of date and amount.
  private mutating func number(
    _ record: Record, of document: IncomingDocument, customer: IncomingCustomer
  ) throws(Refusal) -> String {
    guard let number = try identifier(.documentNumber, record) else {
      return unnumberedName(document, customer: customer, line: record.line)
    }
    guard let item = text(.documentItem, record), DocumentKey(item).text != "1" else { return number }
    return "\(number)/\(DocumentKey(item).text)"
  }

  mutating func unnumberedName(
    _ document: IncomingDocument, customer: IncomingCustomer, line: Int
  ) -> String {
    notes.unnumbered.add(line: line)
    let name = "\(document.issued.iso) \(document.amount.text)"
    let count =
      unnumbered["\(DocumentKey(customer.number).text)\u{0}\(document.kind)\u{0}\(name)", default: 0] + 1
    unnumbered["\(DocumentKey(customer.number).text)\u{0}\(document.kind)\u{0}\(name)"] = count
    return count == 1 ? name : "\(name) (\(count))"
  }
}

extension RowReader {
  /// A payment or credit note, and what the line says it was put against. A negative one takes an earlier one back
  /// and is a document of its own, also where the export gives both the same number.
  mutating func readPayment(_ record: Record, _ currency: Currency, into row: inout IncomingRow)
    throws(Refusal)
  {
    let applied = try money(.appliedAmount, record, currency)
    guard let amount = try money(.paymentAmount, record, currency) ?? applied else {
      throw Refusal(
        line: record.line, column: columns.name(.paymentAmount) ?? columns.name(.appliedAmount),
        reason: "The amount is missing.")
    }
    guard amount.signum() * (applied ?? 0).signum() >= 0 else {
      throw Refusal(
        line: record.line, column: columns.name(.appliedAmount),
        reason: "The payment and what is applied of it have opposite signs. Correct the export.")
    }
    guard let dated = try day(.paymentDate, record) else {
      throw Refusal(line: record.line, column: columns.name(.paymentDate), reason: "The date is missing.")
    }
    var document = IncomingDocument(
      kind: word(.documentType, record) == .creditNote ? .creditNote : .payment, number: "", issued: dated,
      due: dated, amount: Money(minor: amount, currency))
    document.method = text(.method, record)
    document.reference = text(.reference, record)
    document.number =
      try identifier(.paymentNumber, record)
      ?? unnumberedName(document, customer: row.customer, line: record.line)
    if amount < 0 { document.number += " reversed" }
    row.document = document
    if let invoice = try identifier(.appliedInvoice, record) {
      row.applications = [IncomingApplication(invoice: invoice, amount: applied ?? amount)]
      try document.check(applied: applied ?? amount, line: record.line, column: columns.name(.appliedAmount))
    }
  }
}

extension IncomingDocument {
  /// Throws `Refusal` when `applied` minor units, what the rows up to `line` put against invoices, are more than the
  /// payment or credit note has. Of one that takes another back both are negative.
  func check(applied: Int64, line: Int, column: String?) throws(Refusal) {
    guard applied.magnitude > amount.minor.magnitude else { return }
    throw Refusal(
      line: line, column: column,
      reason: "\(kind == .creditNote ? "Credit note" : "Payment") \(number) is \(amount), but "
        + "\(Money(minor: applied, amount.currency)) of it is applied to invoices. Correct the export.")
  }
}

/// Joins the rows of documents that an export lists line by line.
struct JoinedRows {
  /// One row a document, in the order in which they came first.
  private(set) var rows: [IncomingRow] = []
  /// Rows that went into an earlier one.
  private(set) var repeated = Occurrences()
  private let addsAmounts: Bool
  private let appliedColumn: String?
  private let amountColumn: String?
  private var places: [String: Int] = [:]
  /// What the rows of each payment put against invoices, minor units.
  private var applied: [Int64] = []

  init(_ export: ExportFile) {
    addsAmounts = export.addsAmounts
    appliedColumn = export.columns.name(.appliedAmount)
    amountColumn = export.headings[.amount]
  }

  /// Throws `Refusal` when the rows of one document contradict each other or apply more than it has.
  mutating func add(_ row: IncomingRow) throws(Refusal) {
    guard let document = row.document else { return }
    let number = DocumentKey(document.number).text
    let key = "\(DocumentKey(row.customer.number).text)\u{0}\(document.kind.rawValue)\u{0}\(number)"
    guard let place = places[key] else {
      places[key] = rows.count
      rows.append(row)
      applied.append(row.applications.first?.amount ?? 0)
      return
    }
    repeated.add(line: row.line)
    rows[place].applications += row.applications
    guard let first = rows[place].document, first.amount.currency == document.amount.currency else {
      throw contradiction(row, rows[place], document, "currency")
    }
    if !addsAmounts, first.amount != document.amount || first.open != document.open {
      throw contradiction(row, rows[place], document, "amount")
    }
    do throws(MoneyError) {
      if addsAmounts { rows[place].document?.amount = try first.amount.adding(document.amount) }
      applied[place] = try applied[place].addingChecked(row.applications.first?.amount ?? 0)
    } catch {
      throw Refusal(
        line: row.line, column: addsAmounts ? amountColumn : appliedColumn,
        reason:
          "The rows of \(document.number) together are larger than can be kept exactly. Correct the export.")
    }
    try rows[place].document?.check(applied: applied[place], line: row.line, column: appliedColumn)
  }

  private func contradiction(
    _ row: IncomingRow, _ first: IncomingRow, _ document: IncomingDocument, _ what: String
  ) -> Refusal {
    Refusal(
      line: row.line, column: what == "amount" ? amountColumn : nil,
      reason: "\(document.number) has another \(what) here than on line \(first.line). Correct the export.")
  }
}
