/// An instalment of a plan with what came of it as of a day.
public struct InstalmentStatus: Hashable, Sendable {
  /// How an instalment stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// All of it came.
    case paid
    /// Its day has not passed.
    case due
    /// Its day has passed, the grace days have not.
    case inGrace = "in_grace"
    /// Day and grace are over and not all of it came.
    case missed

    /// What a collector reads: `"in grace"`.
    public var title: String { rawValue.split(separator: "_").joined(separator: " ") }
  }

  /// When it is due.
  public let due: CalendarDay
  /// The last day of its grace.
  public let deadline: CalendarDay
  /// Minor units of the plan's currency.
  public let amount: Int64
  /// What came of it, minor units.
  public let paid: Int64
  /// How it stands.
  public let state: State

  init(
    due: CalendarDay, deadline: CalendarDay, amount: Int64, paid: Int64, _ outlook: inout Outlook
  ) {
    self.due = due
    self.deadline = deadline
    self.amount = amount
    self.paid = paid
    if paid >= amount {
      state = .paid
    } else if !outlook.hasPassed(due) {
      state = .due
    } else {
      state = outlook.hasPassed(deadline) ? .missed : .inGrace
    }
  }
}
