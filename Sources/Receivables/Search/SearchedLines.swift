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
    for line in searchedLines {
      if !bytes.isEmpty { bytes.append(0x0A) }
      for byte in SearchText.folded(line.text).utf8 {
        bytes.append(byte == SearchText.separator ? 0x20 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every text by which the account is found, one thing a line: number, name, people and how to reach them, phone
  /// numbers as written and as digits, document numbers and references, what was said and noted. What was taken back can
  /// still be looked for: it stays readable.
  public var searchedLines: [SearchedLine] {
    var lines = [customer.number, DocumentKey(customer.number).text, customer.name].map { SearchedLine($0) }
    for contact in contacts { lines += Self.reached(contact.name, contact.email, contact.phones) }
    for invoice in invoices {
      lines.append(SearchedLine(invoice.number, .invoice(invoice.number)))
      if let reference = invoice.reference { lines.append(SearchedLine(reference, .reference(reference))) }
    }
    for entry in entries {
      let text = entry.body.freeText
      lines.append(SearchedLine(text, .note(text)))
      if let contact = entry.body.first(ContactRecord.self) {
        let phones = contact.phone.map { [Phone(number: $0)] } ?? []
        lines += Self.reached(contact.person ?? "", nil, phones)
      }
      for person in entry.body.all(PersonRecord.self) {
        lines += Self.reached(person.person, person.email, person.phones)
      }
      for reference in entry.body.all(PromiseTerms.self).compactMap(\.reference) {
        lines.append(SearchedLine(reference, .reference(reference)))
      }
    }
    return lines.filter { !$0.text.isEmpty }
  }

  private static func reached(_ name: String, _ email: String?, _ phones: [Phone]) -> [SearchedLine] {
    var lines = [SearchedLine(name, .person(name))]
    if let email { lines.append(SearchedLine(email, .address(email))) }
    for phone in phones {
      lines.append(SearchedLine(phone.number, .address(phone.number)))
      lines.append(SearchedLine(phone.digits, .address(phone.number)))
    }
    return lines
  }
}
