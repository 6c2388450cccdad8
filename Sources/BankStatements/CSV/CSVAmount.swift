import Receivables

/// An amount as a bank's CSV writes it, before it is known how the file writes amounts.
struct CSVAmount {
  /// Without the word for the side behind it: `1.234,56 H` and `100.00 CR` are `1.234,56` and `100.00`.
  let text: String
  /// The side that stands behind it.
  let side: MoneySide?

  init(_ cell: String, _ words: StatementWords) {
    var number = cell[...]
    let word = String(cell.reversed().prefix { $0.isLetter }.reversed())
    if cell.last == "+" {
      number = cell.dropLast()
      side = .incoming
    } else if !word.isEmpty, word.count < 3, let found = words.side(word) {
      number = cell.dropLast(word.count)
      side = found
    } else {
      side = nil
    }
    text = number.oneLine ?? ""
  }

  /// Whether it says which way money went.
  var isSigned: Bool {
    side != nil || text.unicodeScalars.contains { ["-", "+", "(", "\u{2212}", "\u{2013}"].contains($0) }
  }

  /// The amount: with its sign, or by the side behind it. Throws `Refusal`.
  func money(
    _ currency: Currency, _ decimal: DecimalMark, line: Int, column: String?
  ) throws(Refusal) -> Money {
    let reading: AmountReading
    do throws(AmountProblem) {
      reading = try AmountText.read(text, currency: currency, decimal: decimal)
    } catch {
      throw Refusal(
        line: line, column: column,
        reason: "\(Quoted(text)) \(error). Fetch the statement from the bank again, best as camt.053.")
    }
    guard !reading.isRounded else {
      throw Refusal(
        line: line, column: column,
        reason:
          "\(Quoted(text)) has more decimals than its currency. Fetch the statement from the bank again; if it comes "
          + "like this, ask them.")
    }
    guard let side else { return reading.amount }
    guard reading.amount.minor >= 0 else {
      throw Refusal(
        line: line, column: column,
        reason:
          "\(Quoted(text)) has a sign and a word for its side, so that nobody can say which way it went. Fetch the "
          + "statement as camt.053.")
    }
    return side == .incoming ? reading.amount : reading.amount.negated
  }
}

extension Money {
  /// The other way round.
  var negated: Money { Money(minor: 0 &- minor, currency) }

  /// Without its sign.
  var unsigned: Money { minor < 0 ? negated : self }
}
