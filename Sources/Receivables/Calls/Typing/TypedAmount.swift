/// Reads amounts as collectors type them: `1200`, `1,200.50`, `12.5k`, `1.2m`, `all`.
public enum TypedAmount {
  /// The amount meant by `text`, positive, in the currency of `full`. `all`, `full` and nothing mean `full`.
  ///
  /// A text that names another amount in other countries (`1.200`) is refused. Throws `TypingProblem`.
  public static func read(_ text: String, full: Money) throws(TypingProblem) -> Money {
    var typed = text.lowercased()[...]
    while typed.first == " " { typed.removeFirst() }
    while typed.last == " " { typed.removeLast() }
    if ["", "all", "full"].contains(typed) { return full }
    let shift = typed.last == "k" ? 3 : typed.last == "m" ? 6 : 0
    if shift > 0 { typed.removeLast() }
    let digits = String(typed)
    var evidence = DecimalMarkEvidence()
    evidence.see(digits.utf8.span)
    let decimal = evidence.verdict == .mark(.comma) ? DecimalMark.comma : .point
    let problem = TypingProblem("“\(text)” is not an amount. Type 1200, 1200.50, 12.5k or all.")
    if shift == 0, evidence.verdict == .ambiguous(example: digits), digits.contains(".") { throw problem }
    let reading: AmountReading
    do {
      reading = try AmountText.read(digits.utf8.span, currency: full.currency, decimal: decimal, shift: shift)
    } catch .tooLarge, .otherCurrency {
      throw TypingProblem("“\(text)” is too large or not in \(full.currency).")
    } catch {
      throw problem
    }
    guard !reading.isRounded else {
      throw TypingProblem("“\(text)” has more decimals than \(full.currency).")
    }
    guard reading.amount.minor > 0 else { throw TypingProblem("The amount must be more than zero.") }
    return reading.amount
  }
}
