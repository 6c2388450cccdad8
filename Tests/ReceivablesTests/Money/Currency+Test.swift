import Receivables

extension Currency {
  static let usd = named("USD")
  static let eur = named("EUR")
  static let jpy = named("JPY")

  private static func named(_ code: String) -> Currency {
    guard let currency = Currency(code) else { fatalError("\(code) is not a currency") }
    return currency
  }
}
