import Receivables

extension CallReading {
  /// What can be expected at most for the chosen invoices, or for all past due in the currency of the call. They must be in one currency.
  func full() throws(TypingProblem) -> Money {
    let currency = try currency()
    let covered = try chosen(currency)
    if let other = covered.first(where: { $0.invoice.original.currency != currency }) {
      let also = other.invoice.original.currency
      throw TypingProblem("The invoices are in \(currency) and \(also). Choose those of one currency.")
    }
    do {
      return try picture.fullAmount(on: covered.map(\.invoice.id), in: currency)
    } catch {
      throw TypingProblem("The invoices add up to more than can be kept exactly.")
    }
  }

  /// The amount that was typed; nil when nothing was.
  func typedAmount() throws(TypingProblem) -> Money? {
    guard let typed = text(.amount) else { return nil }
    return try TypedAmount.read(AmountWords(typed).figure, full: try full())
  }

  /// Whether the result is about a part, so that no amount goes without saying.
  var asksAmount: Bool { result.promiseKind == .promise && result.returns == .askedDay }

  /// The amount of a commitment: all of the covered invoices unless said otherwise.
  func amount() throws(TypingProblem) -> Money {
    if let typed = try typedAmount() { return typed }
    return try full()
  }
}
