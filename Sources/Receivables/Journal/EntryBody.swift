/// One typed part of an entry, with its way into the text and back and into words. A new kind is a type of its own and
/// a line in `EntryBody.kinds`, or in `MatterKinds` when it opens a matter.
public protocol EntrySection: Hashable, Sendable {
  /// What stands in brackets above its lines: `"promise"`. Never changed once released.
  static var name: String { get }

  /// Adds its lines.
  func write(to lines: inout SectionWriter)

  /// The section that `lines` were. Lines with keys of a later version are passed over. Throws `EntryTextError`.
  init(reading lines: SectionLines) throws(EntryTextError)

  /// What a collector reads of it, without codes of a policy.
  var words: SectionWords { get }

  /// The next step that it sets under a policy; nil when it sets none.
  func next(_ policy: Policy) -> NextAction?

  /// Keys whose values somebody typed freely, or that name a person: what an erasure takes out. Nil takes out the whole
  /// section. What entries of form 3 are bound to follows from it: a section that is added later has none, and one that
  /// has them gets no more, except with another form.
  static var personalKeys: Set<String>? { get }
}

/// What a section says to people.
public struct SectionWords: Hashable, Sendable {
  /// In as few words as tell it: `"put off until Fri 27 Nov 2026"`; nil when the entry's contact tells it.
  public var gist: String?
  /// What somebody typed freely.
  public var freeText: String
  /// Numbers of the invoices that it is about.
  public var invoices: [String]

  /// Words; everything not named is nothing.
  public init(_ gist: String? = nil, freeText: String = "", invoices: [String] = []) {
    self.gist = gist
    self.freeText = freeText
    self.invoices = invoices
  }
}

extension EntrySection {
  /// The whole section.
  public static var personalKeys: Set<String>? { nil }

  fileprivate func isEqual(to other: any EntrySection) -> Bool { (other as? Self) == self }
}

/// What an entry says: typed sections, one after the other, so that one call holds several outcomes.
///
/// A call with a promise is `[contact]`, `[outcome]`, `[promise]`; what belongs to an outcome follows it.
public struct EntryBody: Sendable {
  /// The sections in their order.
  public var sections: [any EntrySection]

  /// An entry of these sections.
  public init(_ sections: [any EntrySection]) { self.sections = sections }

  /// An entry of one section.
  public init(_ section: some EntrySection) { sections = [section] }

  /// All kinds of sections that this version can read.
  static let kinds: [any EntrySection.Type] =
    [
      AccountName.self, ContactRecord.self, Outcome.self, ContactStep.self, Remark.self, Snooze.self,
      Withdrawal.self, MatterChange.self, Reversal.self, PolicyAdoption.self, PersonRecord.self,
      PaymentRunRecord.self, ImportRecord.self, ImportReversal.self, SalvageRecord.self,
      ErasureRecord.self, ErasedText.self, CustomerRelation.self,
    ] + MatterKinds.all

  /// What they are called in the text.
  public static let kindNames = kinds.map { $0.name }

  private static let kindsByName = Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { $1 })

  /// The kind of section with that name; nil for one of a later version.
  static func kind(named name: String) -> (any EntrySection.Type)? { kindsByName[name] }

  /// The first section of a kind; nil without one.
  public func first<Section: EntrySection>(_ kind: Section.Type) -> Section? {
    for section in sections { if let section = section as? Section { return section } }
    return nil
  }

  /// All sections of a kind.
  public func all<Section: EntrySection>(_ kind: Section.Type) -> [Section] {
    sections.compactMap { $0 as? Section }
  }

  /// What kind of entry it is: the name of its first section that does not only say whom it is about.
  public var kind: String {
    let first = sections.first { !($0 is AccountName) }
    return first.map { ($0 as? UnknownSection)?.lines.name ?? type(of: $0).name } ?? ""
  }

  /// Why it could not be read; nil when it could.
  public var unreadable: String? { first(UnreadableText.self)?.found }
}

extension EntryBody: Hashable {
  /// Whether both say the same.
  public static func == (left: EntryBody, right: EntryBody) -> Bool {
    left.sections.count == right.sections.count
      && zip(left.sections, right.sections).allSatisfy { $0.isEqual(to: $1) }
  }

  /// Equal bodies hash alike.
  public func hash(into hasher: inout Hasher) {
    for section in sections { hasher.combine(section) }
  }
}

extension EntryBody {
  /// The canonical text: equal bodies have equal text, so it can be hashed.
  public var text: String {
    var writer = SectionWriter()
    for section in sections {
      if let unreadable = section as? UnreadableText { return unreadable.text }
      if let unknown = section as? UnknownSection {
        writer.add(unknown.lines.text)
        continue
      }
      writer.begin(type(of: section).name)
      section.write(to: &writer)
    }
    return writer.text
  }

  /// The body that `text` was. A kind of a later version is kept as it stands. Throws `EntryTextError`.
  public init(text: String) throws(EntryTextError) {
    sections = []
    for lines in SectionLines.sections(of: text) {
      guard let kind = Self.kindsByName[lines.name] else {
        guard !lines.name.isEmpty else { throw EntryTextError("lines without a section") }
        sections.append(UnknownSection(lines: lines))
        continue
      }
      sections.append(try kind.init(reading: lines))
    }
    guard !sections.isEmpty else { throw EntryTextError("nothing") }
  }

  /// The body that `text` was, or one that says that it cannot be read: it stops nothing else.
  public init(stored text: String) {
    do throws(EntryTextError) {
      try self.init(text: text)
    } catch {
      self.init(UnreadableText(text: text, found: error.found))
    }
  }
}

/// A section of a kind that this version does not know, as it was written.
public struct UnknownSection: EntrySection {
  /// Its name and its lines, and how they were written.
  public let lines: SectionLines

  /// Has no name of its own: that of its lines counts.
  public static let name = ""

  init(lines: SectionLines) { self.lines = lines }

  /// Keeps the lines.
  public init(reading lines: SectionLines) { self.lines = lines }

  /// Nothing: `EntryBody.text` holds them as they were written.
  public func write(to writer: inout SectionWriter) {}

  /// That it is there.
  public var words: SectionWords { SectionWords("“\(lines.name)”, which a later version wrote") }

  /// None that this version knows of.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

/// The whole text of an entry that cannot be read, and why.
public struct UnreadableText: EntrySection {
  /// The text as it stands in the journal.
  public let text: String
  /// What was found in it: `"a day that is not one"`.
  public let found: String

  /// Is no section of its own.
  public static let name = "unreadable"

  init(text: String, found: String) {
    self.text = text
    self.found = found
  }

  /// Nothing writes such a section. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    throw EntryTextError("a section “unreadable”")
  }

  /// Nothing: `EntryBody.text` is the text itself.
  public func write(to lines: inout SectionWriter) {}

  /// That it cannot be read, and why.
  public var words: SectionWords { SectionWords("cannot be read: it holds \(found)") }

  /// None.
  public func next(_ policy: Policy) -> NextAction? { nil }
}
