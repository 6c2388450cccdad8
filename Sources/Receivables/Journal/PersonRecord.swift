/// What was learned about a person at the customer: somebody new, or what is another way than it was known. It outlasts
/// every import, because the books are never asked to keep it.
///
/// What is not named stays as it was; an empty text takes away what was known.
public struct PersonRecord: EntrySection {
  /// `[person]`.
  public static let name = "person"

  /// Their name from here on; empty where only a number is known.
  public var person: String
  /// The name by which they were known, when that was another one.
  public var formerName: String?
  /// What they do there.
  public var role: String?
  /// Where letters and statements go.
  public var email: String?
  /// Numbers that are theirs; one that was known takes the new label and source.
  public var phones: [Phone]
  /// Numbers that are not theirs any more.
  public var dropped: [String]
  /// Best language, ISO 639.
  public var language: String?
  /// IANA time zone.
  public var timeZone: String?
  /// When they are there: `"9-17"`.
  public var hours: String?
  /// When they are best reached, in words.
  public var bestTime: String?
  /// Who is called first: 1 before 2; 0 takes the rank away.
  public var rank: Int?
  /// Whether they may be called.
  public var standing: ContactStanding?

  /// A person by name; everything else may be set after.
  public init(_ person: String, formerName: String? = nil, role: String? = nil, phones: [Phone] = []) {
    self.person = person
    self.formerName = formerName
    self.role = role
    self.phones = phones
    dropped = []
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(try lines.needed("name"), formerName: lines["was"], role: lines["role"])
    for line in lines.lines {
      switch line.key {
      case "phone": phones.append(Phone(number: line.value))
      case "label", "source":
        guard !phones.isEmpty else { throw EntryTextError("a “\(line.key)” of no number") }
        let last = phones.count - 1
        if line.key == "label" { phones[last].label = line.value } else { phones[last].source = line.value }
      case "drops": dropped.append(line.value)
      default: break
      }
    }
    email = lines["email"]
    language = lines["language"]
    timeZone = lines["zone"]
    hours = lines["hours"]
    bestTime = lines["best"]
    rank = try lines.optional("rank") { (text) throws(EntryTextError) in
      Int(clamping: try EntryValue.number(text))
    }
    standing = try lines.optional("standing") { (text) throws(EntryTextError) in
      try EntryValue.code(text, as: ContactStanding.self)
    }
  }

  /// `name Jane Roe`, `was Jane Doe`, `role treasurer`, `phone +1 555 0100`, `label mobile`, `source the switchboard`,
  /// `drops +1 555 0199`, `email`, `language`, `zone`, `hours 9-17`, `best mornings`, `rank 1`, `standing left`.
  public func write(to lines: inout SectionWriter) {
    lines.line("name", person as String)
    lines.line("was", formerName)
    lines.line("role", role)
    for phone in phones {
      lines.line("phone", phone.number as String)
      lines.line("label", phone.label)
      lines.line("source", phone.source)
    }
    for number in dropped { lines.line("drops", number as String) }
    lines.line("email", email)
    lines.line("language", language)
    lines.line("zone", timeZone)
    lines.line("hours", hours)
    lines.line("best", bestTime)
    lines.line("rank", rank.map { String($0) })
    lines.line("standing", standing?.rawValue)
  }

  /// `"contact Jane Roe (was Jane Doe), treasurer, +1 555 0100 mobile, not +1 555 0199, has left"`.
  public var words: SectionWords {
    var said = [person.isEmpty ? "contact" : "contact \(person)"]
    if let formerName, formerName != person { said[0] += " (was \(formerName))" }
    said += [role, email].compactMap { $0 }.map { $0.isEmpty ? "–" : $0 }
    said += phones.map { [$0.number, $0.label].compactMap { $0 }.joined(separator: " ") }
    said += dropped.map { "not \($0)" }
    if let language { said.append("speaks \(language.isEmpty ? "–" : language)") }
    if let timeZone { said.append(timeZone.isEmpty ? "customer's time zone" : timeZone) }
    if let hours { said.append("there \(hours.isEmpty ? "–" : hours)") }
    if let bestTime { said.append("best \(bestTime.isEmpty ? "–" : bestTime)") }
    if let rank { said.append(rank > 0 ? "rank \(rank)" : "no rank") }
    if let standing { said.append(standing.words ?? "may be called") }
    return SectionWords(said.joined(separator: ", "))
  }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}
