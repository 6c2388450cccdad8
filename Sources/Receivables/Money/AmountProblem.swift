/// Why a text is not an amount. `description` continues a sentence that begins with the quoted text.
public enum AmountProblem: Error, Hashable, Sendable {
  /// Nothing but spaces.
  case empty
  /// Something other than digits, marks, a sign and a currency: `12abc`, `1e3`.
  case notAnAmount
  /// Marks that do not set thousands apart, or the other decimal mark: `1.234,56` where the mark is a point.
  case wrongGrouping
  /// More than one of minus, parentheses, Dr and Cr.
  case manySigns
  /// It names another currency than the one expected.
  case otherCurrency(expected: Currency)
  /// It does not fit 64 bits of minor units.
  case tooLarge
}

extension AmountProblem: CustomStringConvertible {
  /// `"is not an amount"`.
  public var description: String {
    switch self {
    case .empty: "is empty where an amount is needed"
    case .notAnAmount: "is not an amount"
    case .wrongGrouping: "is not grouped like an amount of this file"
    case .manySigns: "has more than one sign"
    case .otherCurrency(let expected): "is not in \(expected)"
    case .tooLarge: "is larger than can be kept exactly"
    }
  }
}
