/// Why an account stands where it stands, as data: stored with dates, told with the day counts of the day.
public struct Reason: Hashable, Sendable {
  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// Something that has lasted since a day; told as days.
    case since(CalendarDay)
    /// A money amount.
    case amount(Money)
    /// A plain number: a level, a count, a percentage, days.
    case number(Int64)
    /// A promise: its amount and day.
    case promise(Money, CalendarDay)
    /// A promise or an instalment that was not or only partly kept: its amount, what came of it, its day.
    case failed(Money, paid: Int64, CalendarDay)
    /// A moment of today or earlier, told as a date and time.
    case at(CalendarDay, TimeOfDay?)
    /// Nobody was reached on a day; told with when the next attempt is due.
    case inVain(CalendarDay, next: CalendarDay, TimeOfDay?)
  }

  /// The lane or the priority rule that it explains: `"broken_promise"`, `"old_90"`.
  public var code: String
  /// What was found.
  public var finding: Finding
  /// Points towards the priority; 0 for the reason of the lane.
  public var points: Int

  /// A reason.
  public init(code: String, finding: Finding, points: Int) {
    self.code = code
    self.finding = finding
    self.points = points
  }
}
