import Receivables

extension CallScreen {
  /// Takes up a form where a draft left it.
  mutating func restore(_ fields: [String: String], _ policy: Policy) {
    if let milliseconds = fields[DraftName.started].flatMap({ Int64($0) }) {
      started = Instant(milliseconds: milliseconds)
    }
    if let ids = fields[DraftName.tagged] {
      tagged = ids.split(separator: " ").compactMap { Int64($0) }.map { DocumentID(rawValue: $0) }
    }
    guard let result = fields[DraftName.result].flatMap({ policy.result($0) }) else { return }
    var form = CallForm(result)
    for (name, text) in fields {
      if let field = FormField(rawValue: name) { form.set(field, to: text) }
    }
    self.form = form
  }

  /// The form as it is kept outside; nil when nothing was typed.
  func draft(_ sitting: Sitting) -> CallDraft? {
    guard let form = form ?? held, !form.typed.isEmpty else { return nil }
    var fields: [String: String] = [:]
    for (field, text) in form.typed { fields[field.rawValue] = text }
    fields[DraftName.result] = form.result.code
    fields[DraftName.started] = String(started.milliseconds)
    if !tagged.isEmpty {
      fields[DraftName.tagged] = tagged.map { String($0.rawValue) }.joined(separator: " ")
    }
    return CallDraft(
      action: action, account: picture.file.customer.id, basedOn: picture.file.version,
      collector: sitting.collector, fields: fields)
  }

  /// What to run so that nothing typed is lost: nothing when the draft outside is up to date.
  mutating func keepDraft(_ sitting: Sitting) -> [Effect] {
    guard let draft = draft(sitting), draft.fields != keptDraft else { return [] }
    keptDraft = draft.fields
    return [.saveDraft(draft)]
  }

  /// What to run so that no draft is offered again.
  mutating func forgetDraft() -> [Effect] {
    guard keptDraft != nil else { return [] }
    keptDraft = nil
    return [.discardDraft(action)]
  }

  /// What a draft holds besides the fields of the form.
  private enum DraftName {
    static let result = "result"
    static let started = "started"
    static let tagged = "tagged"
  }
}
