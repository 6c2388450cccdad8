/// Two customers that may be one, or belong to one house, and what speaks for it.
public struct SimilarPair: Hashable, Sendable {
  /// The one that was there first, which would go on.
  public var head: AccountName
  /// The other one.
  public var other: AccountName
  /// Their accounts in the file.
  public var headID, otherID: AccountID
  /// What they have in common, what weighs most first: `"same e-mail ap@elm.example"`.
  public var reasons: [String]
  /// What all of it weighs; nothing but an order.
  public var weight: Int

  /// Both the other way round.
  public var swapped: SimilarPair {
    SimilarPair(
      head: other, other: head, headID: otherID, otherID: headID, reasons: reasons, weight: weight)
  }

  /// Why, in one text.
  public var reason: String { reasons.joined(separator: ", ") }
}

/// Looks among all customers for those that books may have twice: by names that are the same or nearly, e-mail addresses,
/// telephone numbers, tax numbers and account numbers that only differ in what stands around the digits.
///
/// What more than a few share says nothing: a switchboard, the address of a service that pays for many.
public struct SimilarCustomers: Sendable {
  /// What a trait weighs. A pair is told from `enough` on.
  private enum Trait: Int {
    case number = 1
    case telephone = 2
    case beginning = 3
    case spelling = 4
    case email = 5
    case name = 6
    case taxNumber = 7
  }

  private static let enough = 2
  /// From so many customers on a trait says nothing of any two.
  private static let mostSharing = 6
  /// Of so many of the same name each may be any other.
  private static let mostNamesakes = 20
  /// Of so many whose names begin alike each is compared with each.
  private static let mostCompared = 60

  private struct Seen: Sendable {
    let id: AccountID
    let name: AccountName
    let key: CompanyName
    /// Numbers of those that belong to it, or are said to be different.
    let known: Set<String>
  }

  private struct Places: Hashable {
    let first, second: Int
  }

  private var seen: [Seen] = []
  private var sharing: [String: [Int]] = [:]
  private var found: [Places: [(trait: Trait, reason: String)]] = [:]

  /// None yet.
  public init() {}

  /// Takes in the next account, in the order of the books.
  public mutating func see(_ file: AccountFile) {
    let place = seen.count
    let customer = file.customer
    let relations = file.entries.compactMap { $0.body.first(CustomerRelation.self) }
    seen.append(
      Seen(
        id: customer.id, name: AccountName(number: customer.number, title: customer.name),
        key: CompanyName(customer.name),
        known: Set(relations.flatMap { [$0.head.number, $0.other.number] })
          .union(file.related.map(\.name.number))))
    var traits: Set<String> = []
    for contact in file.contacts {
      if let email = contact.email?.lowercased(), email.contains("@") { traits.insert("@" + email) }
      for phone in contact.phones where phone.digits.count >= 7 {
        traits.insert("+" + phone.digits.suffix(9))
      }
    }
    if let number = customer.taxNumber {
      let bare = number.uppercased().filter { $0.isLetter || $0.isNumber }
      if bare.count >= 6 { traits.insert("#" + bare) }
    }
    let digits = customer.number.filter(\.isNumber).drop { $0 == "0" }
    if digits.count >= 3 { traits.insert("0" + digits) }
    let name = seen[place].key
    for text in [name.key, name.compact] where text.count >= 3 { traits.insert("=" + text) }
    for text in [name.key.prefix(5), name.key.suffix(5)] where text.count == 5 { traits.insert("~" + text) }
    let firsts = name.words.prefix(2).joined(separator: " ")
    if firsts.count >= 4 { traits.insert(">" + firsts) }
    if let first = name.words.first, first.count >= 8 { traits.insert(">" + first) }
    for trait in traits { sharing[trait, default: []].append(place) }
  }

  /// The pairs that were found, what weighs most first.
  public mutating func pairs() -> [SimilarPair] {
    for (trait, places) in sharing where places.count > 1 { compare(places, trait) }
    return found.compactMap { places, traits in
      let weight = traits.reduce(0) { $0 + $1.trait.rawValue }
      let (first, second) = (seen[places.first], seen[places.second])
      guard weight >= Self.enough, !first.known.contains(second.name.number),
        !second.known.contains(first.name.number)
      else { return nil }
      let reasons = traits.sorted { $0.trait.rawValue > $1.trait.rawValue }.map(\.reason)
      return SimilarPair(
        head: first.name, other: second.name, headID: first.id, otherID: second.id, reasons: reasons,
        weight: weight)
    }
    .sorted { (-$0.weight, $0.head.number, $0.other.number) < (-$1.weight, $1.head.number, $1.other.number) }
  }

  private mutating func compare(_ places: [Int], _ trait: String) {
    let value = String(trait.dropFirst())
    let most =
      switch trait.first {
      case "~", ">": Self.mostCompared
      case "=": Self.mostNamesakes
      default: Self.mostSharing
      }
    guard places.count <= most else { return }
    for (offset, first) in places.enumerated() {
      for second in places[(offset + 1)...] {
        let (one, other) = (seen[first], seen[second])
        switch trait.first {
        case "@": add(.email, "same e-mail \(value)", first, second)
        case "+": add(.telephone, "same telephone …\(value)", first, second)
        case "#": add(.taxNumber, "same tax number \(value)", first, second)
        case "0": add(.number, "numbers with the same digits", first, second)
        case "=": add(.name, "same name", first, second)
        case "~" where one.key.key != other.key.key && one.key.isNearly(other.key):
          add(.spelling, "nearly the same name", first, second)
        case ">" where one.key.begins(other.key) || other.key.begins(one.key):
          add(.beginning, "one name begins with the other", first, second)
        default: break
        }
      }
    }
  }

  private mutating func add(_ trait: Trait, _ reason: String, _ first: Int, _ second: Int) {
    let places = Places(first: min(first, second), second: max(first, second))
    guard !(found[places] ?? []).contains(where: { $0.trait == trait }) else { return }
    found[places, default: []].append((trait, reason))
  }
}
