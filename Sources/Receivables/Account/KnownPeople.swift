/// Whom there is to call as of a day: the people of the books with what was learned about them since, and the people and
/// numbers that nobody but the journal has.
///
/// A person goes by every name they ever had here, so that an entry finds them after a new name and an import brings
/// nobody back under the old one.
struct KnownPeople {
  private var people: [(contact: Contact, names: Set<String>)] = []

  /// Entries are taken in the order in which they were written; later ones correct earlier ones.
  init(_ books: [Contact], _ entries: EntriesInForce) {
    for contact in books { people.append((contact, [Self.key(contact.name)])) }
    guard !entries.people.isEmpty || entries.contacts.contains(where: { $0.record.phone != nil }) else {
      return
    }
    let calls = entries.contacts.filter { $0.record.phone != nil && !$0.has(.numberDead) }
    var call = calls.startIndex
    for said in entries.people {
      while call < calls.endIndex, calls[call].entry < said.entry {
        add(calls[call])
        call += 1
      }
      take(said.record, on: said.day)
    }
    for contact in calls[call...] { add(contact) }
  }

  /// Those who may be called first, by rank, then in the order in which they became known.
  var contacts: [Contact] {
    func order(_ index: Int) -> (Int, Int, Int) {
      let contact = people[index].contact
      return (contact.standing == .reachable ? 0 : 1, contact.rank ?? .max, index)
    }
    return people.indices.sorted { order($0) < order($1) }.map { people[$0].contact }
  }

  private static func key(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func place(_ name: String) -> Int? {
    let key = Self.key(name)
    guard !key.isEmpty else { return nil }
    return people.firstIndex { Self.key($0.contact.name) == key }
      ?? people.firstIndex { $0.names.contains(key) }
  }

  private mutating func take(_ record: PersonRecord, on day: CalendarDay) {
    let source = "note of \(day.brief)"
    let known =
      record.formerName.flatMap { self.place($0) } ?? self.place(record.person)
      ?? nameless(with: record.phones)
    var place = known ?? people.endIndex
    if known == nil {
      var contact = Contact(name: record.person)
      contact.source = source
      people.append((contact, []))
    }
    // Somebody who stood here under both names is one person.
    if let other = self.place(record.person), other != place, record.formerName != nil {
      people[place].contact.phones += people[other].contact.phones.filter { phone in
        !people[place].contact.phones.contains { $0.rings(at: phone) }
      }
      people[place].names.formUnion(people[other].names)
      people.remove(at: other)
      if other < place { place -= 1 }
    }
    // Found by an earlier name they keep the one that they have now.
    if !record.person.isEmpty, record.formerName != nil || people[place].contact.name.isEmpty {
      people[place].contact.name = record.person
    }
    people[place].names.formUnion(
      [record.person, record.formerName ?? ""].map(Self.key).filter { !$0.isEmpty })
    people[place].contact.take(record, source: source)
    if let rank = record.rank, rank > 0 { makeRoom(at: rank, for: place) }
  }

  /// Whoever had the rank, and everybody behind them, is one further back.
  private mutating func makeRoom(at rank: Int, for place: Int) {
    let others = people.indices.filter { $0 != place }
    guard others.contains(where: { people[$0].contact.rank == rank }) else { return }
    for other in others {
      if let behind = people[other].contact.rank, behind >= rank {
        people[other].contact.rank = behind.addingReportingOverflow(1).partialValue
      }
    }
  }

  /// Whoever is known only by one of the numbers: they have a name now.
  private func nameless(with phones: [Phone]) -> Int? {
    people.firstIndex { person in
      person.contact.name.isEmpty
        && person.contact.phones.contains { known in phones.contains { $0.rings(at: known) } }
    }
  }

  /// A number that was dialled and that nobody has is one of whoever was called.
  private mutating func add(_ call: EntriesInForce.Contact) {
    let phone = Phone(number: call.record.phone ?? "", source: "call of \(call.day.brief)")
    guard phone.digits.utf8.count >= Self.fewestDigits,
      !people.contains(where: { $0.contact.phones.contains { $0.rings(at: phone) } })
    else { return }
    let name = call.record.person ?? ""
    if let place = place(name) {
      people[place].contact.phones.append(phone)
    } else {
      var contact = Contact(name: name, phones: [phone])
      contact.source = phone.source
      people.append((contact, name.isEmpty ? [] : [Self.key(name)]))
    }
  }

  /// What has fewer is no number that could be dialled.
  static let fewestDigits = 5
}

extension Contact {
  /// Becomes what was said of them.
  fileprivate mutating func take(_ record: PersonRecord, source: String) {
    func change(_ part: inout String?, to text: String?) {
      if let text { part = text.isEmpty ? nil : text }
    }
    change(&role, to: record.role)
    change(&email, to: record.email)
    change(&language, to: record.language)
    change(&timeZone, to: record.timeZone)
    change(&hours, to: record.hours)
    change(&bestTime, to: record.bestTime)
    if let rank = record.rank { self.rank = rank > 0 ? rank : nil }
    if let standing = record.standing { self.standing = standing }
    for phone in record.phones {
      if let place = phones.firstIndex(where: { $0.rings(at: phone) }) {
        phones[place].number = phone.number
        if let label = phone.label { phones[place].label = label.isEmpty ? nil : label }
        phones[place].source = phone.source ?? phones[place].source
      } else {
        phones.append(Phone(number: phone.number, label: phone.label, source: phone.source ?? source))
      }
    }
    let dropped = record.dropped.map { Phone(number: $0) }
    phones.removeAll { phone in dropped.contains { $0.rings(at: phone) } }
  }
}

extension AccountFile {
  /// IANA zones in which somebody at the customer may sit, by the books and by all that was ever said.
  public var zones: [String] {
    let said = entries.lazy.flatMap { $0.body.all(PersonRecord.self) }.map(\.timeZone)
    return ([customer.timeZone] + contacts.map(\.timeZone) + said).compactMap { $0 }.filter { !$0.isEmpty }
  }
}
