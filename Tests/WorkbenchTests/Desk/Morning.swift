import Receivables
import SampleEntries

extension Book {
  /// A queue as a morning brings it: callbacks here and elsewhere, one of them missed, promises broken and due today,
  /// steps since yesterday and since long ago, accounts that nobody ever called, amounts in several currencies.
  static func morning() throws -> [AccountFile] {
    let gbp = currency("GBP")
    let eur = currency("EUR")
    return [
      try callback(11, "Fieldstone Construction Ltd", 103_574, gbp, at: 10, zone: "Europe/Berlin", 3_600),
      try callback(12, "Corner Logistics Inc", 846_617, usd, at: 14, zone: "America/New_York", -18_000),
      try callback(13, "Here & Now", 31_149, usd, at: 16, zone: "Europe/London", 0),
      try broken(14, "Greenline Ceramics Inc", 8_592_281, kept: 0),
      try broken(15, "Spruce Chemicals Ltd", 58_089, kept: 20_000),
      try promised(16, "Windmill Bakery SL", 7_152_185, eur, on: 0),
      try promised(17, "Millstone Roofing Inc", 103_367, usd, on: 2),
      try stepped(18, "Elm Metals Inc", 4_675_537, daysAgo: 5, after: 2),
      try stepped(19, "Orchard Fixtures Inc", 1_229_144, daysAgo: 60, after: 5),
      try stepped(20, "Anchor Sport Inc", 1_936_014, daysAgo: 3, after: 3),
      account(21, "Trifle & Sons", [(-300, 8_316)]),
      account(22, "Vast Turbines of the Northern Territories", [(-70, 5_400_000_000)]),
      account(23, "東京電力株式会社", [(-2, 1_200_000)], currency: currency("JPY")),
    ] + (try six())
  }

  private static func callback(
    _ id: Int64, _ name: String, _ minor: Int64, _ currency: Currency, at hour: Int, zone: String,
    _ offset: Int
  ) throws -> AccountFile {
    var file = account(id, name, [(-30, minor)], currency: currency)
    file.customer.timeZone = zone
    file.contacts = [
      Contact(name: "Wanda Sato", role: "accounts payable", phones: [Phone(number: "+1 457 555 16\(id)")])
    ]
    let next = NextAction(
      .callBack, on: today, at: TimeOfDay(hour: hour, minute: 0), zone: zone, offset: offset)
    let call = ProposedCall(
      action: "OUT", result: "CB", contact: "Wanda Sato", note: "In a meeting; wants to be called back.",
      next: next)
    file.entries = [entry(id, on: id, -2, try call.stored(in: file))]
    return file
  }

  private static func broken(_ id: Int64, _ name: String, _ minor: Int64, kept: Int64) throws -> AccountFile {
    var file = account(id, name, [(-87, minor)])
    file.entries = [entry(id, on: id, -20, try promise(minor, on: -6, for: [id * 100], of: file))]
    guard kept > 0 else { return file }
    file.applications = [
      Application(
        id: id, invoice: DocumentID(rawValue: id * 100), source: .payment,
        dated: today.advanced(by: -7), amount: kept)
    ]
    return file
  }

  private static func promised(
    _ id: Int64, _ name: String, _ minor: Int64, _ currency: Currency, on day: Int
  ) throws -> AccountFile {
    var file = account(id, name, [(-50, minor)], currency: currency)
    file.entries = [entry(id, on: id, -4, try promise(minor, on: day, for: [id * 100], of: file, currency))]
    return file
  }

  private static func stepped(
    _ id: Int64, _ name: String, _ minor: Int64, daysAgo: Int, after: Int
  ) throws -> AccountFile {
    var file = account(id, name, [(-196, minor)])
    let next = NextAction(.call, on: today.advanced(by: after - daysAgo))
    let call = ProposedCall(action: "OUT", result: "VM", next: next)
    file.entries = [entry(id, on: id, -daysAgo, try call.stored(in: file))]
    return file
  }
}
