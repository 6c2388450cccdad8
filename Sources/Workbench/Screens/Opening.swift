import Receivables

/// What is done with an account as soon as its rows are here.
enum Opening: Sendable {
  /// Show it, in the place of another account if one shows.
  case account
  /// Open the call log form, with a draft to take up.
  case call(CallDraft?)
  /// Ask for a comment.
  case note
  /// Ask until when and why it is put off.
  case snooze
  /// Ask whether this entry is to be taken back.
  case undo(JournalEntry)
}
