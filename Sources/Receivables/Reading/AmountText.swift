/// Reads amounts in every notation that exports use, on bytes and exactly.
///
/// `1,234.56`, `1.234,56`, `1 234,56`, `1'234.56`, `5,00,000`, `(100.00)`, `100.00-`, `−100`, `100.00 Cr`,
/// `$1,234.56`, `1 234,56 EUR`.
public enum AmountText {
  /// The amount in `bytes`, whose decimals follow `decimal`. Parentheses, a minus on either side and `Cr` make it
  /// negative; a currency sign or code must agree with `currency`. Throws `AmountProblem`.
  public static func read(
    _ bytes: Span<UInt8>, currency: Currency, decimal: DecimalMark
  ) throws(AmountProblem) -> AmountReading {
    if let minor = plain(bytes, places: currency.exponent, mark: decimal.byte) {
      return AmountReading(amount: Money(minor: minor, currency))
    }
    return try read(bytes, currency: currency, decimal: decimal, shift: 0)
  }

  /// The amount in `text`; see the reading of bytes.
  public static func read(
    _ text: String, currency: Currency, decimal: DecimalMark
  ) throws(AmountProblem) -> AmountReading {
    try read(text.utf8.span, currency: currency, decimal: decimal)
  }

  /// As above, times ten to the power of `shift`.
  static func read(
    _ bytes: Span<UInt8>, currency: Currency, decimal: DecimalMark, shift: Int
  ) throws(AmountProblem) -> AmountReading {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    let parts = try AmountParts(copy, mark: decimal.byte)
    var number = GroupedNumber(places: currency.exponent + shift, mark: decimal.byte)
    let sum = try number.read(parts.number)
    let isNegative = try AmountAffixes(before: parts.before, after: parts.after, currency: currency)
      .isNegative
    let amount = Money(minor: try sum.minor(isNegative: isNegative), currency)
    return AmountReading(amount: amount, isRounded: sum.isRounded)
  }

  /// Digits with at most one mark, short enough that no step can overflow: nearly every cell of an export.
  private static func plain(_ bytes: Span<UInt8>, places: Int, mark: UInt8) -> Int64? {
    let count = bytes.count
    guard (1...14).contains(count) else { return nil }
    let start = bytes[0] == 0x2D ? 1 : 0
    var value: Int64 = 0
    var markAt = count
    for index in start..<count {
      let byte = bytes[index]
      let digit = byte &- 0x30
      if digit <= 9 {
        value = value &* 10 &+ Int64(digit)
      } else if byte == mark, markAt == count, index > start {
        markAt = index
      } else {
        return nil
      }
    }
    let decimals = markAt == count ? 0 : count - markAt - 1
    guard count > start, decimals <= places else { return nil }
    for _ in decimals..<places { value = value &* 10 }
    return start == 1 ? -value : value
  }
}

/// An amount as read from a text.
public struct AmountReading: Hashable, Sendable {
  /// The amount; a credit is negative.
  public var amount: Money
  /// Whether decimals beyond the currency's were lost, by rounding half away from zero.
  public var isRounded: Bool

  /// An amount, with whether it was rounded.
  public init(amount: Money, isRounded: Bool = false) {
    self.amount = amount
    self.isRounded = isRounded
  }
}

/// Why a text is not an amount. `description` continues a sentence that begins with the quoted text.
public enum AmountProblem: Error, Hashable, Sendable {
  /// Nothing but spaces.
  case empty
  /// Something other than digits, marks, a sign and a currency: `12abc`, `1e3`.
  case notAnAmount
  /// Marks that do not set thousands apart, or the other decimal mark: `1.234,56` where the mark is a point.
  case wrongGrouping
  /// More than one of minus, parentheses, Dr and Cr.
  case manySigns
  /// It names another currency than the one expected.
  case otherCurrency(expected: Currency)
  /// It does not fit 64 bits of minor units.
  case tooLarge
}

extension AmountProblem: CustomStringConvertible {
  /// `"is not an amount"`.
  public var description: String {
    switch self {
    case .empty: "is empty where an amount is needed"
    case .notAnAmount: "is not an amount"
    case .wrongGrouping: "is not grouped like an amount of this file"
    case .manySigns: "has more than one sign"
    case .otherCurrency(let expected): "is not in \(expected)"
    case .tooLarge: "is larger than can be kept exactly"
    }
  }
}

/// What stands before the decimals.
public enum DecimalMark: String, Hashable, Sendable, CaseIterable {
  /// `1,234.56`.
  case point = "."
  /// `1.234,56`.
  case comma = ","

  var byte: UInt8 { self == .point ? 0x2E : 0x2C }
}
