extension Moment {
  /// What time it is where somebody is, and that by their hours they are not there: `"09:42 there"`,
  /// `"20:10 there, outside 9-17"`. Nil where the zone is not known.
  public func clock(in zone: String?, hours: String? = nil) -> String? {
    guard let zone, let time = local(zone)?.time else { return nil }
    guard let hours, isOutside(hours, in: zone) else { return "\(time.text) there" }
    return "\(time.text) there, outside \(hours)"
  }

  /// Whether it is neither in these hours of a day there nor at their ends; false for hours in other words and where the
  /// zone is not known.
  public func isOutside(_ hours: String, in zone: String) -> Bool {
    guard let span = TypedReach.span(of: hours), let time = local(zone)?.time else { return false }
    return !span.contains(time.minutes)
  }
}

extension AccountPicture {
  /// The same for a person of the account, who without a zone of their own is where the customer is.
  public func clock(of contact: Contact, _ moment: Moment) -> String? {
    moment.clock(in: contact.timeZone ?? file.customer.timeZone, hours: contact.hours)
  }
}
