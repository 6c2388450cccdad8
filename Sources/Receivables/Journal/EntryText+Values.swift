/// Reading the values of an entry's lines.
extension EntryText {
  /// Text as it was typed.
  static func string(_ value: Span<UInt8>) -> String {
    var escaped = false
    for index in value.indices where value[index] == backslash { escaped = true }
    guard escaped else { return raw(value) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      if value[index] == backslash, index + 1 < value.count {
        index += 1
        bytes.append(value[index] == 0x6E ? newline : value[index])
      } else {
        bytes.append(value[index])
      }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Bytes without escapes as text.
  static func raw(_ value: Span<UInt8>) -> String {
    value.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// A decimal number with an optional sign.
  static func number(_ value: Span<UInt8>) throws(EntryTextError) -> Int64 {
    let isNegative = value.count > 0 && value[0] == 0x2D
    var result: Int64 = 0
    guard value.count > (isNegative ? 1 : 0) else { throw EntryTextError("no number") }
    for index in (isNegative ? 1 : 0)..<value.count {
      let digit = Int64(value[index]) - 0x30
      guard (0...9).contains(digit) else { throw EntryTextError("a number that is not one") }
      let (tens, tooLarge) = result.multipliedReportingOverflow(by: 10)
      // Downwards, so that the smallest number fits too.
      let (next, tooLong) = tens.subtractingReportingOverflow(digit)
      guard !tooLarge, !tooLong else { throw EntryTextError("a number that is too large") }
      result = next
    }
    guard !isNegative else { return result }
    guard result != .min else { throw EntryTextError("a number that is too large") }
    return -result
  }

  /// Numbers with one space between two of them.
  static func numbers(_ value: Span<UInt8>) throws(EntryTextError) -> [Int64] {
    var result: [Int64] = []
    var start = 0
    for index in 0...value.count where index == value.count || value[index] == 0x20 {
      if index > start { result.append(try number(value.extracting(start..<index))) }
      start = index + 1
    }
    return result
  }

  /// Covered invoices.
  static func documents(_ value: Span<UInt8>) throws(EntryTextError) -> [DocumentID] {
    try numbers(value).map { DocumentID(rawValue: $0) }
  }

  /// `"120000 USD"`.
  static func money(_ value: Span<UInt8>) throws(EntryTextError) -> Money {
    guard value.count > 4, let currency = Currency(raw(value.extracting((value.count - 3)..<value.count)))
    else {
      throw EntryTextError("an amount without a currency")
    }
    return Money(minor: try number(value.extracting(0..<(value.count - 4))), currency)
  }

  /// `"2026-11-27"`.
  static func day(_ value: Span<UInt8>) throws(EntryTextError) -> CalendarDay {
    guard value.count == 10, value[4] == 0x2D, value[7] == 0x2D,
      let day = CalendarDay(
        year: Int(try number(value.extracting(0..<4))), month: Int(try number(value.extracting(5..<7))),
        day: Int(try number(value.extracting(8..<10))))
    else { throw EntryTextError("a day that is not one") }
    return day
  }

  /// `"14:05"`.
  static func time(_ value: Span<UInt8>) throws(EntryTextError) -> TimeOfDay {
    guard value.count == 5, value[2] == 0x3A,
      let time = TimeOfDay(
        hour: Int(try number(value.extracting(0..<2))), minute: Int(try number(value.extracting(3..<5))))
    else { throw EntryTextError("a time that is not one") }
    return time
  }
}
