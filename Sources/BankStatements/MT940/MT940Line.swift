import Receivables

/// A `:61:`: `2611031103CR1234,56NTRFNONREF//B4711`.
///
/// Value day, day of booking without its year or nothing, side, third letter of the currency or nothing, amount, kind,
/// the reference of whoever ordered it, and behind `//` the bank's.
struct MT940Line {
  let line: Int
  let valued: CalendarDay
  let booked: CalendarDay
  let amount: Money
  /// Whether the bank takes back what it had booked: `RC` takes back money that came, `RD` money that went.
  let isReversal: Bool
  /// Whether it is only expected: `EC`, `ED`.
  let isExpected: Bool
  /// `TRF`, `CHK`; empty without any.
  let kind: String
  let instruction: String?
  let bank: String?
  /// What stands on the lines behind it.
  let supplement: String

  /// Reads the field. Throws `Refusal` for one that is not built so.
  init(_ field: MT940Field, _ currency: Currency, _ days: StatementDays) throws(Refusal) {
    line = field.line
    var rest = Array(field.text.utf8)[...]
    func taken(_ count: Int) -> String {
      defer { rest = rest.dropFirst(count) }
      return String(decoding: rest.prefix(count), as: UTF8.self)
    }
    valued = try days.short(taken(6), line: line)
    if rest.count >= 4, rest.prefix(4).allSatisfy(\.isDigit) {
      booked = try days.monthAndDay(taken(4), near: valued, line: line)
    } else {
      booked = valued
    }
    var side = taken(1)
    isReversal = side == "R"
    isExpected = side == "E"
    if isReversal || isExpected { side = taken(1) }
    guard side == "C" || side == "D" else {
      throw Refusal(
        line: line,
        reason:
          "\(Quoted(field.text)) does not say whether money came (C) or went (D). Fetch the statement from the "
          + "bank again.")
    }
    if rest.first?.isCapital == true { _ = taken(1) }
    let digits = taken(rest.prefix { $0.isDigit || $0 == .comma }.count)
    let minor = try StatementAmount.minor(digits, places: currency.exponent, marks: [.comma], line: line)
    // What takes money back goes the other way.
    let isIn = (side == "C") != isReversal
    amount = Money(minor: isIn ? minor : -minor, currency)
    // What is no letter here would be the rest of the amount: "1.00".
    guard rest.first.map(\.isCapital) ?? true else {
      throw Refusal(
        line: line,
        reason:
          "Behind \(Quoted(digits)) stands neither a kind such as NTRF nor nothing. Fetch the statement from the "
          + "bank again.")
    }
    kind = String(taken(4).dropFirst())
    let references = Self.references(rest)
    // "EREF" says that the reference stands in :86:.
    let isElsewhere = ["EREF", "MARF", "PREF"].contains(references.before)
    instruction = isElsewhere ? nil : references.before.reference
    bank = references.behind.reference
    supplement = field.lines.dropFirst().compactMap(\.oneLine).joined(separator: " ")
  }

  /// What stands before and behind `//`.
  private static func references(_ text: ArraySlice<UInt8>) -> (before: String, behind: String) {
    let place = text.indices.dropLast().first { text[$0] == .slash && text[$0 + 1] == .slash }
    guard let place else { return (String(decoding: text, as: UTF8.self), "") }
    return (
      String(decoding: text[..<place], as: UTF8.self), String(decoding: text[(place + 2)...], as: UTF8.self)
    )
  }

  /// The entry, before its `:86:` is known.
  func entry(of statement: BankStatement) -> BankEntry {
    var entry = BankEntry(statement, line: line, booked: booked, amount: amount)
    entry.valued = valued
    entry.isReversal = isReversal
    entry.references.bank = bank
    entry.remittance = supplement
    entry.method = method
    if kind == "CHK", let number = instruction, number.utf8.allSatisfy(\.isDigit) {
      entry.references.check = number
    } else {
      entry.references.instruction = instruction
    }
    if kind == "RTI" { entry.returned = PaymentReturn(code: nil) }
    return entry
  }

  /// How money moved, by SWIFT's codes; nil when they do not tell.
  private var method: String? {
    switch kind {
    case "TRF", "STO": "wire"
    case "CHK", "CLR", "LBX", "ECK", "TCK": "check"
    case "DDT": "direct_debit"
    default: nil
    }
  }
}
