/// An amount as read from a text.
public struct AmountReading: Hashable, Sendable {
  /// The amount; a credit is negative.
  public var amount: Money
  /// Whether decimals beyond the currency's were lost, by rounding half away from zero.
  public var isRounded: Bool

  /// An amount, with whether it was rounded.
  public init(amount: Money, isRounded: Bool = false) {
    self.amount = amount
    self.isRounded = isRounded
  }
}
