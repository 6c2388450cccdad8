/// When a promise counts as kept.
public struct PromisePolicy: Hashable, Sendable {
  /// Calendar days after the promised day that still count.
  public var graceDays: Int
  /// Share of the amount that may be missing, in hundredths of a percent: 100 is 1 %.
  public var toleranceBasisPoints: Int
  /// Amount that may be missing, in major units of the promise's currency. The larger tolerance holds.
  public var toleranceMajor: Int
  /// A promise further away than so many calendar days needs a reason.
  public var longestDays: Int

  /// The rules of keeping.
  public init(
    graceDays: Int = 2, toleranceBasisPoints: Int = 100, toleranceMajor: Int = 0, longestDays: Int = 30
  ) {
    self.graceDays = graceDays
    self.toleranceBasisPoints = toleranceBasisPoints
    self.toleranceMajor = toleranceMajor
    self.longestDays = longestDays
  }
}
