import Receivables

extension Sitting {
  /// Keeps in mind what was typed and not saved, so that the form of that account goes on with it.
  mutating func remember(_ effect: Effect) {
    switch effect {
    case .saveDraft(let draft): drafts[draft.account] = draft
    case .discardDraft(let action): drafts = drafts.filter { $0.value.action != action }
    default: break
    }
  }
}
