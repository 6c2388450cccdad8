/// Payments and credit notes that came before the invoices which they name.
extension BooksMerge {
  /// Puts against a new invoice what waits for it, as far as the credits have something left, and no more than the file says
  /// is paid of it.
  mutating func applyWaiting(
    to invoice: Int, told document: IncomingDocument, of account: inout AccountAtWork, line: Int
  ) throws(MoneyError) {
    let key = DocumentKey(document.number).text
    var payable = document.amount.minor - (document.open ?? 0)
    for place in account.credits.indices
    where !account.credits[place].waiting.isEmpty && account.credits[place].spent == nil {
      let credit = account.credits[place]
      guard let awaited = credit.waiting.first(where: { $0.invoice == key }),
        credit.amount.currency == document.amount.currency
      else { continue }
      let used = try account.applied.sum(of: account.applied.places(ofCredit: place))
      let wanted = min(awaited.amount, payable, try credit.amount.minor.subtractingChecked(used))
      guard wanted > 0 else { continue }
      let part = try makeRoom(for: wanted, on: invoice, dated: credit.dated, in: &account)
      guard part > 0 else { continue }
      account.apply(part, to: invoice, credit: place, source: credit.kind.source, dated: credit.dated)
      account.wait(for: credit.waiting.filter { $0 != awaited }, credit: place)
      payable -= part
      result.notes.awaited.add(line: line, column: terms.headings[.number], "\"\(document.number)\"")
    }
  }
}
