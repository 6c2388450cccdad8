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

/// How a customer of the demo company behaves.
enum Persona: CaseIterable {
  /// Pays on time or a little before.
  case prompt
  /// Pays some days late, always.
  case usual
  /// Pays weeks late.
  case slow
  /// Paid on time until some months ago, later every month since.
  case drifter
  /// Pays everything that is due on the next run of its own calendar.
  case payRun
  /// Contests an invoice now and then.
  case disputer
  /// Promises and does not pay.
  case promiseBreaker
  /// Overpaid: holds credits that cover what is past due.
  case overpayer
  /// Does not pay, does not answer.
  case silent
  /// Became a customer two months ago.
  case newcomer

  /// Of a hundred customers so many behave like that.
  var share: Int {
    switch self {
    case .prompt: 26
    case .usual: 28
    case .slow: 12
    case .drifter: 7
    case .payRun: 10
    case .disputer: 4
    case .promiseBreaker: 4
    case .overpayer: 2
    case .silent: 2
    case .newcomer: 5
    }
  }

  static func draw(_ random: inout Randomness) -> Persona {
    var left = Int.random(in: 0..<100, using: &random)
    for persona in allCases {
      left -= persona.share
      if left < 0 { return persona }
    }
    return .usual
  }

  /// The day on which an invoice that was due on `due` is paid; nil when it is not paid at all.
  func payday(
    due: CalendarDay, today: CalendarDay, run: PaymentRun?, _ random: inout Randomness
  ) -> CalendarDay? {
    switch self {
    case .prompt: return due.advanced(by: Int.random(in: -6...1, using: &random))
    case .usual, .overpayer, .disputer: return due.advanced(by: Int.random(in: 1...11, using: &random))
    case .slow: return due.advanced(by: Int.random(in: 18...46, using: &random))
    case .drifter:
      let monthsAgo = max(0, (today.number - due.number) / 30)
      let drift = monthsAgo > 5 ? 0 : (6 - monthsAgo) * 7
      return due.advanced(by: drift + Int.random(in: -2...2, using: &random))
    case .payRun: return run?.next(onOrAfter: due) ?? due
    case .promiseBreaker:
      return due.advanced(by: Int.random(in: 35...80, using: &random))
    case .silent:
      return today.number - due.number > 200
        ? due.advanced(by: Int.random(in: 60...120, using: &random)) : nil
    case .newcomer: return due.advanced(by: Int.random(in: -2...9, using: &random))
    }
  }
}

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

/// The words from which names of companies and people are put together. Invented; any likeness is chance.
enum DemoNames {
  static let firms = [
    "Alder", "Amberley", "Anchor", "Ashdown", "Aster", "Beacon", "Birchwood", "Blackbird", "Bluewater",
    "Bramble", "Brightside", "Brook", "Cedar", "Clearview", "Clover", "Copperfield", "Corner", "Crown",
    "Dale", "Drift", "Eastgate", "Elm", "Ember", "Fairway", "Falcon", "Fern", "Fieldstone", "Fox", "Garnet",
    "Glen", "Granite", "Greenline", "Harbour", "Hawthorn", "Hazel", "Heron", "Highland", "Hollow", "Ironwood",
    "Ivy", "Juniper", "Kestrel", "Keystone", "Lakeside", "Larch", "Lighthouse", "Linden", "Maple", "Marlow",
    "Meadow", "Millstone", "Moor", "Northfield", "Oak", "Orchard", "Otter", "Pebble", "Pine", "Quarry",
    "Ravens", "Redwood", "Ridge", "River", "Rowan", "Saddler", "Sage", "Sandpiper", "Silver", "Sparrow",
    "Spruce", "Stanton", "Stone", "Summit", "Swift", "Tamarack", "Thistle", "Timber", "Union", "Valley",
    "Vesper", "Walnut", "Weaver", "Westbrook", "Willow", "Windmill", "Wren", "Yarrow",
  ]

  static let trades = [
    "Bakery", "Bearings", "Bicycles", "Boats", "Brewing", "Building Supply", "Cabinets", "Catering",
    "Ceramics", "Chemicals", "Clinics", "Coatings", "Components", "Construction", "Dairy", "Electric",
    "Farms", "Fasteners", "Fixtures", "Flooring", "Foods", "Freight", "Furniture", "Gardens", "Glass",
    "Hardware", "Heating", "Hotels", "Instruments", "Joinery", "Labels", "Lighting", "Logistics", "Machines",
    "Marine", "Metals", "Motors", "Optics", "Packaging", "Paints", "Paper", "Plastics", "Plumbing",
    "Printing", "Pumps", "Roofing", "Sawmill", "Seeds", "Signs", "Sport", "Steel", "Textiles", "Tiles",
    "Tools", "Trading", "Valves", "Water", "Windows", "Wines", "Works",
  ]

  static let given = [
    "Adaeze", "Alma", "Amir", "Anna", "Aoife", "Bela", "Bruno", "Carla", "Chen", "Clara", "Dana", "Dario",
    "Eda", "Elif", "Emil", "Erik", "Farah", "Felix", "Greta", "Hana", "Hugo", "Ida", "Imre", "Ines", "Ivo",
    "Jana", "Jonas", "Kaya", "Kofi", "Lena", "Leo", "Lucia", "Maja", "Marco", "Mina", "Nadia", "Niko", "Nora",
    "Olga", "Omar", "Paula", "Petra", "Priya", "Rafael", "Rosa", "Sami", "Selma", "Sofia", "Tariq", "Tess",
    "Tomas", "Uma", "Vera", "Viktor", "Wanda", "Yara", "Yusuf", "Zoe",
  ]

  static let family = [
    "Abara", "Adler", "Bauer", "Becker", "Berg", "Blanc", "Bond", "Bosch", "Byrne", "Castro", "Chen", "Conte",
    "Costa", "Dahl", "Diaz", "Doyle", "Eriksen", "Falk", "Fischer", "Garner", "Grant", "Haas", "Holm",
    "Ibarra", "Ito", "Jansen", "Keller", "Kowal", "Kumar", "Lang", "Larsen", "Lopez", "Maier", "Mensah",
    "Moreau", "Nagy", "Novak", "Okafor", "Olsen", "Patel", "Price", "Quinn", "Rao", "Reyes", "Rossi", "Sato",
    "Silva", "Simon", "Sorensen", "Tanaka", "Torres", "Vogel", "Walsh", "Weber", "Wong", "Young", "Zeller",
  ]

  static let roles = ["Accounts payable", "Bookkeeping", "Finance", "Owner", "Purchasing"]

  static let collectors = ["alex", "sam"]
}
