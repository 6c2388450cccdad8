import Receivables

extension PolicyReader {
  /// The days on which our own office works.
  func calendar() throws(SettingsError) -> BusinessCalendar {
    let section = try root.section("calendar")
    try section.allow(only: ["weekend", "holidays", "countries"])
    return BusinessCalendar(
      weekend: try weekend(section), holidays: Set(try section.days("holidays")))
  }

  /// The days on which people work where customers are; a policy need not name any country.
  func abroad() throws(SettingsError) -> [CountryCalendar] {
    let section = try root.section("calendar")
    guard section.has("countries") else { return [] }
    let countries = try section.section("countries")
    var calendars: [CountryCalendar] = []
    var faults: [SettingsError] = []
    for code in countries.keys {
      do throws(SettingsError) {
        calendars.append(try country(code, countries, beside: calendars))
      } catch {
        faults.append(error)
      }
    }
    if let fault = SettingsError(all: faults) { throw fault }
    return calendars
  }

  private func country(
    _ code: String, _ countries: TOMLSection, beside others: [CountryCalendar]
  ) throws(SettingsError) -> CountryCalendar {
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw countries.fault(onKey: code, "\"\(code)\" is not a country; write its two letters, such as DE.")
    }
    let section = try countries.section(code)
    try section.allow(only: ["zones", "weekend", "holidays"])
    let zones = try section.strings("zones")
    guard !zones.isEmpty else {
      throw section.fault("zones", "zones needs at least one time zone, such as \"Europe/Berlin\".")
    }
    for (index, zone) in zones.enumerated() {
      if let other = others.first(where: { $0.zones.contains(zone) }) {
        throw section.fault("zones", at: index, "\"\(zone)\" already stands under \(other.country).")
      }
    }
    let weekend: Set<Weekday> =
      section.has("weekend") ? try weekend(section) : [.saturday, .sunday]
    return CountryCalendar(
      country: code, zones: zones,
      calendar: BusinessCalendar(weekend: weekend, holidays: Set(try section.days("holidays"))))
  }

  private func weekend(_ section: TOMLSection) throws(SettingsError) -> Set<Weekday> {
    var weekend: Set<Weekday> = []
    for (index, name) in try section.strings("weekend").enumerated() {
      guard let day = Weekday.allCases.first(where: { $0.short.lowercased() == name.lowercased() }) else {
        throw section.fault(
          "weekend", at: index, "\"\(name)\" is not a day; write mon, tue, wed, thu, fri, sat or sun.")
      }
      weekend.insert(day)
    }
    guard weekend.count < 7 else { throw section.fault("weekend", "A week needs at least one business day.") }
    return weekend
  }
}
