/// Invoices that were paid with more than they come to: what is over is the customer's, as money that waits to be applied.
extension BooksMerge {
  /// The same of the invoice that was added last.
  mutating func settle(
    _ excess: Int64?, ofLast document: IncomingDocument, in account: inout AccountAtWork, _ line: Int
  ) throws(MoneyError) {
    try settle(excess, of: document, at: account.invoices.count - 1, in: &account, line)
  }

  /// The same of the invoice at a place, by whose number in the book the credit is known again.
  mutating func settle(
    _ excess: Int64?, of document: IncomingDocument, at place: Int, in account: inout AccountAtWork,
    _ line: Int
  ) throws(MoneyError) {
    guard let excess else { return }
    var document = document
    document.number = account.invoices[place].number
    try settle(excess: excess, of: document, in: &account, line)
  }

  /// Brings the credit for what an invoice was paid too much in line with what the file tells, minor units.
  private mutating func settle(
    excess: Int64, of document: IncomingDocument, in account: inout AccountAtWork, _ line: Int
  ) throws(MoneyError) {
    guard excess > 0 || account.hasExcess else { return }
    let number = document.number + IncomingDocument.excessMark
    guard excess == 0 else {
      let credit = IncomingDocument(
        kind: .payment, number: number, issued: document.issued, due: document.issued,
        amount: Money(minor: excess, document.amount.currency), open: excess)
      return try take(.payment, credit, [], into: &account, line: line)
    }
    guard let place = account.place(ofCredit: DocumentKey(number).text, .payment),
      account.credits[place].spent == nil
    else { return }
    account.spend(credit: place, on: max(terms.effective, account.credits[place].dated))
    account.isChanged = true
    result.payments.closed += 1
    note(.closed, line: line, "payment \(number)", "no longer paid too much")
  }
}

extension IncomingDocument {
  /// Ends the number of such a credit.
  static let excessMark = " overpaid"
}
