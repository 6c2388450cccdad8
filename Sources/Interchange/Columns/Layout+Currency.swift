import Receivables

extension Layout.CurrencyRule {
  /// The currency that `value` tells, or nil when no pattern fits.
  func currency(of value: String) -> Currency? {
    if let exact = values[value] { return exact }
    return values.filter { $0.key.last == "*" && value.hasPrefix($0.key.dropLast()) }
      .max { $0.key.utf8.count < $1.key.utf8.count }?.value
  }
}
