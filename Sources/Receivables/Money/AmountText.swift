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
