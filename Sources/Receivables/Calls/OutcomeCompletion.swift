extension ProposedOutcome {
  /// The row of the result table, when every code of the outcome is in use.
  func checkedCodes(_ policy: Policy, note: String) throws(CallProblem) -> CallResult {
    guard let rule = policy.result(result) else {
      throw CallProblem(nil, "There is no result “\(result)”.")
    }
    guard !rule.isRetired else {
      throw CallProblem(nil, "The result \(result), \(rule.meaning), is no longer used. Choose another one.")
    }
    if let reason, !policy.reasons.contains(where: { $0.code == reason && !$0.isRetired }) {
      throw CallProblem(.reason, "“\(reason)” is not a reason for non-payment.")
    }
    if rule.asks.contains(.reason), reason == nil, note.allSatisfy(\.isWhitespace) {
      throw CallProblem(.reason, "Why? \(rule.code), \(rule.meaning), needs a reason or a note.")
    }
    return rule
  }

  /// The outcome with every default, on what the outcomes before it left of `picture`. Throws `CallProblem`.
  func completed(
    _ rule: CallResult, for picture: AccountPicture, _ policy: Policy, contact: String?,
    _ zones: [String: ZoneRules]
  ) throws(CallProblem) -> CompletedOutcome {
    let chosen = invoices.isEmpty ? [] : try picture.inOrder(invoices, agreesSum: rule.agreesSum)
    let promise = try completedPromise(rule, chosen, for: picture, policy)
    let dispute = try completedDispute(rule, chosen, for: picture, policy)
    let plan = try completedPlan(rule, chosen, for: picture, policy)
    let escalation = try completedEscalation(rule, chosen, for: picture, policy)
    let matter: (any EntrySection)? = promise ?? dispute ?? plan ?? escalation
    var step: NextAction?
    if matter == nil || (next != nil && escalation == nil) {
      step = try completedStep(rule, for: picture, policy, contact: contact, zones)
    }
    let pastDue = picture.invoices.filter(\.isPastDue)
    let asked = rule.asks.contains(.invoices) ? pastDue.isEmpty ? picture.invoices : pastDue : []
    let about = picture.numbers(of: chosen.isEmpty && matter == nil ? asked.map(\.invoice.id) : chosen)
    let isCollected = escalation?.effect == .creditHold
    return CompletedOutcome(
      rule: rule, outcome: Outcome(result: result, reason: reason, invoices: about), matter: matter,
      step: step,
      covers: promise?.covers ?? dispute?.covers ?? plan?.covers ?? [],
      replaces: promise?.replaces ?? plan?.replaces ?? [],
      escalated: isCollected ? [] : escalation?.invoices ?? [])
  }
}

// MARK: The matters that a result opens

extension ProposedOutcome {
  private func completedPromise(
    _ rule: CallResult, _ chosen: [DocumentID], for picture: AccountPicture, _ policy: Policy
  ) throws(CallProblem) -> PromiseTerms? {
    guard let kind = rule.promiseKind else {
      guard promise == nil else {
        throw CallProblem(
          .date, "\(rule.code), \(rule.meaning), does not hold a promise. Choose another result.")
      }
      return nil
    }
    guard var proposed = promise ?? claim(kind, for: picture) else {
      guard !picture.invoices.isEmpty else {
        throw CallProblem(.invoices, "No invoice is open on this account.")
      }
      throw CallProblem(.date, "When will they pay? Type fri, +3, 15, eom or 27 nov.")
    }
    proposed.kind = kind
    if proposed.invoices.isEmpty { proposed.invoices = chosen }
    let meant = currency ?? picture.currency(of: proposed.invoices)
    if proposed.amount.minor == 0, let meant { proposed.amount = .zero(meant) }
    var terms = try proposed.completed(for: picture, policy: policy)
    if kind == .saysPaid { terms.checkOn = try defaultDay(rule, for: picture, policy) }
    return terms
  }

  /// Who says that money is on its way and nothing more has sent all of it today.
  private func claim(_ kind: PromiseTerms.Kind, for picture: AccountPicture) -> ProposedPromise? {
    guard kind == .saysPaid, let currency = currency ?? picture.leadingCurrency else { return nil }
    return ProposedPromise(kind: kind, amount: .zero(currency), day: picture.asOf, invoices: [])
  }

