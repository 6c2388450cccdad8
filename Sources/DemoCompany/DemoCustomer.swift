import Receivables

/// One customer of the demo company, with everything that its files say of it.
struct DemoCustomer {
  let index: Int
  let persona: Persona
  let name: String
  let market: Market
  let contact: String
  let role: String
  let phone: String
  let mobile: String?
  let email: String
  let termsDays: Int
  /// Typical invoice in major units.
  let size: Int
  let run: PaymentRun?
  let collector: String

  var number: String { Self.number(index) }

  /// Account numbers look like those of an accounting system that was there before.
  static func number(_ index: Int) -> String { String(10_000 + index * 7) }

  /// Minor units as money of the customer's currency.
  func money(_ minor: Int64) -> Money { Money(minor: minor, market.currency) }

  static func index(ofNumber number: String) -> Int? { Int(number).map { ($0 - 10_000) / 7 } }

  init(index: Int, _ random: inout Randomness) {
    self.index = index
    persona = Persona.draw(&random)
    market = Market.draw(&random)
    let firm = DemoNames.firms[Int.random(in: 0..<DemoNames.firms.count, using: &random)]
    let trade = DemoNames.trades[Int.random(in: 0..<DemoNames.trades.count, using: &random)]
    name = "\(firm) \(trade) \(market.suffix)"
    let given = DemoNames.given[Int.random(in: 0..<DemoNames.given.count, using: &random)]
    let family = DemoNames.family[Int.random(in: 0..<DemoNames.family.count, using: &random)]
    contact = "\(given) \(family)"
    role = DemoNames.roles[Int.random(in: 0..<DemoNames.roles.count, using: &random)]
    phone = "\(market.dialling) \(Int.random(in: 1000...9999, using: &random))"
    mobile =
      Bool.random(using: &random) ? "\(market.dialling) \(Int.random(in: 1000...9999, using: &random))" : nil
    email = "\(given.lowercased()).\(family.lowercased())@\(firm.lowercased()).example"
    termsDays = [14, 30, 30, 30, 45, 60][Int.random(in: 0..<6, using: &random)]
    size = [180, 420, 900, 1_700, 3_400, 7_500, 16_000][Int.random(in: 0..<7, using: &random)]
    run = persona == .payRun ? Self.drawRun(&random) : nil
    collector = DemoNames.collectors[index % DemoNames.collectors.count]
  }

  private static func drawRun(_ random: inout Randomness) -> PaymentRun {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .monthly(day: [10, 15, 25][Int.random(in: 0..<3, using: &random)])
    case 1: .fortnightly(anchor: CalendarDay(number: 20_461))
    default: .weekly([Weekday.tuesday, .thursday, .friday][Int.random(in: 0..<3, using: &random)])
    }
  }
}
