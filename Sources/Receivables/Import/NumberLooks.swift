/// Tells of new numbers that look like others of their kind and are not the same.
extension BooksMerge {
  /// Tells when a new invoice's number looks like another one of its account, or is that of a credit note.
  mutating func look(atInvoice number: String, of account: inout AccountAtWork, line: Int) {
    let key = DocumentKey(number)
    let look = key.look
    if let other = account.invoice(looking: look) {
      tell("invoice", number, beside: other, part: .number, line)
    } else if look != key.text {
      if let other = account.place(ofInvoice: look) {
        tell("invoice", number, beside: account.invoices[other].number, part: .number, line)
      }
      account.remember(number, looking: look)
    }
    if account.place(ofCredit: key.text, .creditNote) != nil {
      result.notes.namesakes.add(line: line, column: terms.headings[.number], "\"\(number)\"")
    }
  }

  /// Tells when a new credit note has the number of an invoice.
  mutating func look(atCreditNote number: String, of account: AccountAtWork, line: Int) {
    guard account.place(ofInvoice: DocumentKey(number).text) != nil else { return }
    result.notes.namesakes.add(line: line, column: terms.headings[.number], "\"\(number)\"")
  }

  /// Tells when the number of a new customer looks like that of `other`.
  public mutating func look(atCustomer number: String, beside other: String, line: Int) {
    tell("customer", number, beside: other, part: .customer, line)
  }

  /// Tells when a name is that of the customer `other` in another spelling.
  public mutating func hear(ofCustomer name: String, spelled other: String, line: Int) {
    result.notes.spellings.add(line: line, column: terms.headings[.customer], "\"\(name)\" for \"\(other)\"")
  }

  private mutating func tell(
    _ what: String, _ number: String, beside other: String, part: IncomingPart, _ line: Int
  ) {
    let name = { (number: String) in "\"\(number)\"\(DocumentKey(number).oddCharacters)" }
    result.notes.lookAlikes.add(
      line: line, column: terms.headings[part], "\(what) \(name(number)) beside \(name(other))")
  }
}
