import Receivables
import SQLEngine

extension BookWriter {
  func add(credit document: IncomingDocument, applications: [IncomingApplication], to place: Int, line: Int)
    throws
  {
    let account = accounts[place].id
    let kind: Credit.Kind = document.kind == .payment ? .payment : .creditNote
    let stored = try storedCredit(account: account, kind: kind, key: DocumentKey(document.number).text)
    let id = stored?.id.rawValue ?? nextCredit
    let isRepeated = !listedCredits.insert(id)
    if let stored, stored.amount.currency != document.amount.currency {
      return refuse(
        line, "\(kind == .payment ? "Payment" : "Credit note") \(document.number)",
        currency: document.amount.currency, stored: stored.amount.currency, isListed: isRepeated)
    }
    let used =
      stored == nil ? [] : try self.applications(ApplicationSQL.ofCredit, account: account, document: id)
    // Of a credit that is partly used the export tells what is left; what was used the book knows.
    let usedAmount = try used.reduce(Int64(0)) { try $0.addingChecked($1.amount) }
    let amount = try document.open.map { open throws(MoneyError) in try open.addingChecked(usedAmount) }
    let wanted = Credit(
      id: DocumentID(rawValue: id), number: stored?.number ?? document.number, kind: kind,
      dated: document.issued,
      amount: Money(minor: amount ?? document.amount.minor, document.amount.currency),
      method: document.method ?? stored?.method
    )
    if isRepeated {
      if wanted != stored {
        refuse(
          line, .number,
          "\(document.number) stands twice in the file with different content. Correct the export.")
      }
      return
    }
    if stored == nil {
      try connection.run(
        """
        insert into credit (id, account_id, kind, number, number_key, dated, amount, currency, method)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """, id, account, kind.rawValue, document.number, DocumentKey(document.number).text,
        wanted.dated.number,
        wanted.amount.minor, wanted.amount.currency.code, wanted.method)
      nextCredit &+= 1
    } else if wanted != stored {
      try connection.run(
        "update credit set dated = $2, amount = $3, method = $4, spent = null where id = $1",
        id, wanted.dated.number, wanted.amount.minor, wanted.method)
    }
    let isApplied = try apply(applications, of: wanted, account: account, used: used, line: line)
    let subject = { "\(kind == .payment ? "payment" : "credit note") \(document.number)" }
    if stored == nil {
      result.payments.added += 1
      if kind == .creditNote { try look(atCreditNote: document.number, of: place, line: line) }
      note(.added, line: line, subject(), wanted.amount.description)
    } else if wanted != stored || isApplied {
      result.payments.changed += 1
      note(.changed, line: line, subject(), wanted.amount.description)
    } else {
      result.payments.unchanged += 1
      return
    }
    accounts[place].isTouched = true
  }

  private func storedCredit(account: Int64, kind: Credit.Kind, key: String) throws -> Credit? {
    try connection.first(
      """
      select account_id, id, number, kind, dated, amount, currency, method, spent
      from credit where account_id = $1 and kind = $2 and number_key = $3
      """, account, kind.rawValue, key
    ) { try Credit(row: $0) }
  }

  /// Puts the payment against the invoices that the export names. Invoices that got of it earlier and are not named
  /// now keep what it has left, the first of the book first. Whether anything changed.
  private func apply(
    _ incoming: [IncomingApplication], of credit: Credit, account: Int64, used: [Application], line: Int
  ) throws -> Bool {
    var wanted: [Int64: Int64] = [:]
    for application in incoming {
      let key = DocumentKey(application.invoice).text
      guard let invoice = try invoiceID(account: account, key: key, in: credit.amount.currency) else {
        result.notes.unknownInvoices.add(
          line: line, column: run.headings[.appliedInvoice], "\"\(application.invoice)\"")
        continue
      }
      wanted[invoice] = try wanted[invoice, default: 0].addingChecked(application.amount)
    }
    var before: [Int64: Int64] = [:]
    for application in used {
      let invoice = application.invoice.rawValue
      before[invoice] = try before[invoice, default: 0].addingChecked(application.amount)
    }
    var left = try wanted.values.reduce(credit.amount.minor) { try $0.subtractingChecked($1) }
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
      let source: Application.Source = credit.kind == .payment ? .payment : .creditNote
      if credit.amount.minor < 0 {
        isChanged =
          try takeBack(
            Int64(0).subtractingChecked(missing), of: source, on: invoice, account: account, by: credit)
          || isChanged
        continue
      }
      let part = missing > 0 ? try room(for: missing, on: invoice, account: account) : missing
      guard part != 0 else { continue }
      try apply(
        part, to: invoice, of: account, credit: credit.id.rawValue, source: source, dated: credit.dated)
      isChanged = true
    }
    return isChanged
  }

  /// Takes back what earlier credits paid of the invoice, the newest first: a cheque that bounced, a credit note that
  /// was cancelled. Whether anything was there to take back.
  private func takeBack(
    _ amount: Int64, of source: Application.Source, on invoice: Int64, account: Int64, by credit: Credit
  ) throws -> Bool {
    let all = try applications(ApplicationSQL.ofInvoice, account: account, document: invoice)
    var left = amount
    for application in all.reversed()
    where left > 0 && application.amount > 0 && application.source == source
      && application.dated <= credit.dated
    {
      let reversed = try all.filter { $0.reverses == application.id }
        .reduce(Int64(0)) { try $0.addingChecked($1.amount) }
      let part = min(try application.amount.addingChecked(reversed), left)
      guard part > 0 else { continue }
      try apply(
        -part, to: invoice, of: account, credit: credit.id.rawValue, source: source, dated: credit.dated,
        reverses: application.id)
      left -= part
    }
    return left != amount
  }

  /// Money of one currency is never put against an invoice in another.
  private func invoiceID(account: Int64, key: String, in currency: Currency) throws -> Int64? {
    try connection.first(
      "select id from invoice where account_id = $1 and number_key = $2 and currency = $3", account, key,
      currency.code
    ) { $0.int64(0) }
  }

  /// How much of `amount` the invoice can take. A payment explains what a snapshot had found cleared without one.
  private func room(for amount: Int64, on invoice: Int64, account: Int64) throws -> Int64 {
    let all = try applications(ApplicationSQL.ofInvoice, account: account, document: invoice)
    let paid = try all.reduce(Int64(0)) { try $0.addingChecked($1.amount) }
    let whole = try connection.first("select amount from invoice where id = $1", invoice) { $0.int64(0) } ?? 0
    var room = max(try whole.subtractingChecked(paid), 0)
    let reversed = Set(all.compactMap(\.reverses))
    for application in all.reversed() where room < amount {
      guard application.credit == nil, application.isMoney, application.amount > 0,
        !reversed.contains(application.id)
      else { continue }
      let part = min(application.amount, amount - room)
      if part == application.amount {
        try connection.run(ApplicationSQL.delete, application.id)
      } else {
        try connection.run(
          ApplicationSQL.update, application.id, application.source.rawValue, application.dated.number,
          application.amount - part)
      }
      room += part
    }
    return min(room, amount)
  }
}
