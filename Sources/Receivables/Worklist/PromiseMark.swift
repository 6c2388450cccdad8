/// A promise as one column of the queue shows it.
public struct PromiseMark: Hashable, Sendable {
  /// What was promised.
  public var amount: Money
  /// For which day.
  public var day: CalendarDay
  /// How it stands.
  public var state: PromiseState

  /// A promise in short.
  public init(amount: Money, day: CalendarDay, state: PromiseState) {
    self.amount = amount
    self.day = day
    self.state = state
  }
}
