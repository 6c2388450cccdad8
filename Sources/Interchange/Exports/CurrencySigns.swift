import Receivables

/// The currency that the signs beside a file's amounts tell, where nothing else does: `₹1,200.00` is in rupees. Signs of
/// several currencies, such as $ and kr, tell none.
struct CurrencySigns {
  private static let codes = [
    "₹": "INR", "€": "EUR", "£": "GBP", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₩": "KRW", "₪": "ILS",
    "₫": "VND", "₱": "PHP",
    "฿": "THB", "zł": "PLN", "r$": "BRL", "kč": "CZK",
  ]
  private var found: Currency?
  private var isMixed = false

  /// The currency of all signs so far; nil without any, or where they differ.
  var currency: Currency? { isMixed ? nil : found }

  /// Looks at an amount.
  mutating func see(_ field: RecordField, _ scanner: RecordScanner) {
    guard !isMixed, field.end > field.start else { return }
    let (first, last) = (scanner.bytes[field.start], scanner.bytes[field.end - 1])
    // Nearly every amount begins and ends with a digit, and needs no text for that.
    guard first &- 0x30 > 9 && first != 0x2D || last &- 0x30 > 9 else { return }
    let sign = scanner.string(field).lowercased().filter {
      !$0.isNumber && !" -−().,'\u{A0}\u{202F}".contains($0)
    }
    // A code may stand there as well; "CR" and "DR" are none.
    let code = Self.codes[sign] ?? (sign.utf8.count == 3 ? sign.uppercased() : "")
    guard let currency = Currency(code), currency.isKnown else { return }
    isMixed = found.map { $0 != currency } ?? false
    found = currency
  }
}
