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
  /// What was typed, by field name, in the order of the form.
  public var fields: [String: String]

  /// A form's content.
  public init(
    action: ActionID, account: AccountID, basedOn: Int64, collector: String, fields: [String: String]
  ) {
    self.action = action
    self.account = account
    self.basedOn = basedOn
    self.collector = collector
    self.fields = fields
  }
}

extension CallDraft {
  /// Which form was being filled in.
  public enum Form: String, Hashable, Sendable {
    /// The call log.
    case call
    /// A comment.
    case note
    /// Until when and why an account is put off.
    case snooze
    /// Which promise is taken back, by whom and why.
    case withdrawal
  }

  /// The field of a draft that names its form; a call log needs none.
  public static let formField = "form"

  /// The form that goes on with it.
  public var form: Form { fields[Self.formField].flatMap { Form(rawValue: $0) } ?? .call }
}

extension CallDraft {
  /// The fields as one text, a `name value` line each in the order of the names; `fields(in:)` reads it back.
  public var fieldsText: String {
    var writer = SectionWriter()
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) { writer.line(name, value as String) }
    return writer.text
  }

  /// The fields that `fieldsText` wrote. Names hold no spaces.
  public static func fields(in text: String) -> [String: String] {
    let lines = SectionLines.sections(of: text).flatMap(\.lines)
    return Dictionary(lines.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}
