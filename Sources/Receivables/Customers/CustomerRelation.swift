/// How another customer of the books belongs to the account, as somebody here found out. The newest entry about a pair
/// counts; to split what was merged is an entry that calls both different.
public struct CustomerRelation: EntrySection {
  /// `[relation]`.
  public static let name = "relation"

  /// How two customers belong together.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One customer, whom the books have twice: one account from then on.
    case same
    /// The other one is a branch or subsidiary of the account, and is worked with it as one.
    case branch
    /// The other one is a branch or subsidiary that is worked for itself; both are one group.
    case group
    /// Two customers that have nothing to do with each other, however alike they look.
    case different

    /// Whether both are one account on every screen.
    public var isTogether: Bool { self == .same || self == .branch }

    /// What stands before the other customer: `"merged with"`.
    public var words: String {
      switch self {
      case .same: "merged with"
      case .branch: "worked together with its branch"
      case .group: "head of a group with"
      case .different: "not the same as"
      }
    }
  }

  /// How the other customer belongs to the one.
  public var kind: Kind
  /// The one: the customer that goes on, the parent, the head of the group. By number and name, as the books had them.
  public var head: AccountName
  /// The other one.
  public var other: AccountName

  /// A relation of two customers.
  public init(_ kind: Kind, of head: AccountName, to other: AccountName) {
    self.kind = kind
    self.head = head
    self.other = other
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    guard let kind = Kind(rawValue: try lines.needed("kind")) else {
      throw EntryTextError("a relation that is not one")
    }
    self.init(
      kind, of: AccountName(number: try lines.needed("of"), title: lines["of_name"] ?? ""),
      to: AccountName(number: try lines.needed("number"), title: lines["name"] ?? ""))
  }

  /// `kind same`, `of 10532`, `of_name Elm Metals Inc`, `number 10533`, `name Elm Metals Incorporated`.
  public func write(to lines: inout SectionWriter) {
    lines.line("kind", kind.rawValue as String)
    lines.line("of", head.number as String)
    lines.line("of_name", head.title as String)
    lines.line("number", other.number as String)
    lines.line("name", other.title as String)
  }

  /// `"merged with 10533 Elm Metals Incorporated"`.
  public var words: SectionWords { SectionWords("\(kind.words) \(other.who)") }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

extension AccountName {
  /// Number and name, once where a list of names has no numbers.
  public var who: String { title.isEmpty || title == number ? number : "\(number) \(title)" }
}

/// From which entry of the journal to which other one two customers were related.
public struct RelationSpan: Hashable, Sendable {
  /// What was said of them.
  public var relation: CustomerRelation
  /// The entry that said so, or after which it held again.
  public var from: EntryNumber
  /// The entry that ended it; nil while it holds.
  public var to: EntryNumber?

  /// Both, whichever is the head.
  private struct Pair: Hashable {
    let numbers: Set<String>

    init(_ relation: CustomerRelation) { numbers = [relation.head.number, relation.other.number] }
  }

  /// All that a journal tells of, by the entry with which each began. Of every pair the newest entry holds that was not taken
  /// back; one that was held until then.
  public static func all(in entries: [JournalEntry]) -> [RelationSpan] {
    var spans: [RelationSpan] = []
    var said: [Pair: [(entry: EntryNumber, relation: CustomerRelation)]] = [:]
    var running: [Pair: Int] = [:]
    func follow(_ pair: Pair, after entry: EntryNumber) {
      let newest = said[pair]?.last?.relation
      if let place = running[pair] {
        if spans[place].relation == newest { return }
        spans[place].to = entry
      }
      running[pair] = newest == nil ? nil : spans.count
      if let newest { spans.append(RelationSpan(relation: newest, from: entry)) }
    }
    for entry in entries {
      if let relation = entry.body.first(CustomerRelation.self) {
        said[Pair(relation), default: []].append((entry.number, relation))
        follow(Pair(relation), after: entry.number)
      }
      guard let undone = entry.body.first(Reversal.self)?.entry else { continue }
      for pair in said.keys where said[pair]?.contains(where: { $0.entry == undone }) == true {
        said[pair]?.removeAll { $0.entry == undone }
        follow(pair, after: entry.number)
      }
    }
    return spans
  }
}
