/// Reads digits that may be set apart in groups and may have decimals.
///
/// Groups are of three digits, or of two before a last of three as in India; one kind of separator throughout.
struct GroupedNumber {
  private let mark: UInt8
  private var sum: DecimalSum
  private var separator: ArraySlice<UInt8>?
  private var lengths = [0]
  private var isInDecimals = false

  init(places: Int, mark: UInt8) {
    self.mark = mark
    sum = DecimalSum(places: places)
  }

  mutating func read(_ bytes: ArraySlice<UInt8>) throws(AmountProblem) -> DecimalSum {
    var rest = bytes
    while let byte = rest.first {
      if byte.isDigit {
        try sum.append(digit: byte &- 0x30, isDecimal: isInDecimals)
        if !isInDecimals { lengths[lengths.count - 1] += 1 }
        rest.removeFirst()
      } else if byte == mark {
        guard !isInDecimals else { throw .wrongGrouping }
        isInDecimals = true
        rest.removeFirst()
      } else {
        guard let found = Self.separators.first(where: { rest.starts(with: $0) }) else { throw .notAnAmount }
        guard !isInDecimals, separator == nil || separator == found[...] else { throw .wrongGrouping }
        separator = found[...]
        lengths.append(0)
        rest.removeFirst(found.count)
      }
    }
    guard lengths.count == 1 || (isGrouped && bytes.first != 0x30) else { throw .wrongGrouping }
    return sum
  }

  private var isGrouped: Bool {
    let head = lengths[0]
    let middle = lengths.dropFirst().dropLast()
    guard lengths.last == 3, head > 0 else { return false }
    return (head <= 3 && middle.allSatisfy { $0 == 3 }) || (head <= 2 && middle.allSatisfy { $0 == 2 })
  }

  /// Comma, point, space, apostrophe; no-break, narrow no-break and thin space; right single quotation mark.
  private static let separators: [[UInt8]] = [
    [0x2C], [0x2E], [0x20], [0x27], [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x89], [0xE2, 0x80, 0x99],
  ]
}
