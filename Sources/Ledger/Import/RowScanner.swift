import Receivables

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
    // A row is made when all of it is known: to fill it in would copy it.
    guard byte() == 1 else {
      return IncomingRow(line: line, customer: customer, applications: applications())
    }
    let document = document()
    return IncomingRow(line: line, customer: customer, document: document, applications: applications())
  }

  private mutating func applications() -> [IncomingApplication] {
    let count = number()
    // Most rows have none, or one.
    if count == 0 { return [] }
    let first = application()
    return count == 1 ? [first] : [first] + (1..<count).map { _ in application() }
  }

  private mutating func application() -> IncomingApplication {
    IncomingApplication(invoice: text(), amount: signed())
  }

  private mutating func customer(_ number: String) -> IncomingCustomer {
    let parts = byte()
    let spelled = parts & 4 != 0 ? text() : number
    let name = parts & 2 != 0 ? text() : nil
    guard parts & 1 != 0 else { return IncomingCustomer(number: spelled, name: name) }
    return IncomingCustomer(
      number: spelled, name: name, terms: optionalText().flatMap { Terms(text: $0) },
      creditLimit: self.number() == 1 ? money() : nil,
      collector: optionalText(), paymentRun: optionalText().flatMap { PaymentRun(text: $0) },
      timeZone: optionalText(), taxNumber: optionalText(), contact: byte() == 1 ? contact() : nil)
  }

  private mutating func money() -> Money {
    let minor = signed()
    return Money(minor: minor, Currency(bits: UInt32(truncatingIfNeeded: unsigned())))
  }

  private mutating func contact() -> Contact {
    var contact = Contact(
      name: text(), role: optionalText(), email: optionalText(), phones: [], language: optionalText(),
      timeZone: optionalText())
    contact.phones = (0..<number()).map { _ in Phone(number: text(), label: optionalText()) }
    return contact
  }

  private mutating func document() -> IncomingDocument {
    let kind = IncomingDocument.kinds[Int(byte())]
    let (number, issued, due, amount) = (text(), day(), day(), money())
    let parts = byte()
    var document = IncomingDocument(
      kind: kind, number: number, issued: issued, due: due, amount: amount,
      open: parts & 4 != 0 ? signed() : nil, settled: parts & 2 != 0 ? day() : nil,
      tellsSettled: parts & 1 != 0, reference: optionalText(), method: optionalText(),
      assumed: IncomingDocument.Assumed(rawValue: byte()))
    document.isCancelled = parts & 8 != 0
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
    var next = byte()
    var number = UInt64(next & 0x7F)
    var shift: UInt64 = 7
    while next >= 0x80 {
      next = byte()
      number |= UInt64(next & 0x7F) &<< shift
      shift += 7
    }
    return number
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
