extension DisputeTerms {
  /// The terms with their invoices in order, checked against the account. Without invoices, `tagged` ones are meant,
  /// or the only one that comes into question.
  func completed(
    for picture: AccountPicture, policy: Policy, tagged: [DocumentID]
  ) throws(CallProblem) -> DisputeTerms {
    guard policy.disputeReasons.contains(where: { $0.code == reason && !$0.isRetired }) else {
      throw CallProblem(.disputeReason, "“\(reason)” is not a reason for a dispute.")
    }
    var terms = self
    if terms.invoices.isEmpty { terms.invoices = tagged }
    if terms.invoices.isEmpty, let only = picture.onlyInvoice { terms.invoices = [only.invoice.id] }
    guard !terms.invoices.isEmpty else { throw CallProblem(.invoices, "Which invoices do they dispute?") }
    terms.invoices = try picture.inOrder(terms.invoices)
    guard let amount, let currency = picture.currency(of: terms.invoices) else { return terms }
    guard amount.currency == currency else { throw CallProblem(.amount, "The invoices are in \(currency).") }
    guard amount.minor > 0 else { throw CallProblem(.amount, "The disputed amount must be more than zero.") }
    let open = try picture.open(on: terms.invoices, in: currency)
    guard amount.minor <= open.minor else {
      throw CallProblem(.amount, "\(amount) is more than is open. Open on the disputed invoices: \(open).")
    }
    return terms
  }
}

extension AccountPicture {
  /// The invoice that is meant when none is named: the only open one, or the only one past due.
  public var onlyInvoice: InvoiceStatus? {
    let pastDue = invoices.filter(\.isPastDue)
    let candidates = pastDue.isEmpty ? invoices : pastDue
    return candidates.count == 1 ? candidates[0] : nil
  }
}
