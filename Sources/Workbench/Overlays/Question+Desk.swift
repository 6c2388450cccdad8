import Receivables

/// The questions that the desk asks.
extension Question {
  /// Whether an entry is to be taken back; it names the entry.
  static func undo(_ entry: JournalEntry, in file: AccountFile, _ sitting: inout Sitting) -> Question {
    let line = entry.body.line(policy: sitting.policy)
    let account = file.customer.title
    let note = entry.body.freeText
    let reversal = NewEntry(
      action: sitting.newAction(), account: file.customer.id, day: sitting.today,
      collector: sitting.collector,
      body: .reversal(of: entry.number, reason: "taken back by \(sitting.collector)"))
    return Question(
      "Take back your last entry?",
      "\(account), \(entry.day.long) \(sitting.moment.clock(entry.recorded)): \(line)."
        + (note.isEmpty ? "" : " “\(note.shortened(to: 200))”")
        + " It stays readable, marked as taken back.",
      answers: [
        Answer("y", "take it back", .effects(.record(reversal, basedOn: file.version))),
        Answer("n", "leave it as it is"),
      ])
  }

  /// Whether to take up what was typed and not saved, one after the other; nil when there is none.
  static func offer(_ drafts: ArraySlice<OfferedDraft>) -> Question? {
    guard let first = drafts.first else { return nil }
    let next = Turn(move: offer(drafts.dropFirst()).map { .overlay($0) })
    var discard = next
    discard.effects = [.discardDraft(first.draft.action)]
    let more = drafts.count > 1 ? " \(drafts.count - 1) more will be offered after it." : ""
    let (what, opening): (String, Opening) =
      switch first.draft.form {
      case .call: ("call", .call(first.draft))
      case .note: ("comment", .ask(NoteInquiry()))
      case .snooze: ("snooze", .ask(SnoozeInquiry()))
      case .withdrawal: ("withdrawal", .ask(WithdrawalInquiry()))
      }
    return Question(
      "Unsaved \(what)",
      "A \(what) for \(first.account.shortened(to: 80)) was typed by \(first.draft.collector) and not saved.\(more)",
      answers: [
        Answer("t", "take it up", .move(.open(first.draft.account, opening))),
        Answer("d", "discard it", discard),
        Answer("k", "keep it for later", next),
      ])
  }
}
