/// What decides about a day that somebody types or a file names: how it is read, and in which years it may lie.
public struct DayRules: Hashable, Sendable {
  /// Years in which somebody collects, where the policy says nothing else: another one is a slip of the hand, or stands
  /// for no day at all.
  public static let usualYears = 1990...2200
  /// What a policy may say at most: whatever is reckoned from such a day can still be written with four digits.
  public static let mostYears = 1000...9000

  /// How `12/5` is read; nil when nobody has said.
  public var order: DateOrder?
  /// The years, both included.
  public var years: ClosedRange<Int>

  /// Rules.
  public init(order: DateOrder?, years: ClosedRange<Int> = usualYears) {
    self.order = order
    self.years = years
  }
}

extension ClosedRange<Int> {
  /// Whether `day` lies in one of these years.
  public func contains(yearOf day: CalendarDay) -> Bool { contains(day.components.year) }
}

extension Policy {
  /// How days are read and in which years they may lie.
  public var dayRules: DayRules { DayRules(order: dateOrder, years: years) }
}
