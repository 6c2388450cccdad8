import Receivables

/// Where a customer sits: what it pays in, how its numbers look, what its clock says.
struct Market {
  let currency: String
  let zone: String
  let language: String
  let dialling: String
  let suffix: String

  private static let unitedStates = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"]
  private static let euro = [
    ("Europe/Berlin", "de", "+49 30", "GmbH"), ("Europe/Paris", "fr", "+33 1", "SARL"),
    ("Europe/Madrid", "es", "+34 91", "SL"), ("Europe/Dublin", "en", "+353 1", "Ltd"),
  ]

  static func draw(_ random: inout Randomness) -> Market {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<60:
      Market(
        currency: "USD", zone: unitedStates[Int.random(in: 0..<unitedStates.count, using: &random)],
        language: "en", dialling: "+1 \(Int.random(in: 201...989, using: &random)) 555", suffix: "Inc")
    case 60..<85:
      {
        let place = euro[Int.random(in: 0..<euro.count, using: &random)]
        return Market(
          currency: "EUR", zone: place.0, language: place.1, dialling: place.2 + " 555", suffix: place.3)
      }()
    default:
      Market(
        currency: "GBP", zone: "Europe/London", language: "en", dialling: "+44 20 7946", suffix: "Ltd")
    }
  }
}
