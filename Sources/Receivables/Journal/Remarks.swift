/// Whom an entry is about, as the books had it when it was written: what the account's id in the file means later
/// proves nothing.
public struct AccountName: EntrySection {
  /// `[account]`.
  public static let name = "account"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["name"]

  /// The account number as the accounting system wrote it.
  public var number: String
  /// The name then.
  public var title: String

  /// An account by number and name.
  public init(number: String, title: String) {
    self.number = number
    self.title = title
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(number: try lines.needed("number"), title: lines["name"] ?? "")
  }

  /// `number 10532`, `name Elm Metals Inc`.
  public func write(to lines: inout SectionWriter) {
    lines.line("number", number as String)
    lines.line("name", title as String)
  }

  /// Nothing: who it is about is told beside it.
  public var words: SectionWords { SectionWords() }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

/// A comment. Never counts as worked.
public struct Remark: EntrySection {
  /// `[note]`.
  public static let name = "note"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["text"]

  /// What was noted. May hold line breaks.
  public var text: String

  /// A comment.
  public init(_ text: String) { self.text = text }

  /// Reads what `write` wrote.
  public init(reading lines: SectionLines) { text = lines["text"] ?? "" }

  /// `text spoke to the plant manager`.
  public func write(to lines: inout SectionWriter) { lines.line("text", text as String) }

  /// `"a comment"`, and the comment.
  public var words: SectionWords { SectionWords("a comment", freeText: text) }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

/// An earlier entry was a mistake: it counts for nothing from here on and stays readable.
public struct Reversal: EntrySection {
  /// `[reversal]`.
  public static let name = "reversal"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["reason"]

  /// The entry that is taken back.
  public var entry: EntryNumber
  /// Why.
  public var reason: String

  /// Takes an entry back.
  public init(of entry: EntryNumber, reason: String) {
    self.entry = entry
    self.reason = reason
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(
      of: EntryNumber(rawValue: try EntryValue.number(try lines.needed("entry"))),
      reason: lines["reason"] ?? "")
  }

  /// `entry 12`, `reason wrong account`.
  public func write(to lines: inout SectionWriter) {
    lines.line("entry", String(entry.rawValue) as String)
    lines.line("reason", reason as String)
  }

  /// `"entry 12 taken back"`, and why.
  public var words: SectionWords { SectionWords("entry \(entry.rawValue) taken back", freeText: reason) }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

/// A matter is taken back by the customer: it ends, and what it held is free.
public struct Withdrawal: EntrySection {
  /// `[withdrawal]`.
  public static let name = "withdrawal"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["by", "reason"]

  /// What is taken back.
  public var matter: MatterID
  /// What kind of matter that is: `"promise"`.
  public var kind: String
  /// By whom.
  public var person: String
  /// Why.
  public var reason: String

  /// Takes a matter back.
  public init(of matter: MatterID, kind: String, by person: String, reason: String) {
    self.matter = matter
    self.kind = kind
    self.person = person
    self.reason = reason
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(
      of: try MatterID(entryText: try lines.needed("matter")), kind: try lines.needed("kind"),
      by: lines["by"] ?? "", reason: lines["reason"] ?? "")
  }

  /// `matter 12.1`, `kind promise`, `by Jane`, `reason order lost`.
  public func write(to lines: inout SectionWriter) {
    lines.line("matter", matter.text as String)
    lines.line("kind", kind as String)
    lines.line("by", person as String)
    lines.line("reason", reason as String)
  }

  /// `"promise withdrawn by Jane"`, and why.
  public var words: SectionWords { SectionWords("\(kind) withdrawn by \(person)", freeText: reason) }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

/// From here on the book goes by this policy. The text stands here whole, so that what was decided under it can be
/// read with it.
public struct PolicyAdoption: EntrySection {
  /// `[policy]`.
  public static let name = "policy"
  /// Nobody typed any of it freely.
  public static let personalKeys: Set<String>? = []

  /// Names the text.
  public var digest: String
  /// The policy as it was written.
  public var text: String

  /// Adopts a policy.
  public init(digest: String, text: String) {
    self.digest = digest
    self.text = text
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    self.init(digest: try lines.needed("digest"), text: try lines.needed("text"))
  }

  /// `digest 9f86…`, `text …`.
  public func write(to lines: inout SectionWriter) {
    lines.line("digest", digest as String)
    lines.line("text", text as String)
  }

  /// Whether the text of an entry begins by adopting the policy of that digest.
  public static func isNamed(_ digest: String, in text: String) -> Bool {
    text.utf8.starts(with: "[\(name)]\ndigest \(digest)\n".utf8)
  }

  /// `"policy adopted"`.
  public var words: SectionWords { SectionWords("policy adopted") }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}
