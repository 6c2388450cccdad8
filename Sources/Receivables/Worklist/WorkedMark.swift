/// The last time somebody worked an account.
public struct WorkedMark: Hashable, Sendable {
  /// The business date.
  public var day: CalendarDay
  /// The result code: `"NA"`.
  public var result: String

  /// Worked on `day` with that result.
  public init(day: CalendarDay, result: String) {
    self.day = day
    self.result = result
  }
}
