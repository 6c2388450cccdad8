public import Receivables

/// A draft with the words to offer it by.
public struct OfferedDraft: Hashable, Sendable {
  /// What was typed.
  public var draft: CallDraft
  /// Number and name of the account.
  public var account: String

  /// A draft to offer.
  public init(draft: CallDraft, account: String) {
    self.draft = draft
    self.account = account
  }
}
