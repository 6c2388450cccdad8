/// A person to talk to at one of their numbers.
public struct Callee: Hashable, Sendable {
  /// As the books or the journal spell it; empty where only a number is known.
  public var name: String
  /// What they do there.
  public var role: String?
  /// Nil for a person without a number.
  public var phone: Phone?
  /// Where letters and statements go.
  public var email: String?
  /// IANA zone of the person's clock.
  public var zone: String?
  /// When they are there, on that clock: `"9-17"`.
  public var hours: String?
  /// Whether a call found the number dead.
  public var isDead: Bool
  /// Whether they may be called.
  public var standing = ContactStanding.reachable

  /// Everybody at the customer with every number; those who may not be called are last.
  public static func all(of picture: AccountPicture) -> [Callee] {
    picture.contacts.flatMap { contact in
      let phones: [Phone?] = contact.phones.isEmpty ? [nil] : contact.phones
      return phones.map { phone in
        Callee(
          name: contact.name, role: contact.role, phone: phone, email: contact.email,
          zone: contact.timeZone ?? picture.file.customer.timeZone, hours: contact.hours,
          isDead: phone.map { picture.deadNumbers.contains($0.digits) } ?? false, standing: contact.standing)
      }
    }
  }

  /// The first person with a number that works, or the first person at all; never somebody who has left or asked not to
  /// be called.
  public static func usual(of picture: AccountPicture) -> Callee? {
    let choices = all(of: picture).filter { $0.standing == .reachable }
    return choices.first(where: \.isLive) ?? choices.first { $0.phone == nil } ?? choices.first
  }

  /// Number, what it is and where it is from, whether it is dead, and the time there: `"+1 555 0100 office, 14:05
  /// there"`, `"+1 555 0100, 20:10 there, outside 9-17"`.
  public func detail(_ moment: Moment) -> String {
    let number = [phone?.number, phone?.note].compactMap { $0 }.joined(separator: " ")
    let clock = moment.clock(in: zone, hours: hours)
    return [number.isEmpty ? "no number" : number, isDead ? "found dead" : clock]
      .compactMap { $0 }.joined(separator: ", ")
  }

  /// Who and at which number, in a line.
  public func words(_ moment: Moment) -> String {
    "\([name.isEmpty ? nil : name, role, standing.words].compactMap { $0 }.joined(separator: ", "))  \(detail(moment))"
  }

  /// Whether they are not there now, by their hours.
  public func isOutOfHours(_ moment: Moment) -> Bool {
    guard let zone, let hours else { return false }
    return moment.isOutside(hours, in: zone)
  }

  /// Whether it can be dialled.
  public var isLive: Bool { phone != nil && !isDead && standing == .reachable }
}

extension CallReading {
  /// The person and number known here that the texts mean; nil for somebody or something new.
  public var person: Callee? {
    let choices = Callee.all(of: picture)
    let name = text(.contact)?.lowercased()
    let named = choices.filter { name == nil || $0.name.lowercased() == name }
    guard let number = text(.phone) else {
      return name == nil ? Callee.usual(of: picture) : named.first(where: \.isLive) ?? named.first
    }
    let digits = Phone(number: number).digits
    if let known = named.first(where: { $0.phone?.digits == digits }) { return known }
    // A number that is new, or no number at all, says nothing about who answers it.
    guard var person = name == nil ? Callee.usual(of: picture) : named.first else { return nil }
    person.phone = Phone(number: number)
    person.isDead = picture.deadNumbers.contains(digits)
    return person
  }

  /// With whom, as it is recorded.
  var contact: String? { text(.contact) ?? person?.name }

  /// The number dialled, as it is recorded. Somebody new is reached at the usual number; a dead one is dialled only
  /// when it was picked.
  var phone: String? {
    if let typed = text(.phone) { return typed }
    guard let dialled = person ?? Callee.usual(of: picture), dialled.isLive else { return nil }
    return dialled.phone?.number
  }

  /// The same, unless what was typed is neither known here nor can be dialled: then it throws.
  func dialled() throws(TypingProblem) -> String? {
    guard let typed = text(.phone), !Callee.all(of: picture).contains(where: { $0.phone?.number == typed })
    else { return phone }
    return try TypedNumbers.dialled(typed)
  }

  /// The zone in which the customer's times are said.
  var zone: String? { person?.zone ?? picture.file.customer.timeZone }
}

extension AccountPicture {
  /// The person of that name.
  func contact(_ name: String?) -> Contact? { contacts.first { $0.name == name } }

  /// The first number of that person, or of anybody, that no call found dead.
  func numberToDial(of name: String?) -> String? {
    let people = contact(name).map { [$0] } ?? contacts.filter { $0.standing == .reachable }
    return people.lazy.flatMap(\.phones).first { !deadNumbers.contains($0.digits) }?.number
  }
}

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
    local(zone).map { TypedReach.isOutside(hours, at: $0.time) } ?? false
  }
}

extension AccountPicture {
  /// The same for a person of the account, who without a zone of their own is where the customer is.
  public func clock(of contact: Contact, _ moment: Moment) -> String? {
    moment.clock(in: contact.timeZone ?? file.customer.timeZone, hours: contact.hours)
  }
}

/// A typed amount taken apart: `500 cad` is `500` in CAD, `eur12.5k` is `12.5k` in EUR, `500` names no currency.
struct AmountWords: Hashable {
  /// The amount without its currency.
  var figure: String
  /// The currency that was named.
  var currency: Currency?

  init(_ typed: String) {
    figure = typed
    let isCode = { (text: Substring) in text.count == 3 && text.allSatisfy { $0.isASCII && $0.isLetter } }
    for (code, rest) in [(typed.suffix(3), typed.dropLast(3)), (typed.prefix(3), typed.dropFirst(3))]
    where isCode(code) && typed.lowercased() != "all" && rest.last?.isLetter != true {
      figure = rest.split(separator: " ").joined(separator: " ")
      currency = Currency(String(code))
      return
    }
  }
}
