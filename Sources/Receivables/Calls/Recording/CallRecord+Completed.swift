extension CallRecord {
  /// The record as it is stored: what the result asks for is checked, and every default of the result table is filled
  /// in, so that an account with anything open is left with exactly one next action.
  ///
  /// A promise without invoices covers all that are past due, oldest first; one of zero is for the full past-due
  /// amount. `currency` says which invoices are meant when the account owes in several and none are chosen; without
  /// it the currency of the promise. Throws `CallProblem` with the field to mend.
  public func completed(
    for picture: AccountPicture, policy: Policy, currency: Currency? = nil
  ) throws(CallProblem) -> CallRecord {
    let rule = try checkedCodes(policy)
    var record = self
    record.contact = contact.flatMap { $0.isEmpty ? nil : $0 }
    if !invoices.isEmpty { record.invoices = try picture.inOrder(invoices) }
    try record.complete(promise: rule, for: picture, policy: policy, currency: currency)
    try record.complete(disputeAndPlan: rule, for: picture, policy: policy)
    if record.invoices.isEmpty {
      record.invoices =
        record.promise?.invoices ?? record.dispute?.invoices ?? record.plan?.invoices
        ?? (rule.asks.contains(.invoices) ? picture.invoices.filter(\.isPastDue).map(\.invoice.id) : [])
    }
    if rule.marksNumberDead, phone == nil { record.phone = picture.numberToDial(of: contact) }
    record.next = try record.completedNext(rule, for: picture, policy: policy)
    return record
  }

  /// The row of the result table, when every code of the record is in use.
  private func checkedCodes(_ policy: Policy) throws(CallProblem) -> CallResult {
    guard let rule = policy.result(result) else {
      throw CallProblem(nil, "There is no result “\(result)”.")
    }
    guard !rule.isRetired else {
      throw CallProblem(nil, "The result \(result), \(rule.meaning), is no longer used. Choose another one.")
    }
    guard policy.actions.contains(where: { $0.code == action && !$0.isRetired }) else {
      throw CallProblem(nil, "“\(action)” is not a kind of contact.")
    }
    if let reason, !policy.reasons.contains(where: { $0.code == reason && !$0.isRetired }) {
      throw CallProblem(.reason, "“\(reason)” is not a reason for non-payment.")
    }
    if rule.asks.contains(.reason), reason == nil, note.allSatisfy(\.isWhitespace) {
      throw CallProblem(.reason, "Why? \(rule.code), \(rule.meaning), needs a reason or a note.")
    }
    return rule
  }

  private mutating func complete(
    promise rule: CallResult, for picture: AccountPicture, policy: Policy, currency: Currency?
  ) throws(CallProblem) {
    guard let kind = rule.promiseKind else {
      guard promise == nil else {
        throw CallProblem(
          .date, "\(rule.code), \(rule.meaning), does not hold a promise. Choose another result.")
      }
      return
    }
    guard var terms = promise ?? claim(kind, for: picture, currency: currency) else {
      guard !picture.invoices.isEmpty else {
        throw CallProblem(.invoices, "No invoice is open on this account.")
      }
      throw CallProblem(.date, "When will they pay? Type fri, +3, 15, eom or 27 nov.")
    }
    terms.kind = kind
    if terms.invoices.isEmpty { terms.invoices = invoices }
    let meant = currency ?? picture.currency(of: terms.invoices)
    if terms.amount.minor == 0, let meant { terms.amount = .zero(meant) }
    promise = try terms.completed(for: picture, policy: policy)
  }

  /// Who says that money is on its way and nothing more has sent all of it today.
  private func claim(
    _ kind: PromiseTerms.Kind, for picture: AccountPicture, currency: Currency?
  ) -> PromiseTerms? {
    guard kind == .saysPaid, let currency = currency ?? picture.leadingCurrency else { return nil }
    return PromiseTerms(kind: kind, amount: .zero(currency), day: picture.asOf, invoices: [])
  }

  private mutating func complete(
    disputeAndPlan rule: CallResult, for picture: AccountPicture, policy: Policy
  ) throws(CallProblem) {
    guard (dispute == nil || rule.holdsDispute) && (plan == nil || rule.holdsPlan) else {
      throw CallProblem(
        nil, "\(rule.code), \(rule.meaning), holds neither a dispute nor a plan. Choose another result.")
    }
    if rule.holdsDispute {
      guard let dispute else {
        throw CallProblem(.disputeReason, "Why do they dispute it?")
      }
      self.dispute = try dispute.completed(for: picture, policy: policy, tagged: invoices)
    }
    if rule.holdsPlan {
      guard var plan else { throw CallProblem(.instalments, "How many instalments were agreed?") }
      if plan.invoices.isEmpty { plan.invoices = invoices }
      self.plan = try plan.completed(for: picture)
    }
  }
}
