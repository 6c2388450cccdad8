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
