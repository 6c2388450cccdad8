/// A "Geschäftsvorfallcode", by which German banks say what a booking is, in MT940 and in their camt.
///
/// Source: Deutsche Kreditwirtschaft, DFÜ-Abkommen, annex 3.
struct GermanCode {
  let number: Int

  /// The code of that number, 0 to 999.
  init(_ number: Int) { self.number = number }

  /// The first part of three digits: 166 in `NTRF+166+9310`. Nil without any.
  init?(in text: String) {
    let parts = text.utf8.split { !$0.isDigit && !$0.isWordByte }
    guard let part = parts.first(where: { $0.count == 3 && $0.wholeNumber != nil }),
      let number = part.wholeNumber
    else { return nil }
    self.number = number
  }

  /// How money moved; nil for what is no payment, such as fees.
  var method: String? {
    switch number {
    case 82, 83: "cash"
    case 6, 106, 110, 182, 190, 198, 199: "card"
    case 101, 102, 103, 111, 122, 170, 183, 185, 209, 220...223: "check"
    case 104, 105, 107, 108, 109, 171, 174, 181, 184, 192, 193, 195, 196, 197, 213: "direct_debit"
    case 58, 79, 87, 88, 116...119, 152...157, 159...169, 177, 188, 189, 191, 194, 201, 202, 206, 210...212:
      "wire"
    default: nil
    }
  }

  /// Whether it is one booking for many payments, which the statement does not tell.
  var isBatch: Bool { [79, 185, 188, 189, 191, 192, 194, 195, 196, 197, 198].contains(number) }

  /// Whether a payment came back: a debit that was not paid, a transfer that did not arrive, a bad check.
  var isReturn: Bool { [108, 109, 110, 111, 159, 160, 181, 182, 183, 184].contains(number) }
}
