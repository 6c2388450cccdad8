import Receivables

/// What is done with an account as soon as its rows are here.
enum Opening: Sendable {
  /// Show it, in the place of another account if one shows.
  case account
  /// Open the call log form, with a draft to take up.
  case call(CallDraft?)
  /// Ask for what makes an entry, in a small form.
  case ask(any Inquiry)
  /// Ask whether this entry is to be taken back.
  case undo(JournalEntry)
}
