import Receivables

extension Sitting {
  /// What was typed into a form of an account and not saved.
  func draft(_ form: CallDraft.Form, on account: AccountID) -> CallDraft? {
    drafts.last { $0.form == form && $0.account == account }
  }

  /// Keeps in mind what was typed and not saved, so that the form of that account goes on with it.
  mutating func remember(_ effect: Effect) {
    switch effect {
    case .saveDraft(let draft): remember(draft)
    case .discardDraft(let action): drafts.removeAll { $0.action == action }
    default: break
    }
  }

  /// The newest draft of a form is the one that counts.
  mutating func remember(_ draft: CallDraft) {
    drafts.removeAll { $0.action == draft.action }
    drafts.append(draft)
  }
}
