/// Reads digits that may be set apart in groups and may have decimals.
///
/// Groups are of three digits, or of two before a last of three as in India; one kind of separator throughout.
struct GroupedNumber {
  private let mark: UInt8
  private var sum: DecimalSum
  private var separator: UInt8?
  private var isInDecimals = false
  /// Digits of the first group, of the one being read, and whether all between them have three or two.
  private var head = 0
  private var current = 0
  private var areThrees = true
  private var areTwos = true

  init(places: Int, mark: UInt8) {
    self.mark = mark
    sum = DecimalSum(places: places)
  }

  mutating func read(_ bytes: ArraySlice<UInt8>) throws(AmountProblem) -> DecimalSum {
    var rest = bytes
    while let byte = rest.first {
      var length = 1
      if byte.isDigit {
        try sum.append(digit: byte &- 0x30, isDecimal: isInDecimals)
        if !isInDecimals { current += 1 }
      } else if byte == mark {
        guard !isInDecimals else { throw .wrongGrouping }
        isInDecimals = true
      } else {
        guard let found = Self.separator(rest) else { throw .notAnAmount }
        guard !isInDecimals, separator == nil || separator == found.kind else { throw .wrongGrouping }
        closeGroup()
        separator = found.kind
        length = found.length
      }
      rest = rest.dropFirst(length)
    }
    guard separator == nil || (isGrouped && bytes.first != 0x30) else { throw .wrongGrouping }
    return sum
  }

  private mutating func closeGroup() {
    if separator == nil {
      head = current
    } else {
      areThrees = areThrees && current == 3
      areTwos = areTwos && current == 2
    }
    current = 0
  }

  private var isGrouped: Bool {
    current == 3 && head > 0 && ((head <= 3 && areThrees) || (head <= 2 && areTwos))
  }

  /// Comma, point, space or apostrophe; no-break, narrow no-break or thin space; right single quotation mark.
  private static func separator(_ rest: ArraySlice<UInt8>) -> (kind: UInt8, length: Int)? {
    switch rest.first {
    case 0x2C?, 0x2E?, 0x20?, 0x27?: rest.first.map { ($0, 1) }
    case 0xC2? where rest.dropFirst().first == 0xA0: (0xA0, 2)
    case 0xE2? where rest.dropFirst().first == 0x80:
      rest.dropFirst(2).first.flatMap { [0xAF, 0x89, 0x99].contains($0) ? ($0, 3) : nil }
    default: nil
    }
  }
}
