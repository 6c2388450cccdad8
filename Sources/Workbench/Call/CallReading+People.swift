import Receivables

extension CallReading {
  /// The person and number in the books that the texts mean; nil for somebody or something new.
  var person: ContactChoice? {
    let choices = ContactChoice.all(of: picture)
    let name = text(.contact)?.lowercased()
    let named = choices.filter { name == nil || $0.typedName.lowercased() == name }
    guard let number = text(.phone) else {
      return name == nil ? ContactChoice.usual(of: picture) : named.first(where: \.isLive) ?? named.first
    }
    let digits = Phone(number: number).digits
    if let known = named.first(where: { $0.phone?.digits == digits }) { return known }
    // A number that is new, or no number at all, says nothing about who answers it.
    guard var person = name == nil ? ContactChoice.usual(of: picture) : named.first else { return nil }
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
    guard let dialled = person ?? ContactChoice.usual(of: picture), dialled.isLive else { return nil }
    return dialled.phone?.number
  }

  /// The zone in which the customer's times are said.
  var zone: String? { person?.zone ?? picture.file.customer.timeZone }
}
