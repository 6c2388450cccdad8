/// A call form or a small form that was not saved yet, with every field as it was typed.
public struct CallDraft: Hashable, Sendable {
  /// The action it will be recorded as; a retry reuses it.
  public var action: ActionID
  /// The account.
  public var account: AccountID
  /// The account's version that the form was based on.
  public var basedOn: Int64
  /// Who typed it.
  public var collector: String
  /// What was typed, by the names of the fields.
  public var fields: [DraftName: String]

  /// A form's content.
  public init(
    action: ActionID, account: AccountID, basedOn: Int64, collector: String, fields: [DraftName: String]
  ) {
    self.action = action
    self.account = account
    self.basedOn = basedOn
    self.collector = collector
    self.fields = fields
  }
}

/// The name of a form or of one of its fields in what is kept: `"dispute_reason"`.
///
/// It is stored, so it is not the title that people read: a title may be put in other words at any time. Lower-case
/// letters, digits and `_` only, so that a line `name value` can be read back whatever is typed.
public struct DraftName: Hashable, Sendable {
  /// The name as it is stored.
  public let text: String

  /// Nil for a text that cannot be a name, such as one with a blank in it.
  public init?(_ text: String) {
    let isName = !text.isEmpty && text.utf8.allSatisfy { Self.letters.contains($0) }
    guard isName else { return nil }
    self.text = text
  }

  private static let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789_".utf8)
}

extension DraftName: ExpressibleByStringLiteral {
  /// A name in the program's own text. One that is none ends the program: every test that touches the form notices.
  public init(stringLiteral text: String) {
    guard let name = Self(text) else { preconditionFailure("“\(text)” cannot name a field") }
    self = name
  }
}

extension CallDraft {
  /// The field of a draft that names the business date on which it was typed: `2026-11-20`.
  public static let dayField: DraftName = "typed_on"

  /// The field of a draft that names its form; a call log needs none.
  public static let formField: DraftName = "form"

  /// The form that goes on with it.
  public var form: DraftName { fields[Self.formField].flatMap { DraftName($0) } ?? .call }
}

extension CallDraft {
  /// The field of a draft that names the entry that its form corrects.
  public static let correctsField: DraftName = "corrects"

  /// The entry that it corrects; nil for a new one.
  public var corrects: EntryNumber? {
    fields[Self.correctsField].flatMap { Int64($0) }.map { EntryNumber(rawValue: $0) }
  }
}

extension DraftName {
  /// The form of the call log; it stands in no draft.
  public static let call: DraftName = "call"
}

extension CallDraft {
  /// The fields as one text, a `name value` line each in the order of the names; `fields(in:)` reads it back.
  public var fieldsText: String {
    var writer = SectionWriter()
    for (name, value) in fields.sorted(by: { $0.key.text < $1.key.text }) {
      writer.line(name.text, value as String)
    }
    return writer.text
  }

  /// The fields that `fieldsText` wrote. Earlier versions named the fields of small forms by their titles, which
  /// began with a capital letter.
  public static func fields(in text: String) -> [DraftName: String] {
    let lines = SectionLines.sections(of: text).flatMap(\.lines)
    let named = lines.compactMap { line in DraftName(line.key.lowercased()).map { ($0, line.value) } }
    return Dictionary(named, uniquingKeysWith: { $1 })
  }
}
