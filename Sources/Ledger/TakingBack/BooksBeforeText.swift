import Receivables

/// `BooksBefore` as it is stored: lines of a letter and fields with a tab between them.
///
/// ```
/// invoice  4  INV-9  20750  20780  120050  USD  \-  \-     an invoice as it was
/// +invoice  7  9                                           three that were not there
/// ```
extension BooksBefore {
  var text: String {
    var lines = FieldLines()
    if let customer { lines.add("customer", customer.fields) }
    if let contacts {
      lines.add("contacts", [])
      for contact in contacts {
        lines.add("contact", [contact.name, contact.role, contact.email, contact.language, contact.timeZone])
        for phone in contact.phones { lines.add("phone", [phone.number, phone.label]) }
      }
    }
    invoices.write(to: &lines, "invoice") { $0.fields }
    credits.write(to: &lines, "credit") { $0.fields }
    applications.write(to: &lines, "application") { $0.fields }
    return lines.text
  }

  /// Reads what `text` wrote about the account of that number; nil for anything else.
  init?(text: String, of account: AccountID) {
    self.init()
    for line in FieldLines.lines(of: text) {
      guard take(line.key, FieldReader(line.fields), account) else { return nil }
    }
  }

  private mutating func take(_ key: Substring, _ fields: FieldReader, _ account: AccountID) -> Bool {
    switch key {
    case "customer": customer = Customer(fields, id: account)
    case "contacts": contacts = []
    case "contact":
      guard let name = fields[0] else { return false }
      contacts?.append(
        Contact(
          name: name, role: fields[1], email: fields[2], phones: [], language: fields[3], timeZone: fields[4])
      )
    case "phone":
      guard let number = fields[0], let last = contacts?.indices.last else { return false }
      contacts?[last].phones.append(Phone(number: number, label: fields[1]))
    case "invoice": return Invoice(fields).map { invoices.old.append($0) } != nil
    case "credit": return Credit(fields).map { credits.old.append($0) } != nil
    case "application": return Application(fields).map { applications.old.append($0) } != nil
    case "+invoice": return fields.range.map { invoices.added.append($0) } != nil
    case "+credit": return fields.range.map { credits.added.append($0) } != nil
    case "+application": return fields.range.map { applications.added.append($0) } != nil
    default: return false
    }
    return key != "customer" || customer != nil
  }
}

extension RowsBefore {
  fileprivate func write(to lines: inout FieldLines, _ key: String, _ fields: (Row) -> [String?]) {
    for row in old { lines.add(key, fields(row)) }
    for numbers in added { lines.add("+" + key, [String(numbers.lowerBound), String(numbers.upperBound)]) }
  }
}

extension Customer {
  fileprivate var fields: [String?] {
    [
      number, name, terms?.text, creditLimit.map { String($0.minor) }, creditLimit?.currency.code, collector,
      paymentRun?.text, timeZone, isListed ? "1" : "0", taxNumber,
    ]
  }

  fileprivate init?(_ fields: FieldReader, id: AccountID) {
    guard let number = fields[0], let name = fields[1] else { return nil }
    self.init(
      id: id, number: number, name: name, terms: fields[2].flatMap { Terms(text: $0) },
      creditLimit: fields.money(3, 4), collector: fields[5],
      paymentRun: fields[6].flatMap { PaymentRun(text: $0) }, timeZone: fields[7], taxNumber: fields[9],
      isListed: fields[8] == "1")
  }
}

extension Invoice {
  fileprivate var fields: [String?] {
    [
      String(id.rawValue), number, String(issued.number), String(due.number), String(original.minor),
      original.currency.code, reference, formerNumbers.isEmpty ? nil : formerNumbers.joined(separator: "\n"),
    ]
  }

  fileprivate init?(_ fields: FieldReader) {
    guard let id = fields.number(0), let number = fields[1], let issued = fields.day(2),
      let due = fields.day(3),
      let amount = fields.money(4, 5)
    else { return nil }
    self.init(
      id: DocumentID(rawValue: id), number: number, issued: issued, due: due, original: amount,
      reference: fields[6], formerNumbers: fields[7]?.split(separator: "\n").map { String($0) } ?? [])
  }
}

extension Credit {
  fileprivate var fields: [String?] {
    [
      String(id.rawValue), number, kind.rawValue, String(dated.number), String(amount.minor),
      amount.currency.code, method, spent.map { String($0.number) },
      waiting.isEmpty ? nil : waiting.map(\.text).joined(separator: "\n"),
    ]
  }

  fileprivate init?(_ fields: FieldReader) {
    guard let id = fields.number(0), let number = fields[1],
      let kind = fields[2].flatMap({ Kind(rawValue: $0) }),
      let dated = fields.day(3), let amount = fields.money(4, 5)
    else { return nil }
    self.init(
      id: DocumentID(rawValue: id), number: number, kind: kind, dated: dated, amount: amount,
      method: fields[6],
      spent: fields.day(7),
      waiting: fields[8]?.split(separator: "\n").compactMap { WaitingApplication(text: $0) } ?? [])
  }
}

extension Application {
  fileprivate var fields: [String?] {
    [
      String(id), String(invoice.rawValue), credit.map { String($0.rawValue) }, source.rawValue,
      String(dated.number), String(amount), reverses.map { String($0) },
    ]
  }

  fileprivate init?(_ fields: FieldReader) {
    guard let id = fields.number(0), let invoice = fields.number(1),
      let source = fields[3].flatMap({ Source(rawValue: $0) }), let dated = fields.day(4),
      let amount = fields.number(5)
    else { return nil }
    self.init(
      id: id, invoice: DocumentID(rawValue: invoice),
      credit: fields.number(2).map { DocumentID(rawValue: $0) },
      source: source, dated: dated, amount: amount, reverses: fields.number(6))
  }
}
