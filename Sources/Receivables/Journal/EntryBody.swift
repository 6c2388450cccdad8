/// What a journal entry says.
public enum EntryBody: Hashable, Sendable {
  /// A call, letter or visit with its outcome.
  case call(CallRecord)
  /// A comment. Never counts as worked.
  case note(String)
  /// The account is put off until a day, with the reason.
  case snooze(until: CalendarDay, reason: String)
  /// A promise is taken back, by whom and why.
  case promiseWithdrawn(EntryNumber, by: String, reason: String)
  /// An earlier entry was a mistake: it counts for nothing from here on and stays readable.
  case reversal(of: EntryNumber, reason: String)
}
