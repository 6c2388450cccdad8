/// What somebody means to record about a person at the customer. What is nil stays as it is; an empty text takes away.
public struct ProposedPerson: Hashable, Sendable {
  /// Who is meant, as they are known now; nil for somebody new, or whoever has the name.
  public var known: Contact?
  /// Their name from here on; empty keeps it.
  public var name: String
  /// What they do there.
  public var role: String?
  /// Numbers that are theirs, and numbers that are not any more.
  public var numbers: TypedNumbers
  /// Where a number came from: `"the switchboard"`.
  public var source: String?
  /// Where letters go.
  public var email: String?
  /// Best language.
  public var language: String?
  /// IANA time zone.
  public var timeZone: String?
  /// When they are there.
  public var hours: String?
  /// When they are best reached.
  public var bestTime: String?
  /// Who is called first; 0 takes the rank away.
  public var rank: Int?
  /// Whether they may be called.
  public var standing: ContactStanding?

  /// Nothing said yet about somebody known, or about somebody new.
  public init(_ known: Contact? = nil, name: String = "", numbers: TypedNumbers = TypedNumbers()) {
    self.known = known
    self.name = name
    self.numbers = numbers
  }

  /// The entry that says so. Somebody new whose name is known already is that person. Throws `CallProblem` when it says
  /// nobody, or nothing about them.
  public func completed(for picture: AccountPicture) throws(CallProblem) -> EntryBody {
    let person =
      known ?? picture.contacts.first { !name.isEmpty && $0.name.lowercased() == name.lowercased() }
    guard person != nil || !name.isEmpty || !numbers.added.isEmpty else {
      throw CallProblem(.who, "Who is it? Type a name, or at least a number.")
    }
    // Small and capital letters rename nobody but whoever is meant expressly.
    let called = name.isEmpty || known == nil ? person?.name ?? name : name
    var record = PersonRecord(called, role: role)
    if let person, !person.name.isEmpty, person.name != record.person { record.formerName = person.name }
    record.phones = numbers.added.map { phone in
      Phone(number: phone.number, label: phone.label, source: phone.source ?? source)
    }
    record.dropped = numbers.dropped
    (record.email, record.language, record.timeZone) = (email, language, timeZone)
    (record.hours, record.bestTime, record.rank, record.standing) = (hours, bestTime, rank, standing)
    if let person {
      guard record != PersonRecord(person.name) else {
        throw CallProblem(nil, "Nothing new is said about \(person.title).")
      }
      // Only their number tells who is meant.
      if person.name.isEmpty {
        record.phones = person.phones.filter { !record.phones.contains($0) } + record.phones
      }
    }
    for number in record.dropped {
      guard person?.phones.contains(where: { $0.rings(at: Phone(number: number)) }) == true else {
        throw CallProblem(nil, "\(number) is no number of \(person?.title ?? record.person).")
      }
    }
    return EntryBody(record)
  }
}

/// Numbers as they are typed, one after the other: what is to be dialled, then what it is.
///
/// `+1 555 0100 mobile, +49 30 1234-567 office, not +1 555 0199`
public struct TypedNumbers: Hashable, Sendable {
  /// Numbers that are theirs.
  public var added: [Phone] = []
  /// Numbers that are not theirs any more.
  public var dropped: [String] = []

  /// No numbers.
  public init() {}

  /// Reads numbers between commas or semicolons. Throws `TypingProblem` for what cannot be dialled.
  public static func read(_ text: String) throws(TypingProblem) -> TypedNumbers {
    var numbers = TypedNumbers()
    for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let words = part.split(separator: " ")
      guard let first = words.first else { continue }
      let isDropped = first.lowercased() == "not"
      let rest = isDropped ? words.dropFirst() : words[...]
      let dialled = rest.prefix { $0.allSatisfy { "0123456789+-()./".contains($0) } }
      let phone = Phone(
        number: dialled.joined(separator: " "),
        label: dialled.count == rest.count ? nil : rest.dropFirst(dialled.count).joined(separator: " "))
      guard phone.digits.utf8.count >= KnownPeople.fewestDigits else {
        throw TypingProblem("“\(part)” is no number. Type +1 555 0100 mobile, or not +1 555 0100.")
      }
      if isDropped { numbers.dropped.append(phone.number) } else { numbers.added.append(phone) }
    }
    return numbers
  }

  /// One number that is dialled, as it is typed. Throws `TypingProblem` for what cannot be dialled.
  public static func dialled(_ text: String) throws(TypingProblem) -> String {
    let numbers = try read(text)
    guard numbers.added.count == 1, numbers.dropped.isEmpty else {
      throw TypingProblem("“\(text)” is not one number. Type +1 555 0100.")
    }
    return text
  }
}

/// How a person can be reached, as it is typed.
public enum TypedReach {
  /// Hours of a day on the person's clock: `9-17`, `8:30-16`. Throws `TypingProblem`.
  public static func hours(_ text: String) throws(TypingProblem) -> String {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.split(separator: " ").joined()
    }
    let ends = parts.compactMap(minutes)
    guard parts.count == 2, ends.count == 2, ends[0] < ends[1] else {
      throw TypingProblem("“\(text)” are no hours. Type 9-17 or 8:30-16:00.")
    }
    return parts.joined(separator: "-")
  }

  /// Whether a time is neither in these hours nor at their ends; false for hours in other words.
  static func isOutside(_ hours: String, at time: TimeOfDay) -> Bool {
    span(of: hours).map { !$0.contains(time.minutes) } ?? false
  }

  /// The minutes of the day, from midnight, in which somebody is there; nil for hours in other words.
  private static func span(of hours: String) -> ClosedRange<Int>? {
    let ends = hours.split(separator: "-", omittingEmptySubsequences: false).compactMap {
      minutes(String($0))
    }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]...ends[1] : nil
  }

  /// Minutes after midnight of `9`, `17`, `8:30`, `24`.
  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let hour = Int(parts[0]), let minute = parts.count == 2 ? Int(parts[1]) : 0,
      (0...59).contains(minute), (0...1_440).contains(hour * 60 + minute), hour >= 0
    else { return nil }
    return hour * 60 + minute
  }

  /// An address to write to. Throws `TypingProblem`.
  public static func email(_ text: String) throws(TypingProblem) -> String {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.contains(" ") else {
      throw TypingProblem("“\(text)” is no e-mail address.")
    }
    return text
  }

  /// The name of a time zone: `Europe/Berlin`. Throws `TypingProblem`.
  public static func zone(_ text: String) throws(TypingProblem) -> String {
    let isName = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || "+-/_".utf8.contains($0)
    }
    guard isName, text.contains("/") || text == "UTC" else {
      throw TypingProblem("“\(text)” is no time zone. Type one such as Europe/Berlin.")
    }
    return text
  }
}
