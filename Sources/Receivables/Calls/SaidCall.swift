extension EntryBody {
  /// The texts that a form holds when a call said this, one part an outcome: read on `picture`, the account as it was
  /// then, they make the same call again. Throws `CallProblem` when it is no call, or has results that the policy does
  /// not know.
  public func typed(on picture: AccountPicture, policy: Policy) throws(CallProblem) -> [TypedCall.Part] {
    guard let contact = first(ContactRecord.self), !outcomes.isEmpty else {
      throw CallProblem(nil, "This is not a call.")
    }
    var parts: [TypedCall.Part] = []
    for outcome in outcomes {
      guard let rule = policy.result(outcome.outcome.result), !rule.isRetired else {
        throw CallProblem(
          nil, "The result \(outcome.outcome.result) is no longer used. Take the entry back and log it anew.")
      }
      parts.append(TypedCall.Part(rule, outcome.texts(rule, on: picture, policy)))
    }
    parts[0].texts[.action] = policy.actions.title(contact.action)
    parts[0].texts[.contact] = contact.person
    parts[0].texts[.phone] = contact.phone
    var note = contact.note[...]
    for place in parts.indices { parts[place].takeLines(from: &note) }
    if !note.isEmpty { parts[0].texts[.note] = String(note) }
    return parts
  }
}

extension SaidOutcome {
  /// What was typed about this outcome, as far as it is not told with the contact.
  fileprivate func texts(
    _ rule: CallResult, on picture: AccountPicture, _ policy: Policy
  ) -> [CallLine: String] {
    var texts: [CallLine: String] = [:]
    texts[.reason] = outcome.reason.map(policy.reasons.title)
    var about = outcome.invoices
    for section in sections {
      switch section {
      case let promise as PromiseTerms:
        texts[.amount] = promise.amount.entryText
        texts[.date] = promise.day.iso
        texts[.method] = promise.method.map(policy.methods.title)
        texts[.reference] = promise.reference
        texts[.exception] = promise.exception
        texts[.discount] = promise.incentive?.typed(last: promise.day)
        texts[.approval] = promise.incentive?.approvedBy
        about = chosen(promise.covers, promise.amount, on: picture)
      case let dispute as DisputeTerms:
        texts[.amount] = dispute.amount?.entryText
        texts[.disputeReason] = policy.disputeReasons.title(dispute.reason)
        about = dispute.covers.map(\.number)
      case let plan as PlanTerms:
        texts[.amount] = (try? plan.total())?.entryText
        let (instalments, first) = plan.typed
        texts[.instalments] = instalments
        texts[.date] = first?.iso
        texts[.discount] = plan.incentive?.typed(last: plan.instalments.last?.due)
        texts[.approval] = plan.approvedBy ?? plan.incentive?.approvedBy
        about = chosen(plan.covers, try? plan.total(), on: picture)
      case let escalation as EscalationTerms: about = escalation.invoices
      case let step as ContactStep where rule.returns == .askedDay && rule.promiseKind == nil:
        // The step about the rest comes last and has no line of its own.
        guard texts[.date] == nil else { continue }
        texts[.date] = step.action.day.iso
        texts[.time] = step.action.time?.text
      default: break
      }
    }
    if !about.isEmpty { texts[.invoices] = about.joined(separator: " ") }
    return texts
  }

  /// The invoices that are named in the form: none where nobody named any and the rules choose the same.
  private func chosen(_ covers: [CoveredInvoice], _ amount: Money?, on picture: AccountPicture) -> [String] {
    let numbers = covers.map(\.number)
    guard outcome.invoices.isEmpty, let amount,
      let usual = try? picture.covered([], amount: amount.minor, in: amount.currency)
    else { return numbers }
    return picture.numbers(of: usual) == numbers ? [] : numbers
  }
}

extension TypedCall.Part {
  /// Takes what has a line of its own in the form off the beginning of a note.
  fileprivate mutating func takeLines(from note: inout Substring) {
    var asked = Set(result.asks.map { CallLine($0) })
    // A plan on days of its own has no other day.
    if result.holdsPlan { asked.remove(.date) }
    for (line, label) in [(CallLine.reference, "Reference: "), (.date, "Date: "), (.address, "Send to: ")]
    where asked.contains(line) && texts[line] == nil && note.hasPrefix(label) {
      let end = note.firstIndex(of: "\n") ?? note.endIndex
      var text = String(note[..<end].dropFirst(label.count))
      if line == .date { text = text.split(separator: " ").dropFirst().joined(separator: " ") }
      texts[line] = text
      note = end == note.endIndex ? "" : note[note.index(after: end)...]
    }
  }
}
