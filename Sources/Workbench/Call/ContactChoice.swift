import Receivables
import TextScreen

/// A person to talk to at one of their numbers.
struct ContactChoice: Hashable, Sendable {
  var name: String
  var role: String?
  /// Nil for a person without a number.
  var phone: Phone?
  /// Where letters and statements go.
  var email: String?
  /// IANA zone of the person's clock.
  var zone: String?
  /// Whether a call found the number dead.
  var isDead: Bool

  /// Everybody at the customer with every number, in the order of the books.
  static func all(of picture: AccountPicture) -> [ContactChoice] {
    picture.file.contacts.flatMap { contact in
      let phones: [Phone?] = contact.phones.isEmpty ? [nil] : contact.phones
      return phones.map { phone in
        ContactChoice(
          name: contact.name, role: contact.role, phone: phone, email: contact.email,
          zone: contact.timeZone ?? picture.file.customer.timeZone,
          isDead: phone.map { picture.deadNumbers.contains($0.digits) } ?? false)
      }
    }
  }

  /// The first person with a number that works, or the first person at all.
  static func usual(of picture: AccountPicture) -> ContactChoice? {
    let choices = all(of: picture)
    return choices.first(where: \.isLive) ?? choices.first { $0.phone == nil } ?? choices.first
  }

  /// Number, what it is, whether it is dead, and the time there: `"+1 555 0100 office, 14:05 there"`.
  func detail(_ moment: Moment) -> String {
    let number = [phone?.number, phone?.label].compactMap { $0 }.joined(separator: " ")
    let clock = zone.flatMap { moment.local($0) }.map { "\($0.time.text) there" }
    return [number.isEmpty ? "no number" : number, isDead ? "found dead" : clock]
      .compactMap { $0 }.joined(separator: ", ")
  }

  /// Who and at which number, in a line.
  func words(_ moment: Moment) -> String {
    "\([name, role].compactMap { $0 }.joined(separator: ", "))  \(detail(moment))"
  }

  /// The name as a field holds it.
  var typedName: String { TextField(name).text }

  /// Whether it can be dialled.
  var isLive: Bool { phone != nil && !isDead }
}
