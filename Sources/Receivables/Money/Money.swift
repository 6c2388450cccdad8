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
