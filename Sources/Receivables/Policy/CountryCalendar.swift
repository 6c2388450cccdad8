/// The days on which people work in a country where customers are.
public struct CountryCalendar: Hashable, Sendable {
  /// Two letters: `"DE"`.
  public var country: String
  /// The time zones in which a customer is taken to be there: `["Europe/Berlin"]`.
  public var zones: [String]
  /// Weekend and holidays there.
  public var calendar: BusinessCalendar

  /// The days of a country.
  public init(country: String, zones: [String], calendar: BusinessCalendar) {
    self.country = country
    self.zones = zones
    self.calendar = calendar
  }
}

extension Policy {
  /// The days on which our own office works, whoever the policy is applied to: what only we do goes by them.
  public var office: BusinessCalendar { officeCalendar ?? calendar }

  /// This policy as it is applied to one customer: `calendar` is that of the country of their time zone, where the policy has
  /// one, and `office` stays ours. The zone is the customer's own in the books, else that of the first contact with one.
  ///
  /// With a calendar for Europe/Berlin, the first business day after Fri 25 December is Mon 28 December for a customer there.
  public func applied(to file: AccountFile) -> Policy {
    guard !abroad.isEmpty, officeCalendar == nil else { return self }
    let zone = file.customer.timeZone ?? file.contacts.lazy.compactMap(\.timeZone).first
    guard let zone, let there = abroad.first(where: { $0.zones.contains(zone) }) else { return self }
    var policy = self
    policy.officeCalendar = calendar
    policy.calendar = there.calendar
    return policy
  }
}
