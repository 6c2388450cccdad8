public import Receivables

/// Entries as they are read in the autumn of 2026, in which most tests take place: no year is written.
extension EntryBody {
  private static let then = CalendarDay(number: 20_770)

  /// In one line.
  public func line(policy: Policy) -> String { line(policy: policy, seen: Self.then) }

  /// In few words.
  public func gist(policy: Policy) -> String { gist(policy: policy, seen: Self.then) }

  /// To be said before hanging up.
  public func readBack(_ policy: Policy) -> String? { readBack(policy, seen: Self.then) }
}
