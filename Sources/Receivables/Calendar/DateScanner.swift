/// Walks over the bytes of a date made of digits.
struct DateScanner {
  private var index = 0
  private var end: Int

  init(_ count: Int) { end = count }

  /// Three numbers between `-`, `/` or `.`, or eight digits; nil when a word is among them.
  mutating func numeric(_ bytes: Span<UInt8>) throws(DateProblem) -> DateParts? {
    trim(bytes)
    guard index < end else { throw .empty }
    let (first, firstLength) = number(bytes)
    guard firstLength > 0 else { return nil }
    guard index < end else {
      guard firstLength == 8 else { throw .notADate }
      return compact(first)
    }
    let separator = bytes[index]
    if separator == 0x3A { throw isClock(bytes) ? .destroyed : .notADate }
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
    index += 1
    let (second, secondLength) = number(bytes)
    guard secondLength > 0 else { return nil }
    if firstLength == 8, separator == 0x2E, second == 0, index == end { return compact(first) }
    guard (1...2).contains(secondLength), index < end, bytes[index] == separator else { throw .notADate }
    index += 1
    let (third, thirdLength) = number(bytes)
    guard isEndOrTime(bytes) else { throw .notADate }
    switch (firstLength, thirdLength) {
    case (4, 1...2): return DateParts(form: .yearFirst, first: first, second: second, third: third)
    case (1...2, 4):
      return DateParts(form: .numeric(hasShortYear: false), first: first, second: second, third: third)
    case (1...2, 2):
      return DateParts(form: .numeric(hasShortYear: true), first: first, second: second, third: third)
    default: throw .notADate
    }
  }

  private func compact(_ number: Int) -> DateParts {
    DateParts(form: .yearFirst, first: number / 10_000, second: number / 100 % 100, third: number % 100)
  }

  private mutating func trim(_ bytes: Span<UInt8>) {
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    while index < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
  }

  /// The digits here and how many they are; more than eight are not part of any date.
  private mutating func number(_ bytes: Span<UInt8>) -> (value: Int, length: Int) {
    var value = 0
    var length = 0
    while index < end, length <= 8 {
      let digit = bytes[index] &- 0x30
      guard digit <= 9 else { break }
      value = value &* 10 &+ Int(digit)
      length += 1
      index += 1
    }
    return (value, length)
  }

  /// Nothing, or a time such as ` 00:00:00.000`, `T09:30Z`, ` 9:30 AM`.
  private mutating func isEndOrTime(_ bytes: Span<UInt8>) -> Bool {
    guard index < end else { return true }
    guard bytes[index] == 0x20 || bytes[index] == 0x54 else { return false }
    index += 1
    return isClock(bytes)
  }

  /// Digits with a colon among them, then only what stands behind a time.
  private mutating func isClock(_ bytes: Span<UInt8>) -> Bool {
    var colons = 0
    while index < end {
      switch bytes[index] {
      case 0x30...0x39, 0x20, 0x2E, 0x2B, 0x2D: break
      case 0x3A: colons += 1
      // A, M, P, T, Z in either case.
      case 0x41, 0x61, 0x4D, 0x6D, 0x50, 0x70, 0x5A, 0x7A: break
      default: return false
      }
      index += 1
    }
    return (1...3).contains(colons)
  }
}
