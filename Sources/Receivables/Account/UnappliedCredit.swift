/// A credit of which a part is not applied as of a day.
public struct UnappliedCredit: Hashable, Sendable {
  /// The credit.
  public var credit: Credit
  /// What is left of it, minor units; negative for what was taken back of another credit that is not applied.
  public var left: Int64
}
