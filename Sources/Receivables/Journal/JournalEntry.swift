/// One thing that a person here did or heard. Never edited, never deleted; a later entry may reverse it.
public struct JournalEntry: Hashable, Sendable {
  /// Its gapless place in the journal.
  public let number: EntryNumber
  /// Made before the first attempt to save, so that a retry is recorded once.
  public let action: ActionID
  /// True UTC of the save.
  public let recorded: Instant
  /// The business date under which it was made; what as-of views go by.
  public let day: CalendarDay
  /// The operating system's user, never typed.
  public let actor: String
  /// The collector as whom they worked.
  public let collector: String
  /// The account.
  public let account: AccountID
  /// What was done or heard.
  public let body: EntryBody

  /// An entry as stored.
  public init(
    number: EntryNumber, action: ActionID, recorded: Instant, day: CalendarDay, actor: String,
    collector: String, account: AccountID, body: EntryBody
  ) {
    self.number = number
    self.action = action
    self.recorded = recorded
    self.day = day
    self.actor = actor
    self.collector = collector
    self.account = account
    self.body = body
  }
}
