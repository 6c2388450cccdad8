/// One line of an account's story, books and journal together.
public struct TimelineItem: Hashable, Sendable {
  /// What happened.
  public enum Event: Hashable, Sendable {
    /// Something that a person here did or heard. `isReversed` when a later entry took it back.
    case entry(JournalEntry, isReversed: Bool)
    /// Money or a credit note came in.
    case credit(Credit)
    /// An invoice was settled or reduced without a known credit behind it, or a credit was reversed.
    case application(Application, invoice: String)
  }

  /// The effective day.
  public var day: CalendarDay
  /// What happened.
  public var event: Event
}
