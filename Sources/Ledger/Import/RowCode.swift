import Receivables

/// The rows of files as bytes, which are put in the order of accounts and held outside memory where they are many. Only
/// the import that wrote them reads them.
struct RowWriter {
  private(set) var bytes: [UInt8] = []

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// `number` is that of the row's customer, as whoever reads the row will know it.
  mutating func add(_ row: IncomingRow, of number: String) {
    add(number: row.line)
    add(row.customer, known: number)
    add(byte: row.document == nil ? 0 : 1)
    if let document = row.document { add(document) }
    add(number: row.applications.count)
    for application in row.applications {
      add(application.invoice)
      add(signed: application.amount)
    }
  }

  private mutating func add(_ customer: IncomingCustomer, known number: String) {
    let isSpelled = customer.number != number
    let hasMore =
      customer.terms != nil || customer.creditLimit != nil || customer.collector != nil
      || customer.paymentRun != nil || customer.timeZone != nil || customer.contact != nil
    // Most rows say nothing of their customer but whose they are.
    add(byte: (isSpelled ? 4 : 0) | (customer.name != nil ? 2 : 0) | (hasMore ? 1 : 0))
    if isSpelled { add(customer.number) }
    if let name = customer.name { add(name) }
    guard hasMore else { return }
    add(optional: customer.terms?.text)
    add(optional: customer.creditLimit.map(\.currency.code))
    add(signed: customer.creditLimit?.minor ?? 0)
    for text in [customer.collector, customer.paymentRun?.text, customer.timeZone] { add(optional: text) }
    add(byte: customer.contact == nil ? 0 : 1)
    guard let contact = customer.contact else { return }
    add(contact.name)
    for text in [contact.role, contact.email, contact.language, contact.timeZone] { add(optional: text) }
    add(number: contact.phones.count)
    for phone in contact.phones {
      add(phone.number)
      add(optional: phone.label)
    }
  }

  private mutating func add(_ document: IncomingDocument) {
    add(byte: IncomingDocument.kinds.firstIndex(of: document.kind).map { UInt8($0) } ?? 0)
    add(document.number)
    add(signed: Int64(document.issued.number))
    add(signed: Int64(document.due.number))
    add(signed: document.amount.minor)
    add(document.amount.currency.code)
    let parts: [Bool] = [document.open != nil, document.settled != nil, document.tellsSettled]
    add(byte: parts.reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
    if let open = document.open { add(signed: open) }
    if let settled = document.settled { add(signed: Int64(settled.number)) }
    add(optional: document.reference)
    add(optional: document.method)
    add(byte: document.assumed.rawValue)
  }

  private mutating func add(byte: UInt8) { bytes.append(byte) }

  private mutating func add(number: Int) { add(UInt64(number)) }

  /// Small numbers of either sign in few bytes.
  private mutating func add(signed number: Int64) { add(UInt64(bitPattern: (number << 1) ^ (number >> 63))) }

  private mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      add(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  /// One more than its length before a text; nothing before none.
  private mutating func add(optional text: String?) {
    guard var text else { return bytes.append(0) }
    text.withUTF8 { utf8 in
      add(UInt64(utf8.count) + 1)
      bytes.append(contentsOf: utf8)
    }
  }
}

/// Reads what `RowWriter` wrote.
struct RowScanner {
  private let bytes: UnsafeRawBufferPointer
  private var place: Int

  init(_ bytes: UnsafeRawBufferPointer, at place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  /// The next row, of a customer of that number.
  mutating func row(of number: String) -> IncomingRow {
    let line = self.number()
    let customer = customer(number)
    let document = byte() == 1 ? document() : nil
    let count = self.number()
    let applications = (0..<count).map { _ in IncomingApplication(invoice: text(), amount: signed()) }
    return IncomingRow(line: line, customer: customer, document: document, applications: applications)
  }

  private mutating func customer(_ number: String) -> IncomingCustomer {
    let parts = byte()
    var customer = IncomingCustomer(number: parts & 4 != 0 ? text() : number)
    if parts & 2 != 0 { customer.name = text() }
    guard parts & 1 != 0 else { return customer }
    customer.terms = optionalText().flatMap { Terms(text: $0) }
    let currency = optionalText().flatMap { Currency($0) }
    let limit = signed()
    customer.creditLimit = currency.map { Money(minor: limit, $0) }
    customer.collector = optionalText()
    customer.paymentRun = optionalText().flatMap { PaymentRun(text: $0) }
    customer.timeZone = optionalText()
    guard byte() == 1 else { return customer }
    var contact = Contact(
      name: text(), role: optionalText(), email: optionalText(), phones: [], language: optionalText(),
      timeZone: optionalText())
    contact.phones = (0..<self.number()).map { _ in Phone(number: text(), label: optionalText()) }
    customer.contact = contact
    return customer
  }

  private mutating func document() -> IncomingDocument? {
    let kind = IncomingDocument.kinds[Int(byte())]
    let number = text()
    let (issued, due, minor) = (day(), day(), signed())
    guard let currency = Currency(text()) else { return nil }
    var document = IncomingDocument(
      kind: kind, number: number, issued: issued, due: due, amount: Money(minor: minor, currency))
    let parts = byte()
    if parts & 4 != 0 { document.open = signed() }
    if parts & 2 != 0 { document.settled = day() }
    document.tellsSettled = parts & 1 != 0
    document.reference = optionalText()
    document.method = optionalText()
    document.assumed = IncomingDocument.Assumed(rawValue: byte())
    return document
  }

  private mutating func day() -> CalendarDay { CalendarDay(number: Int(signed())) }

  private mutating func byte() -> UInt8 {
    defer { place += 1 }
    return bytes[place]
  }

  private mutating func number() -> Int { Int(unsigned()) }

  private mutating func signed() -> Int64 {
    let bits = unsigned()
    return Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1)
  }

  private mutating func unsigned() -> UInt64 {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let next = byte()
      number |= UInt64(next & 0x7F) << shift
      guard next >= 0x80 else { return number }
      shift += 7
    }
  }

  private mutating func text() -> String { text(of: number()) }

  private mutating func optionalText() -> String? {
    let length = number()
    return length == 0 ? nil : text(of: length - 1)
  }

  private mutating func text(of length: Int) -> String {
    defer { place += length }
    return String(decoding: bytes[place..<(place + length)], as: UTF8.self)
  }
}

extension IncomingDocument {
  fileprivate static let kinds: [Kind] = [.invoice, .creditNote, .payment]
}
