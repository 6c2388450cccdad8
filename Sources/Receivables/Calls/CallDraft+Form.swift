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
