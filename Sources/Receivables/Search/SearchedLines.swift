/// One text by which an account is found.
public struct SearchedLine: Hashable, Sendable {
  /// The text, as it is written.
  public let text: String
  /// What a row says when it was found by it; nil for what the row shows anyway.
  public let match: SearchMatch?

  init(_ text: String, _ match: SearchMatch? = nil) {
    self.text = text
    self.match = match
  }
}

extension AccountFile {
  /// All of `searchedLines`, folded, a line each; number, number without zeros and name are the first three. What stands
  /// between the texts of two accounts is never part of one.
  public var searchedText: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    eachSearched { text, _ in
      if text.isEmpty { return }
      if !bytes.isEmpty { bytes.append(0x0A) }
      SearchText.fold(text, behind: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every text by which the account is found, one thing a line: number, name, people and how to reach them, phone
  /// numbers as written and as digits, document numbers and references, what was said and noted. What was taken back can
  /// still be looked for: it stays readable.
  public var searchedLines: [SearchedLine] {
    var lines: [SearchedLine] = []
    eachSearched { text, match in
      if !text.isEmpty { lines.append(SearchedLine(text, match)) }
    }
    return lines
  }

  /// Hands over every text of `searchedLines`, empty ones too, and what a row says when it was found by it.
  private func eachSearched(_ take: (String, SearchMatch?) -> Void) {
    for text in [customer.number, DocumentKey(customer.number).text, customer.name] { take(text, nil) }
    for customer in related {
      take(customer.name.number, .customer(customer.words))
      take(customer.name.title, .customer(customer.words))
    }
    for contact in contacts { Self.reached(contact.name, contact.email, contact.phones, take) }
    for invoice in invoices {
      take(invoice.number, .invoice(invoice.number))
      for former in invoice.formerNumbers { take(former, .invoice(invoice.number)) }
      if let reference = invoice.reference { take(reference, .reference(reference)) }
    }
    for entry in entries {
      let text = entry.body.freeText
      take(text, .note(text))
      if let contact = entry.body.first(ContactRecord.self) {
        let phones = contact.phone.map { [Phone(number: $0)] } ?? []
        Self.reached(contact.person ?? "", nil, phones, take)
      }
      for person in entry.body.all(PersonRecord.self) {
        Self.reached(person.person, person.email, person.phones, take)
      }
      for reference in entry.body.all(PromiseTerms.self).compactMap(\.reference) {
        take(reference, .reference(reference))
      }
    }
  }

  private static func reached(
    _ name: String, _ email: String?, _ phones: [Phone], _ take: (String, SearchMatch?) -> Void
  ) {
    take(name, .person(name))
    if let email { take(email, .address(email)) }
    for phone in phones {
      take(phone.number, .address(phone.number))
      take(phone.digits, .address(phone.number))
    }
  }
}
