/// Why an amount could not be computed.
public enum MoneyError: Error, Hashable, Sendable {
  /// The result does not fit 64 bits of minor units.
  case overflow
  /// Amounts of different currencies are never added.
  case currencyMismatch(Currency, Currency)
}

extension MoneyError: CustomStringConvertible {
  /// A sentence for a person.
  public var description: String {
    switch self {
    case .overflow: "The amount is larger than 92 233 720 368 547 758.07 and cannot be kept exactly."
    case .currencyMismatch(let left, let right): "Amounts in \(left) and \(right) cannot be added."
    }
  }
}
