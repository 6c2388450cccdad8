import Receivables

extension Money {
  /// Cells of `grouped`, without writing it: digits, a space for every three of them, point and sign.
  var width: Int {
    var digits = 1
    var rest = minor.magnitude
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    let exponent = currency.exponent
    let whole = max(digits - exponent, 1)
    return whole + (whole - 1) / 3 + (exponent > 0 ? exponent + 1 : 0) + (minor < 0 ? 1 : 0)
  }
}
