/// A credit of which a part is not applied as of a day.
public struct UnappliedCredit: Hashable, Sendable {
  /// The credit.
  public var credit: Credit
  /// What is left of it, minor units, positive.
  public var left: Int64
}
