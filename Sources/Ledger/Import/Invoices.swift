import Receivables
import SQLEngine

extension BookWriter {
  func add(invoice document: IncomingDocument, to place: Int, line: Int) throws {
    let account = accounts[place].id
    let key = DocumentKey(document.number).text
    // Nothing of a new account can be there before, nor anything in a book's first list of invoices: such
    // rows need not be looked for.
    if accounts[place].isNew || firstNewInvoice == 1, try insert(document, key: key, account: account) {
      return try finish(newInvoice: document, place, line)
    }
    guard let stored = try storedInvoice(account: account, key: key) else {
      _ = try insert(document, key: key, account: account)
      return try finish(newInvoice: document, place, line)
    }
    let document = document.completed(by: stored)
    let isRepeated = !listedInvoices.insert(stored.id.rawValue)
    let before = Fields(stored)
    let after = Fields(document)
    let differs = before != after
    guard before.amount.currency == after.amount.currency else {
      return refuse(
        line, "Invoice \(document.number)", currency: after.amount.currency, stored: before.amount.currency,
        isListed: isRepeated)
    }
    if differs, !isRepeated {
      try connection.run(
        InvoiceSQL.update, stored.id.rawValue, after.issued.number, after.due.number, after.amount.minor,
        after.reference)
    }
    let payments = try settle(document, invoice: stored.id.rawValue, account: account, line: line)
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
    accounts[place].isTouched = true
    note(
      .changed, line: line, "invoice \(document.number) of \(accounts[place].stored.number)",
      [differs ? before.differences(to: after) : nil, payments].compactMap { $0 }.joined(separator: ", "))
  }

  /// False when the account already has that number.
  private func insert(_ document: IncomingDocument, key: String, account: Int64) throws -> Bool {
    let statement = insertInvoice
    try statement.bind(nextInvoice, at: 1)
    try statement.bind(account, at: 2)
    try statement.bind(document.number, at: 3)
    try statement.bind(key, at: 4)
    try statement.bind(Int64(document.issued.number), at: 5)
    try statement.bind(Int64(document.due.number), at: 6)
    try statement.bind(document.amount.minor, at: 7)
    try statement.bind(document.amount.currency.code, at: 8)
    if let reference = document.reference {
      try statement.bind(reference, at: 9)
    } else {
      try statement.bindNull(at: 9)
    }
    _ = try statement.step()
    guard connection.changes == 1 else { return false }
    nextInvoice &+= 1
    return true
  }

  private func finish(newInvoice document: IncomingDocument, _ place: Int, _ line: Int) throws {
    let id = nextInvoice - 1
    _ = listedInvoices.insert(id)
    let whole = document.amount.minor
    if let settled = document.settled {
      try apply(
        whole - (document.open ?? 0), to: id, of: accounts[place].id, source: .payment, dated: settled)
    } else if let open = document.open {
      try apply(whole - open, to: id, of: accounts[place].id, source: .cleared, dated: effective)
    }
    result.invoices.added += 1
    accounts[place].isTouched = true
    try look(atInvoice: document.number, of: place, line: line)
    note(
      .added, line: line, "invoice \(document.number) of \(accounts[place].stored.number)",
      "\(document.amount), due \(document.due.iso)")
  }

  private func storedInvoice(account: Int64, key: String) throws -> Invoice? {
    let statement = try connection.statement(InvoiceSQL.select)
    try statement.bind(account, at: 1)
    try statement.bind(key, at: 2)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return Invoice(
      id: DocumentID(rawValue: statement.int64(0)), number: statement.text(1),
      issued: CalendarDay(number: statement.int(2)), due: CalendarDay(number: statement.int(3)),
      original: try Money(row: statement, amount: 4, currency: 5), reference: statement.optionalText(6))
  }

  /// What an import may change of an invoice. Another spelling of the same number is no news.
  private struct Fields: Equatable {
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

    func differences(to other: Fields) -> String {
      let pairs = [
        ("date", issued.iso, other.issued.iso), ("due", due.iso, other.due.iso),
        ("amount", amount.description, other.amount.description),
        ("reference", reference ?? "none", other.reference ?? "none"),
      ]
      return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1) → \($0.2)" }.joined(separator: ", ")
    }
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

/// The texts with which an import reads and writes invoices.
enum InvoiceSQL {
  static let insert = """
    insert into invoice (id, account_id, number, number_key, issued, due, amount, currency, reference)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (account_id, number_key) do nothing
    """

  static let select = """
    select id, number, issued, due, amount, currency, reference
    from invoice where account_id = $1 and number_key = $2
    """

  static let update = """
    update invoice set issued = $2, due = $3, amount = $4, reference = $5 where id = $1
    """

  /// Invoices issued up to the day `$1` with what is applied up to it, and in all.
  static let open = """
    select i.id, i.account_id, i.number, i.amount, i.currency,
      cast(coalesce(sum(a.amount) filter (where a.dated <= $1), 0) as bigint),
      cast(coalesce(sum(a.amount), 0) as bigint)
    from invoice i left join application a on a.account_id = i.account_id and a.invoice_id = i.id
    where i.issued <= $1
    group by i.id, i.account_id, i.number, i.amount, i.currency
    """
}
