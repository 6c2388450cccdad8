extension Money {
  /// Plain decimals for machine formats: exact, with the currency's places, a sign when negative.
  ///
  /// `"1234.56"`, `"-0.05"`, `"1500"` in JPY.
  public var text: String { decimals(grouping: nil) }

  /// Decimals for screens and letters, thousands set apart by a space: `"41 200.00"`.
  public var grouped: String { decimals(grouping: 0x20) }

  private func decimals(grouping: UInt8?) -> String {
    var reversed: [UInt8] = []
    reversed.reserveCapacity(28)
    var rest = minor.magnitude
    var place = 0
    let exponent = currency.exponent
    while rest > 0 || place <= exponent {
      if place == exponent, exponent > 0 { reversed.append(0x2E) }
      if let grouping, place > exponent, (place - exponent) % 3 == 0 { reversed.append(grouping) }
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      reversed.append(0x30 + UInt8(digit))
      rest = quotient
      place += 1
    }
    if minor < 0 { reversed.append(0x2D) }
    return String(decoding: reversed.reversed(), as: UTF8.self)
  }

  /// Reads what `text` writes and nothing else: a minus or nothing, digits, and at most the currency's decimals
  /// after a point. Throws `AmountProblem`.
  ///
  /// `Money(plain: "1200.00", usd).minor == 120_000`.
  public init(plain text: String, _ currency: Currency) throws(AmountProblem) {
    var digits = text.utf8[...]
    let isNegative = digits.first == 0x2D
    if isNegative { digits = digits.dropFirst() }
    var sum = DecimalSum(places: currency.exponent)
    var decimals: Int?
    guard digits.first != 0x2E, digits.last != 0x2E, !digits.isEmpty else { throw .notAnAmount }
    for byte in digits {
      switch byte {
      case 0x30...0x39:
        try sum.append(digit: byte - 0x30, isDecimal: decimals != nil)
        decimals? += 1
      case 0x2E where decimals == nil: decimals = 0
      default: throw .notAnAmount
      }
    }
    guard decimals ?? 0 <= currency.exponent else { throw .notAnAmount }
    self.init(minor: try sum.minor(isNegative: isNegative), currency)
  }
}

extension Money: CustomStringConvertible {
  /// For sentences: `"41 200.00 USD"`.
  public var description: String { "\(grouped) \(currency.code)" }
}
