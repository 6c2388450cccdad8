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
    let document = byte() == 1 ? document() : nil
    let count = self.number()
    var row = IncomingRow(line: line, customer: customer, document: document)
    for _ in 0..<count { row.applications.append(IncomingApplication(invoice: text(), amount: signed())) }
    return row
  }

  private mutating func customer(_ number: String) -> IncomingCustomer {
    let parts = byte()
    let spelled = parts & 4 != 0 ? text() : number
    let name = parts & 2 != 0 ? text() : nil
    guard parts & 1 != 0 else { return IncomingCustomer(number: spelled, name: name) }
    return IncomingCustomer(
      number: spelled, name: name, terms: terms(), creditLimit: self.number() == 1 ? money() : nil,
      collector: optionalText(), paymentRun: optionalText().flatMap { PaymentRun(text: $0) },
      timeZone: optionalText(), contact: byte() == 1 ? contact() : nil)
  }

  private mutating func terms() -> Terms? {
    switch byte() {
    case 1: .net(Int(signed()))
    case 2: .netThenEndOfMonth(Int(signed()))
    case 3: .endOfMonthThenNet(Int(signed()))
    default: nil
    }
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
    var document = IncomingDocument(kind: kind, number: text(), issued: day(), due: day(), amount: money())
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
