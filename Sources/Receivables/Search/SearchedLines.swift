extension AccountFile {
  /// Everything by which the account is found, one thing a line: number, name, people and how to reach them, phone
  /// numbers as written and as digits, document numbers and references, what was said and noted. What was taken back can
  /// still be looked for: it stays readable.
  public var searchedLines: [String] {
    var lines = [customer.number, DocumentKey(customer.number).text, customer.name]
    for contact in contacts {
      lines += [contact.name, contact.email ?? ""]
      for phone in contact.phones { lines += [phone.number, phone.digits] }
    }
    for invoice in invoices { lines += [invoice.number, invoice.reference ?? ""] }
    for entry in entries {
      lines.append(entry.body.freeText)
      if let contact = entry.body.first(ContactRecord.self) {
        lines += [contact.person ?? "", contact.phone ?? ""]
        if let phone = contact.phone { lines.append(Phone(number: phone).digits) }
      }
      for person in entry.body.all(PersonRecord.self) {
        lines += [person.person, person.email ?? ""]
        for phone in person.phones { lines += [phone.number, phone.digits] }
      }
      lines += entry.body.all(PromiseTerms.self).compactMap(\.reference)
    }
    return lines.filter { !$0.isEmpty }
  }
}
