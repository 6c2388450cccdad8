import Receivables

/// What is kept outside of a form while it is filled in, so that nothing typed is lost when the line drops.
struct FormDraft: Sendable {
  /// Which form.
  private let form: DraftName
  /// Made once, so that what is saved again is recorded once.
  let action: ActionID
  /// The entry that the form corrects.
  private let corrects: EntryNumber?
  /// The business date on which it was typed, where that is not today: `fri` meant another day then.
  let typedOn: CalendarDay?
  /// What is kept; nil for nothing.
  private(set) var kept: FormTexts?

  /// Goes on with `draft`, or with what was typed into this form on this account and left, or begins anew.
  init(
    _ form: DraftName, on account: AccountID, goingOnWith draft: CallDraft? = nil,
    correcting corrects: EntryNumber? = nil, _ sitting: inout Sitting
  ) {
    self.form = form
    self.corrects = corrects
    let draft = draft ?? sitting.draft(form, on: account, correcting: corrects)
    action = draft?.action ?? sitting.newAction()
    kept = draft?.fields
    let day = kept?[CallDraft.dayField].flatMap { CalendarDay(iso: $0) }
    typedOn = day == sitting.today ? nil : day
    kept?[CallDraft.dayField] = nil
    kept?[CallDraft.formField] = nil
    kept?[CallDraft.correctsField] = nil
  }

  /// One beside those that there are of the same form.
  init(_ form: DraftName, action: ActionID) {
    self.form = form
    self.action = action
    corrects = nil
    typedOn = nil
  }

  /// What to run so that nothing typed is lost: nothing when what is kept is up to date, or nothing was typed.
  mutating func keep(_ texts: FormTexts, of file: AccountFile, _ sitting: Sitting) -> [Effect] {
    keep(texts, of: file.customer.id, basedOn: file.version, sitting)
  }

  /// The same of an account that was not read: its version is 0.
  mutating func keep(
    _ texts: FormTexts, of account: AccountID, basedOn version: Int64 = 0, _ sitting: Sitting
  ) -> [Effect] {
    guard !texts.isEmpty, texts != kept else { return [] }
    kept = texts
    var fields = texts
    fields[CallDraft.dayField] = (typedOn ?? sitting.today).iso
    if form != .call { fields[CallDraft.formField] = form.text }
    if let corrects { fields[CallDraft.correctsField] = String(corrects.rawValue) }
    return [
      .write(
        .saveDraft(
          CallDraft(
            action: action, account: account, basedOn: version, collector: sitting.collector,
            fields: fields)))
    ]
  }

  /// What was to be kept is not kept: the next time is tried again. Or it was recorded, and the book let go of it then.
  mutating func lose() { kept = nil }

  /// What to run so that it is not offered again.
  mutating func forget() -> [Effect] {
    guard kept != nil else { return [] }
    kept = nil
    return [.write(.discardDraft(action))]
  }
}
