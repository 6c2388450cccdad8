import Receivables
import TextScreen

/// A person to call: role, numbers with dead ones marked, mail, and what time it is there.
struct ContactLines {
  private let contact: Contact
  private let picture: AccountPicture
  private let sitting: Sitting

  init(_ contact: Contact, _ picture: AccountPicture, _ sitting: Sitting) {
    self.contact = contact
    self.picture = picture
    self.sitting = sitting
  }

  /// Name and role, then a line for each number and for the mail.
  var lines: [TextCell] {
    let role = contact.role.map { ", \($0)" } ?? ""
    let language = contact.language.map { ", speaks \($0)" } ?? ""
    return [TextCell(contact.name + role + language)] + contact.phones.map(line)
      + (contact.email.map { [TextCell("  \($0)", .dim)] } ?? [])
  }

  private func line(_ phone: Phone) -> TextCell {
    let label = phone.label.map { " \($0)" } ?? ""
    if picture.deadNumbers.contains(phone.digits) {
      return TextCell("  \(phone.number)\(label), DEAD", .bad)
    }
    return TextCell("  \(phone.number)\(label)\(localTime.map { ", \($0)" } ?? "")")
  }

  /// `"09:42 there"`; nil where the zone is not known.
  private var localTime: String? {
    guard let zone = contact.timeZone ?? picture.file.customer.timeZone,
      let local = sitting.moment.local(zone)
    else { return nil }
    return "\(local.time.text) there"
  }
}
