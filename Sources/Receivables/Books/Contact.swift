/// A person at a customer, as the books have them or as somebody was told on the phone.
public struct Contact: Hashable, Sendable {
  /// As the export spells it; empty where only a number is known.
  public var name: String
  /// What they do there: `"Accounts payable"`.
  public var role: String?
  /// Where letters and statements go.
  public var email: String?
  /// Numbers to dial, in the order of the books.
  public var phones: [Phone]
  /// Best language, ISO 639: `"de"`.
  public var language: String?
  /// IANA time zone, when it differs from the customer's.
  public var timeZone: String?
  /// When they are there, on their own clock: `"9-17"`.
  public var hours: String?
  /// When they are best reached, in words: `"before ten, not on Fridays"`.
  public var bestTime: String?
  /// Who is called first: 1 before 2 before those without one.
  public var rank: Int?
  /// Whether they may be called at all.
  public var standing = ContactStanding.reachable
  /// Where they are known from, when that is not the books: `"note of Fri 27 Nov"`.
  public var source: String?

  /// A person with everything the export says of them.
  public init(
    name: String, role: String? = nil, email: String? = nil, phones: [Phone] = [], language: String? = nil,
    timeZone: String? = nil
  ) {
    self.name = name
    self.role = role
    self.email = email
    self.phones = phones
    self.language = language
    self.timeZone = timeZone
  }

  /// What people read where the name stands: somebody at a number may not have said theirs.
  public var title: String { name.isEmpty ? "name not known" : name }

  /// Name, role and whether they may be called: `"Jane Doe, treasurer, has left"`.
  public var headline: String {
    [title, role, standing.words].compactMap { $0 }.joined(separator: ", ")
  }
}

/// Whether a person may be called.
public enum ContactStanding: String, Hashable, Sendable, CaseIterable {
  /// Nothing speaks against it.
  case reachable
  /// They are not at the customer any more.
  case left
  /// They asked not to be called, or somebody else is to be called instead.
  case doNotCall = "do_not_call"

  /// What stands behind the name: `"has left"`; nil for somebody who may be called.
  public var words: String? {
    switch self {
    case .reachable: nil
    case .left: "has left"
    case .doNotCall: "do not call"
    }
  }
}

/// A number to dial. Whether it is dead is not in the books: a call with result WN says so in the journal.
public struct Phone: Hashable, Sendable {
  /// As written: `"+49 30 1234-567"`.
  public var number: String
  /// `"office"`, `"mobile"`.
  public var label: String?
  /// Where it came from, when that is not the books: `"call of Fri 27 Nov"`.
  public var source: String?

  /// A number, with what it is and where it came from.
  public init(number: String, label: String? = nil, source: String? = nil) {
    self.number = number
    self.label = label
    self.source = source
  }

  /// Digits only, the form in which numbers are searched and compared.
  public var digits: String {
    String(decoding: number.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
  }

  /// What it is and where it came from: `"mobile, from call of Fri 27 Nov"`; nil when nothing is known.
  public var note: String? {
    let parts = [label, source.map { "from \($0)" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Whether both ring at the same place: the same digits, or the same but for what is dialled before them at home or
  /// abroad, where seven digits or more agree.
  func rings(at other: Phone) -> Bool {
    let (left, right) = (digits.drop { $0 == "0" }, other.digits.drop { $0 == "0" })
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return digits == other.digits || (short.count >= 7 && long.hasSuffix(short))
  }
}
