import Receivables
import SQLEngine

/// One number of a contact, with the contact; a contact without numbers has one such row too.
struct ContactRow {
  private let position: Int
  private let contact: Contact

  init(row: Statement) {
    position = row.int(1)
    let phones = row.optionalText(7).map { [Phone(number: $0, label: row.optionalText(8))] }
    contact = Contact(
      name: row.text(2), role: row.optionalText(3), email: row.optionalText(4), phones: phones ?? [],
      language: row.optionalText(5), timeZone: row.optionalText(6))
  }

  /// The contacts of one account with all their numbers.
  static func contacts(_ rows: [ContactRow]) -> [Contact] {
    var contacts: [Contact] = []
    var position: Int?
    for row in rows {
      if row.position == position {
        contacts[contacts.count - 1].phones += row.contact.phones
      } else {
        contacts.append(row.contact)
        position = row.position
      }
    }
    return contacts
  }
}
