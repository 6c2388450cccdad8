/// An amount in minor units of one currency. Never floating point, never mixed, never wrapped.
///
/// `try Money(minor: 120_000, .init("USD")!).adding(Money(minor: 5, usd)).minor == 120_005`.
public struct Money: Hashable, Sendable {
  /// Minor units: cents for USD, yen for JPY.
  public var minor: Int64
  /// The currency that `minor` counts.
  public let currency: Currency

  /// `minor` minor units of `currency`.
  public init(minor: Int64, _ currency: Currency) {
    self.minor = minor
    self.currency = currency
  }

  /// Nothing, in `currency`.
  public static func zero(_ currency: Currency) -> Money { Money(minor: 0, currency) }

  /// The sum. Throws `MoneyError` when the currencies differ or the sum does not fit.
  public func adding(_ other: Money) throws(MoneyError) -> Money {
    guard currency == other.currency else { throw .currencyMismatch(currency, other.currency) }
    return Money(minor: try minor.addingChecked(other.minor), currency)
  }

  /// The difference. Throws like `adding`.
  public func subtracting(_ other: Money) throws(MoneyError) -> Money {
    guard currency == other.currency else { throw .currencyMismatch(currency, other.currency) }
    return Money(minor: try minor.subtractingChecked(other.minor), currency)
  }
}

extension Money {
  /// Plain decimals for machine formats: exact, with the currency's places, a sign when negative.
  ///
  /// `"1234.56"`, `"-0.05"`, `"1500"` in JPY.
  public var text: String { decimals(grouping: nil) }

  /// Decimals for screens and letters, thousands set apart by a space: `"41 200.00"`.
  public var grouped: String { decimals(grouping: 0x20) }

  /// Rounded to what a glance takes, where all of it has no room: `"1 531 USD"`, `"88k USD"`, `"12M USD"`.
  public var rough: String {
    let unit = (0..<currency.exponent).reduce(UInt64(1)) { unit, _ in unit * 10 }
    func rounded(to unit: UInt64) -> String {
      let (whole, rest) = minor.magnitude.quotientAndRemainder(dividingBy: unit)
      var text = String(rest >= unit - rest ? whole + 1 : whole)
      var groups: [String] = []
      while text.count > 3 {
        groups.insert(String(text.suffix(3)), at: 0)
        text.removeLast(3)
      }
      return (minor < 0 ? "-" : "") + ([text] + groups).joined(separator: " ")
    }
    switch minor.magnitude / unit {
    case ..<10_000: return "\(rounded(to: unit)) \(currency.code)"
    case ..<10_000_000: return "\(rounded(to: unit * 1_000))k \(currency.code)"
    default: return "\(rounded(to: unit * 1_000_000))M \(currency.code)"
    }
  }

  private func decimals(grouping: UInt8?) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(28)
    if minor < 0 { bytes.append(0x2D) }
    Self.write(minor.magnitude, places: currency.exponent, grouping: grouping, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the digits of an amount without its sign, with a point before the last `places` of them.
  ///
  /// `Money.write(5, places: 2, to: &bytes)` adds `0.05`.
  public static func write(_ minor: UInt64, places: Int, grouping: UInt8? = nil, to bytes: inout [UInt8]) {
    // From behind, in what the largest amount takes with its point and all of its groups.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
      var start = digits.count
      func put(_ byte: UInt8) {
        start -= 1
        digits[start] = byte
      }
      var rest = minor
      var place = 0
      while rest > 0 || place <= places {
        if place == places, places > 0 { put(0x2E) }
        if let grouping, place > places, (place - places) % 3 == 0 { put(grouping) }
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        put(0x30 + UInt8(digit))
        rest = quotient
        place += 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
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

/// Why an amount could not be computed.
public enum MoneyError: Error, Hashable, Sendable {
  /// The result does not fit 64 bits of minor units.
  case overflow
  /// Amounts of different currencies are never added.
  case currencyMismatch(Currency, Currency)
}

extension MoneyError: CustomStringConvertible {
  /// A sentence for a person.
  public var description: String {
    switch self {
    case .overflow: "The amount is larger than 92 233 720 368 547 758.07 and cannot be kept exactly."
    case .currencyMismatch(let left, let right): "Amounts in \(left) and \(right) cannot be added."
    }
  }
}

extension [Money] {
  /// Adds an amount to the sum of its currency: 5 EUR to 2 EUR and 3 USD makes 7 EUR and 3 USD. Throws
  /// `MoneyError.overflow`.
  public mutating func add(_ amount: Money) throws(MoneyError) {
    if let index = firstIndex(where: { $0.currency == amount.currency }) {
      self[index] = try self[index].adding(amount)
    } else {
      append(amount)
    }
  }
}

extension Int64 {
  /// `self + other`, or `MoneyError.overflow`.
  @inlinable
  public func addingChecked(_ other: Int64) throws(MoneyError) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    guard !overflow else { throw .overflow }
    return sum
  }

  /// `self − other`, or `MoneyError.overflow`.
  @inlinable
  public func subtractingChecked(_ other: Int64) throws(MoneyError) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    guard !overflow else { throw .overflow }
    return difference
  }
}
