import Receivables

/// The rows of files as bytes, which are put in the order of accounts and held outside memory where they are many. Only
/// the import that wrote them reads them.
struct RowWriter {
  /// The rows, and behind them room for more.
  private(set) var bytes: [UInt8] = []
  /// How many bytes of that are rows.
  private(set) var count = 0

  mutating func removeAll() { count = 0 }

  /// `number` is that of the row's customer, as whoever reads the row will know it.
  mutating func add(_ row: IncomingRow, of number: String) {
    while true {
      let (end, lacking) = bytes.withUnsafeMutableBytes { room in
        var pen = RowPen(room, at: count)
        pen.add(row, of: number)
        return (pen.place, pen.lacking)
      }
      guard lacking > 0 else { return count = end }
      // Twice the room, but not when there is much already.
      let more = max(lacking, min(bytes.count, Self.growth))
      bytes.append(contentsOf: repeatElement(0, count: more))
    }
  }

  private static let growth = 1 << 20
}

/// Writes a row where there is room for it, and says so where there is not.
private struct RowPen {
  private let room: UnsafeMutableRawBufferPointer
  private(set) var place: Int
  /// How many bytes had no room. With any, what was written is nothing.
  private(set) var lacking = 0

  init(_ room: UnsafeMutableRawBufferPointer, at place: Int) {
    self.room = room
    self.place = place
  }

  mutating func add(_ row: IncomingRow, of number: String) {
    add(number: row.line)
    add(row.customer, known: number)
    // Asked whether it is nil, a document would be copied.
    if let document = row.document {
      add(byte: 1)
      add(document)
    } else {
      add(byte: 0)
    }
    add(number: row.applications.count)
    for application in row.applications {
      add(application.invoice)
      add(signed: application.amount)
    }
  }

  private mutating func add(_ customer: IncomingCustomer, known number: String) {
    let isSpelled = customer.number != number
    // Most rows say nothing of their customer but whose they are.
    add(byte: (isSpelled ? 4 : 0) | (customer.name != nil ? 2 : 0) | (customer.hasDetails ? 1 : 0))
    if isSpelled { add(customer.number) }
    if let name = customer.name { add(name) }
    guard customer.hasDetails else { return }
    add(optional: customer.terms?.text)
    add(number: customer.creditLimit == nil ? 0 : 1)
    if let limit = customer.creditLimit { add(limit) }
    add(optional: customer.collector)
    for text in [customer.paymentRun?.text, customer.timeZone, customer.taxNumber] { add(optional: text) }
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
    add(document.amount)
    let (isOpen, isSettled): (UInt8, UInt8) = (document.open == nil ? 0 : 4, document.settled == nil ? 0 : 2)
    add(byte: isOpen | isSettled | (document.tellsSettled ? 1 : 0) | (document.isCancelled ? 8 : 0))
    if let open = document.open { add(signed: open) }
    if let settled = document.settled { add(signed: Int64(settled.number)) }
    add(optional: document.reference)
    add(optional: document.method)
    add(byte: document.assumed.rawValue)
  }

  private mutating func add(_ money: Money) {
    add(signed: money.minor)
    add(UInt64(money.currency.bits))
  }

  private mutating func add(byte: UInt8) {
    guard place < room.count else { return lacking += 1 }
    room[place] = byte
    place += 1
  }

  private mutating func add(number: Int) { add(UInt64(number)) }

  /// Small numbers of either sign in few bytes.
  private mutating func add(signed number: Int64) { add(UInt64(bitPattern: (number << 1) ^ (number >> 63))) }

  private mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      add(byte: UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    add(byte: UInt8(rest))
  }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      add(UInt64(utf8.count))
      add(utf8)
    }
  }

  /// One more than its length before a text; nothing before none.
  private mutating func add(optional text: String?) {
    guard var text else { return add(byte: 0) }
    text.withUTF8 { utf8 in
      add(UInt64(utf8.count) + 1)
      add(utf8)
    }
  }

  private mutating func add(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard let start = utf8.baseAddress, let base = room.baseAddress else { return }
    guard utf8.count <= room.count - place else { return lacking += utf8.count }
    (base + place).copyMemory(from: start, byteCount: utf8.count)
    place += utf8.count
  }
}

extension IncomingDocument {
  static let kinds: [Kind] = [.invoice, .creditNote, .payment]
}
