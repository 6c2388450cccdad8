/// What somebody had typed was taken out of entries, because the law asks for it: which ones, on what ground, and what
/// is left of each.
public struct ErasureRecord: EntrySection {
  /// `[erasure]`.
  public static let name = "erasure"

  /// One entry and the digest of what is left of its text.
  public struct Part: Hashable, Sendable {
    /// The entry.
    public let entry: EntryNumber
    /// SHA-256 in hexadecimal digits: docs/JOURNAL.md tells of what.
    public let left: String

    /// What is left of an entry.
    public init(entry: EntryNumber, left: String) {
      self.entry = entry
      self.left = left
    }
  }

  /// The entries.
  public var parts: [Part]
  /// Why the text had to go: `"Art. 17 GDPR, letter of 3 March"`.
  public var ground: String

  /// An erasure.
  public init(_ parts: [Part], ground: String) {
    self.parts = parts
    self.ground = ground
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    ground = try lines.needed("ground")
    parts = []
    for line in lines.lines where line.key == "entry" {
      let (number, left) = try EntryValue.tail(line.value, 1)
      parts.append(
        Part(entry: EntryNumber(rawValue: try EntryValue.number(number)), left: String(left[0])))
    }
  }

  /// `entry 12 9f86…`, `ground Art. 17 GDPR`.
  public func write(to lines: inout SectionWriter) {
    for part in parts { lines.line("entry", "\(part.entry.rawValue) \(part.left)" as String) }
    lines.line("ground", ground as String)
  }

  /// `"text of entries 12, 15 erased"`, and why.
  public var words: SectionWords {
    let numbers = parts.map { String($0.entry.rawValue) }.joined(separator: ", ")
    return SectionWords(
      "text of \(parts.count == 1 ? "entry" : "entries") \(numbers) erased", freeText: ground)
  }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

/// Stands first in an entry whose text was erased: what follows is what is left of it.
public struct ErasedText: EntrySection {
  /// `[erased]`.
  public static let name = "erased"

  /// The entry that tells of the erasure.
  public var erasure: EntryNumber

  /// Erased by an entry.
  public init(by erasure: EntryNumber) { self.erasure = erasure }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    erasure = EntryNumber(rawValue: try EntryValue.number(try lines.needed("by")))
  }

  /// `by 103`.
  public func write(to lines: inout SectionWriter) { lines.line("by", String(erasure.rawValue) as String) }

  /// That something was there.
  public var words: SectionWords { SectionWords("text erased by entry \(erasure.rawValue)") }

  /// Sets none.
  public func next(_ policy: Policy) -> NextAction? { nil }
}

extension EntryBody {
  /// What stands in the place of what was erased.
  public static let erasedWord = "erased"

  /// The entry that erased its text; nil for one that is as it was written.
  public var erasedBy: EntryNumber? { first(ErasedText.self)?.erasure }

  /// Whether an erasure would take anything out: it tells of a person, or somebody typed something.
  public var canBeErased: Bool {
    guard erasedBy == nil, first(ErasureRecord.self) == nil else { return false }
    return sections.contains { section in
      if section is AccountName { return false }
      if section is PersonRecord || section is UnknownSection || section is UnreadableText { return true }
      let lines = SectionLines.sections(of: EntryBody([section]).text).flatMap(\.lines)
      return lines.contains { type(of: section).personalKeys.contains($0.key) }
    }
  }

  /// What is left when everything that somebody typed freely, and every name of a person, is taken out: amounts, days,
  /// codes and numbers of documents. What this version cannot read goes as a whole.
  public func erased(by erasure: EntryNumber) -> EntryBody {
    var left: [any EntrySection] = [ErasedText(by: erasure)]
    for lines in SectionLines.sections(of: text) where unreadable == nil {
      guard let kind = Self.kind(named: lines.name), kind != PersonRecord.self else { continue }
      let kept = lines.replacing(kind.personalKeys, with: Self.erasedWord)
      // A section that is none any more says nothing about anybody.
      if let section = try? kind.init(reading: kept) { left.append(section) }
    }
    return EntryBody(left)
  }
}
