extension Policy {
  /// `amount` at indicative rates, in hundredths of the common currency, rounded towards zero. Orders rows across
  /// currencies; never shown. A currency without a rate counts one to one. Throws `MoneyError.overflow`.
  ///
  /// 10.00 EUR at a rate of 1 080 000 millionths is 1080.
  public func orderAmount(of amount: Money) throws(MoneyError) -> Int64 {
    let rate = UInt64(max(rates[amount.currency] ?? 1_000_000, 0))
    let product = amount.minor.magnitude.multipliedFullWidth(by: rate)
    // Millionths to hundredths leaves 10 000 to divide by.
    let divisor = UInt64(amount.currency.minorPerMajor) * 10_000
    guard product.high < divisor else { throw .overflow }
    guard let size = Int64(exactly: divisor.dividingFullWidth(product).quotient) else { throw .overflow }
    return amount.minor < 0 ? -size : size
  }
}
