/// An amount's text cut into what stands before the number, the number, and what stands after it.
struct AmountParts {
  let before: ArraySlice<UInt8>
  let number: ArraySlice<UInt8>
  let after: ArraySlice<UInt8>

  /// Throws `AmountProblem.empty` or `.notAnAmount` when there is no digit.
  init(_ bytes: [UInt8], mark: UInt8) throws(AmountProblem) {
    guard var first = bytes.firstIndex(where: \.isDigit), var last = bytes.lastIndex(where: \.isDigit) else {
      throw bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? .empty : .notAnAmount
    }
    // ".5" begins with its mark; in "Rs.5" the point belongs to the word.
    if first > 0, bytes[first - 1] == mark, first == 1 || !bytes[first - 2].isLetter { first -= 1 }
    if last + 1 < bytes.count, bytes[last + 1] == mark {
      last += 1
      // "100.-" means 100.00 to some and minus 100 to others.
      guard last + 1 == bytes.count || bytes[last + 1] != 0x2D else { throw .notAnAmount }
    }
    before = bytes[..<first]
    number = bytes[first...last]
    after = bytes[(last + 1)...]
  }
}

extension UInt8 {
  /// `0` to `9`.
  var isDigit: Bool { self &- 0x30 <= 9 }

  /// An ASCII letter or a byte of a character beyond ASCII.
  var isLetter: Bool { (self & 0xDF) &- 0x41 <= 25 || self >= 0x80 }
}

/// Signs and currency words around a number.
struct AmountAffixes {
  private(set) var isNegative = false
  private var signs = 0
  private var parentheses = 0

  /// Throws `AmountProblem` for anything that is not a sign, parentheses around the whole, or `currency`.
  init(
    before: ArraySlice<UInt8>, after: ArraySlice<UInt8>, currency: Currency
  ) throws(AmountProblem) {
    try read(before, isAfter: false, currency: currency)
    try read(after, isAfter: true, currency: currency)
    guard parentheses == 0 else { throw .notAnAmount }
    guard signs <= 1 else { throw .manySigns }
  }

  private mutating func read(
    _ bytes: ArraySlice<UInt8>, isAfter: Bool, currency: Currency
  ) throws(AmountProblem) {
    guard !bytes.isEmpty else { return }
    var word = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{A0}", "\u{202F}", "\u{2009}", "-", "\u{2212}", "\u{2013}", "+", "(", ")":
        try take(word, isAfter: isAfter, currency: currency)
        word = ""
        try take(scalar, isAfter: isAfter)
      default: word.unicodeScalars.append(scalar)
      }
    }
    try take(word, isAfter: isAfter, currency: currency)
  }

  private mutating func take(_ scalar: Unicode.Scalar, isAfter: Bool) throws(AmountProblem) {
    switch scalar {
    case "-", "\u{2212}", "\u{2013}":
      signs += 1
      isNegative = true
    case "+":
      guard !isAfter else { throw .notAnAmount }
      signs += 1
    case "(":
      guard !isAfter, parentheses == 0 else { throw .notAnAmount }
      parentheses = 1
      signs += 1
      isNegative = true
    case ")":
      guard isAfter, parentheses == 1 else { throw .notAnAmount }
      parentheses = 0
    default: break
    }
  }

  private mutating func take(_ word: String, isAfter: Bool, currency: Currency) throws(AmountProblem) {
    guard !word.isEmpty else { return }
    var name = word.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    if isAfter, name == "cr" || name == "dr" {
      signs += 1
      isNegative = name == "cr"
    } else if let code = Currency(name) {
      // Three letters make a code only as codes are written: "12abc" names no currency.
      guard code == currency else {
        throw word == code.code ? .otherCurrency(expected: currency) : .notAnAmount
      }
    } else {
      guard let currencies = CurrencySign.currencies[name] else { throw .notAnAmount }
      guard currencies.contains(currency.code) else { throw .otherCurrency(expected: currency) }
    }
  }
}

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

/// Adds up decimal digits into minor units, exactly.
///
/// Digits beyond the kept places round half away from zero; `isRounded` says that something was lost.
struct DecimalSum {
  /// Whether a digit other than zero fell beyond the kept places.
  private(set) var isRounded = false
  private let places: Int
  private var magnitude: UInt64 = 0
  private var decimals = 0
  private var roundsUp = false

  init(places: Int) { self.places = places }

  mutating func append(digit: UInt8, isDecimal: Bool) throws(AmountProblem) {
    if isDecimal {
      decimals += 1
      guard decimals <= places else {
        if decimals == places + 1 { roundsUp = digit >= 5 }
        if digit != 0 { isRounded = true }
        return
      }
    }
    try shift(adding: UInt64(digit))
  }

  /// The sum in minor units. Throws `AmountProblem.tooLarge`.
  func minor(isNegative: Bool) throws(AmountProblem) -> Int64 {
    var padded = self
    for _ in min(decimals, places)..<places { try padded.shift(adding: 0) }
    if roundsUp { padded.magnitude += 1 }
    guard padded.magnitude <= (isNegative ? Int64.min.magnitude : Int64.max.magnitude) else {
      throw .tooLarge
    }
    return isNegative ? Int64(truncatingIfNeeded: 0 &- padded.magnitude) : Int64(padded.magnitude)
  }

  private mutating func shift(adding digit: UInt64) throws(AmountProblem) {
    // One digit more than the limit still fits 64 bits, so the check can come first.
    guard magnitude <= Int64.min.magnitude / 10 else { throw .tooLarge }
    magnitude = magnitude * 10 + digit
  }
}
