/// What somebody had typed was taken out of entries, because the law asks for it: which ones, on what ground, and what
/// is left of each.
public struct ErasureRecord: EntrySection {
  /// `[erasure]`.
  public static let name = "erasure"
  /// Nobody typed any of it freely.
  public static let personalKeys: Set<String>? = []

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
  /// It stands in no text as it was written.
  public static let personalKeys: Set<String>? = []

  /// The entry that tells of the erasure.
  public var erasure: EntryNumber
  /// What the chain holds of the whole text, in hexadecimal digits; nil for an entry of form 2, which has it in its row.
  public var digest: String?

  /// Erased by an entry.
  public init(by erasure: EntryNumber, digest: String?) {
    self.erasure = erasure
    self.digest = digest
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    erasure = EntryNumber(rawValue: try EntryValue.number(try lines.needed("by")))
    digest = lines["digest"]
  }

  /// `by 103`, `digest 5a0c…`.
  public func write(to lines: inout SectionWriter) {
    lines.line("by", String(erasure.rawValue) as String)
    lines.line("digest", digest)
  }

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
      guard let keys = type(of: section).personalKeys else { return true }
      let lines = SectionLines.sections(of: EntryBody([section]).text).flatMap(\.lines)
      return lines.contains { keys.contains($0.key) }
    }
  }

  /// What is left of an entry's text when everything that somebody typed freely, and every name of a person, is taken
  /// out: amounts, days, codes and numbers of documents. What this version does not know goes as a whole.
  ///
  /// Entries of form 3 are bound to it, so it may not change for any text that stands in a journal.
  public static func left(of text: String) -> String {
    var writer = SectionWriter()
    for section in SectionLines.sections(of: text) {
      guard let keys = kind(named: section.name)?.personalKeys else { continue }
      writer.begin(section.name)
      for line in section.lines {
        writer.line(line.key, keys.contains(line.key) && !line.isCode ? erasedWord : line.value)
      }
    }
    return writer.text
  }
}

extension SectionLines.Line {
  /// A reason that is a code of the policy, in letters of codes, says nothing about anybody and stays.
  fileprivate var isCode: Bool {
    key == "reason"
      && value.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x2D }
  }
}
