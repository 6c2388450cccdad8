/// Signs and currency words around a number.
struct AmountAffixes {
  private(set) var isNegative = false
  private var signs = 0
  private var parentheses = 0

  /// Throws `AmountProblem` for anything that is not a sign, parentheses around the whole, or `currency`.
  init(
    before: ArraySlice<UInt8>, after: ArraySlice<UInt8>, currency: Currency
  ) throws(AmountProblem) {
    try read(before, isAfter: false, currency: currency)
    try read(after, isAfter: true, currency: currency)
    guard parentheses == 0 else { throw .notAnAmount }
    guard signs <= 1 else { throw .manySigns }
  }

  private mutating func read(
    _ bytes: ArraySlice<UInt8>, isAfter: Bool, currency: Currency
  ) throws(AmountProblem) {
    guard !bytes.isEmpty else { return }
    var word = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{A0}", "\u{202F}", "\u{2009}", "-", "\u{2212}", "\u{2013}", "+", "(", ")":
        try take(word, isAfter: isAfter, currency: currency)
        word = ""
        try take(scalar, isAfter: isAfter)
      default: word.unicodeScalars.append(scalar)
      }
    }
    try take(word, isAfter: isAfter, currency: currency)
  }

  private mutating func take(_ scalar: Unicode.Scalar, isAfter: Bool) throws(AmountProblem) {
    switch scalar {
    case "-", "\u{2212}", "\u{2013}":
      signs += 1
      isNegative = true
    case "+":
      guard !isAfter else { throw .notAnAmount }
      signs += 1
    case "(":
      guard !isAfter, parentheses == 0 else { throw .notAnAmount }
      parentheses = 1
      signs += 1
      isNegative = true
    case ")":
      guard isAfter, parentheses == 1 else { throw .notAnAmount }
      parentheses = 0
    default: break
    }
  }

  private mutating func take(_ word: String, isAfter: Bool, currency: Currency) throws(AmountProblem) {
    guard !word.isEmpty else { return }
    var name = word.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    if isAfter, name == "cr" || name == "dr" {
      signs += 1
      isNegative = name == "cr"
    } else if let code = Currency(name) {
      // Three letters make a code only as codes are written: "12abc" names no currency.
      guard code == currency else {
        throw word == code.code ? .otherCurrency(expected: currency) : .notAnAmount
      }
    } else {
      guard let currencies = CurrencySign.currencies[name] else { throw .notAnAmount }
      guard currencies.contains(currency.code) else { throw .otherCurrency(expected: currency) }
    }
  }
}
