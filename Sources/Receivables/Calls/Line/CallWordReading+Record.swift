extension CallWordReading {
  /// The record that the words describe, before its defaults.
  func record(action: String, note: String) throws(CallProblem) -> CallRecord {
    var record = CallRecord(
      action: action, result: rule.code, contact: contact, reason: reason, note: note, invoices: invoices)
    if let kind = rule.promiseKind, let currency, let day = day ?? (kind == .saysPaid ? picture.asOf : nil) {
      record.promise = PromiseTerms(
        kind: kind, amount: amount ?? .zero(currency), day: day, method: method, reference: reference,
        invoices: invoices, exception: note.isEmpty ? nil : note)
    }
    if rule.holdsDispute, let disputeReason {
      record.dispute = DisputeTerms(reason: disputeReason, amount: amount, invoices: invoices)
    }
    if rule.holdsPlan, let instalments { record.plan = try plan(instalments) }
    if rule.promiseKind == nil, rule.returns == .askedDay, let day {
      record.next = NextAction(rule.nextKind, on: day, at: time)
    }
    if rule.promiseKind == nil, let reference {
      record.note = note.isEmpty ? "Reference: \(reference)" : "Reference: \(reference)\n\(note)"
    }
    return record
  }

  private func plan(_ instalments: Int) throws(CallProblem) -> PlanTerms {
    guard let day else {
      throw CallProblem(.date, "On which day is the first instalment? Type fri, +3 or eom.")
    }
    guard let currency else { throw CallProblem(.invoices, "No invoice is open on this account.") }
    let full: Money
    do { full = try picture.fullAmount(on: invoices, in: currency) } catch { throw CallProblem(error) }
    return try PlanTerms(
      splitting: amount ?? full, into: instalments, first: day, every: rhythm ?? .monthly, invoices: invoices)
  }
}