  private func completedDispute(
    _ rule: CallResult, _ chosen: [DocumentID], for picture: AccountPicture, _ policy: Policy
  ) throws(CallProblem) -> DisputeTerms? {
    guard rule.holdsDispute else {
      guard dispute == nil else {
        throw CallProblem(nil, "\(rule.code), \(rule.meaning), holds no dispute. Choose another result.")
      }
      return nil
    }
    guard let dispute else { throw CallProblem(.disputeReason, "Why do they dispute it?") }
    return try dispute.completed(
      for: picture, policy: policy, tagged: chosen, dueOn: try defaultDay(rule, for: picture, policy))
  }

  /// Who refuses to pay, or is insolvent, is proposed for the next rung or the one that goes to law; what of its gate is not
  /// fulfilled stands in the entry. Nil where a proposal waits already, unless the law overtakes it, and at the top.
  private func completedEscalation(
    _ rule: CallResult, _ chosen: [DocumentID], for picture: AccountPicture, _ policy: Policy
  ) throws(CallProblem) -> EscalationTerms? {
    guard rule.nextKind == .escalate || rule.nextKind == .legal,
      next == nil || next?.kind == rule.nextKind, !picture.said.isEscalated
    else { return nil }
    let isLegal = rule.nextKind == .legal
    guard let rung = isLegal ? picture.proposableLegal(policy) : picture.proposable(policy).first else {
      return nil
    }
    var day = next?.day
    if day == nil { day = try defaultDay(rule, for: picture, policy) }
    return try ProposedEscalation(rung.code, dueOn: day, reason: rule.meaning, invoices: chosen).terms(
      rung, for: picture, policy)
  }

  private func completedPlan(
    _ rule: CallResult, _ chosen: [DocumentID], for picture: AccountPicture, _ policy: Policy
  ) throws(CallProblem) -> PlanTerms? {
    guard rule.holdsPlan else {
      guard plan == nil else {
        throw CallProblem(nil, "\(rule.code), \(rule.meaning), holds no plan. Choose another result.")
      }
      return nil
    }
    guard var plan else { throw CallProblem(.instalments, "How many instalments were agreed?") }
    if plan.invoices.isEmpty { plan.invoices = chosen }
    return try plan.completed(for: picture, policy: policy)
  }
}

// MARK: What to do next

extension ProposedOutcome {
  /// The given step, checked, or that of the result; nil when there is nothing to do anything about.
  private func completedStep(
    _ rule: CallResult, for picture: AccountPicture, _ policy: Policy, contact: String?,
    _ zones: [String: ZoneRules]
  ) throws(CallProblem) -> NextAction? {
    var said = next
    if said == nil { said = try defaultStep(rule, for: picture, policy) }
    guard var step = said else { return nil }
    guard step.day >= picture.asOf else {
      throw CallProblem(.date, "\(step.day.long) has passed. The next step must be today or later.")
    }
    if step.kind == .callBack {
      guard let time = step.time else { throw CallProblem(.time, "At what time? Type 1400 or 2pm.") }
      step.zone = step.zone ?? picture.contact(contact)?.timeZone ?? picture.file.customer.timeZone
      if step.offset == nil, let rules = step.zone.flatMap({ zones[$0] }) {
        // The clock of the day of the callback: it may have been changed by then.
        let reading = rules.reading(step.day, at: time)
        (step.day, step.time) = (reading.day, reading.time)
        step.offset = rules.offset(at: reading.instant)
      }
    }
    return step
  }

  private func defaultStep(
    _ rule: CallResult, for picture: AccountPicture, _ policy: Policy
  ) throws(CallProblem) -> NextAction? {
    let day = try defaultDay(rule, for: picture, policy)
    return picture.invoices.isEmpty ? nil : NextAction(rule.nextKind, on: day)
  }

  /// When the account comes back by the result table.
  private func defaultDay(
    _ rule: CallResult, for picture: AccountPicture, _ policy: Policy
  ) throws(CallProblem) -> CalendarDay {
    let today = picture.asOf
    switch rule.returns {
    case .businessDays(let count):
      // A dispute is looked into here; for everything else the customer has to be there.
      let calendar = rule.nextKind == .dispute ? policy.office : policy.calendar
      return calendar.day(count, businessDaysAfter: today)
    case .laterToday, .now, .today: return today
    case .afterPromise: return (promise?.day ?? today).advanced(by: policy.promises.graceDays + 1)
    case .firstInstalment: return plan?.instalments.first?.due ?? today
    case .askedDay:
      let run = rule.nextKind == .checkRun ? picture.paying?.run.next(onOrAfter: today) : nil
      guard let asked = next?.day ?? promise?.day ?? run else {
        throw CallProblem(.date, "On which day? Type fri, +3, 15, eom or 27 nov.")
      }
      return asked
    }
  }
}
