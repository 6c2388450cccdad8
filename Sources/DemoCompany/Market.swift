import Receivables

/// Where a customer sits: what it pays in, how its numbers look, what its clock says.
struct Market {
  let currency: Currency
  let zone: String
  let language: String
  let dialling: String
  let suffix: String

  private static let dollar = currency("USD")
  private static let euro = currency("EUR")
  private static let pound = currency("GBP")

  private static func currency(_ code: String) -> Currency {
    guard let currency = Currency(code) else { preconditionFailure("\(code) is a currency") }
    return currency
  }

  private static let dollarZones = [
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
  ]
  private static let euroPlaces = [
    ("Europe/Berlin", "de", "+49 30 555", "GmbH"), ("Europe/Paris", "fr", "+33 1 555", "SARL"),
    ("Europe/Madrid", "es", "+34 91 555", "SL"), ("Europe/Dublin", "en", "+353 1 555", "Ltd"),
  ]

  private init(_ code: Currency, zone: String, language: String, dialling: String, suffix: String) {
    currency = code
    self.zone = zone
    self.language = language
    self.dialling = dialling
    self.suffix = suffix
  }

  static func draw(_ random: inout Randomness) -> Market {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<60:
      let area = Int.random(in: 201...989, using: &random)
      let zone = dollarZones[Int.random(in: 0..<dollarZones.count, using: &random)]
      return Market(dollar, zone: zone, language: "en", dialling: "+1 \(area) 555", suffix: "Inc")
    case 60..<85:
      let (zone, language, dialling, suffix) = euroPlaces[
        Int.random(in: 0..<euroPlaces.count, using: &random)]
      return Market(euro, zone: zone, language: language, dialling: dialling, suffix: suffix)
    default:
      return Market(pound, zone: "Europe/London", language: "en", dialling: "+44 20 7946", suffix: "Ltd")
    }
  }
}
