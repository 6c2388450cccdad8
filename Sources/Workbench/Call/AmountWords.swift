import Receivables

/// A typed amount taken apart: `500 cad` is `500` in CAD, `eur12.5k` is `12.5k` in EUR, `500` names no currency.
struct AmountWords: Hashable {
  /// The amount without its currency.
  var figure: String
  /// The currency that was named.
  var currency: Currency?

  init(_ typed: String) {
    figure = typed
    let isCode = { (text: Substring) in text.count == 3 && text.allSatisfy { $0.isASCII && $0.isLetter } }
    for (code, rest) in [(typed.suffix(3), typed.dropLast(3)), (typed.prefix(3), typed.dropFirst(3))]
    where isCode(code) && typed.lowercased() != "all" && rest.last?.isLetter != true {
      figure = rest.split(separator: " ").joined(separator: " ")
      currency = Currency(String(code))
      return
    }
  }
}
