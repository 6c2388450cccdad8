/// An entry that is about to be saved.
public struct NewEntry: Hashable, Sendable {
  /// Made before the first attempt, so that a retry is recorded once.
  public var action: ActionID
  /// The account.
  public var account: AccountID
  /// The business date.
  public var day: CalendarDay
  /// As whom it is made.
  public var collector: String
  /// What was done or heard.
  public var body: EntryBody

  /// An entry to save.
  public init(action: ActionID, account: AccountID, day: CalendarDay, collector: String, body: EntryBody) {
    self.action = action
    self.account = account
    self.day = day
    self.collector = collector
    self.body = body
  }
}
