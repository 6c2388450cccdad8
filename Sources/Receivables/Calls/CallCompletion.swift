/// A call as it is stored, with what it leaves open.
public struct CompletedCall: Hashable, Sendable {
  /// The entry's sections.
  public var body: EntryBody
  /// What is past due and free, and covered by nothing that was said, one amount a currency. A step in `body` is about
  /// it.
  public var rest: [Money]
}

extension ProposedCall {
  /// The call as it is stored: what the result asks for is checked, and every default is filled in, so that nothing past
  /// due is left without a step.
  ///
  /// A promise without invoices covers all that are past due, oldest first; one of zero is for the full past-due
  /// amount. `currency` says which invoices are meant when the account owes in several and none are chosen; without
  /// it the currency of the promise. `offsets` are seconds east of UTC by zone, for callbacks. Throws `CallProblem`
  /// with the field to mend.
  public func completed(
    for picture: AccountPicture, policy: Policy, currency: Currency? = nil, offsets: [String: Int] = [:]
  ) throws(CallProblem) -> CompletedCall {
    let rule = try checkedCodes(policy)
    let chosen = invoices.isEmpty ? [] : try picture.inOrder(invoices)
    let promise = try completedPromise(rule, chosen, for: picture, policy: policy, currency: currency)
    let dispute = try completedDispute(rule, chosen, for: picture, policy: policy)
    let plan = try completedPlan(rule, chosen, for: picture, policy: policy)
    var completed = CompletedCall(body: EntryBody([]), rest: [])
    do {
      let covers = (promise?.covers ?? []) + (dispute?.covers ?? []) + (plan?.covers ?? [])
      completed.rest = try picture.rest(
        beside: covers, replacing: (promise?.replaces ?? []) + (plan?.replaces ?? []))
    } catch {
      throw CallProblem(error)
    }
    let hasMatter = promise != nil || dispute != nil || plan != nil
    let step = try completedStep(
      rule, hasMatter: hasMatter, rest: completed.rest, for: picture, policy: policy, offsets: offsets)
    let asked = rule.asks.contains(.invoices) ? picture.invoices.filter(\.isPastDue).map(\.invoice.id) : []
    let about = picture.numbers(of: chosen.isEmpty && !hasMatter ? asked : chosen)
    let contact = ContactRecord(
      action: action, effects: effects(rule, policy), person: self.contact.flatMap { $0.isEmpty ? nil : $0 },
      phone: rule.marksNumberDead && phone == nil ? picture.numberToDial(of: self.contact) : phone,
      note: note,
      started: started, ended: ended)
    let sections: [(any EntrySection)?] = [
      contact, Outcome(result: result, reason: reason, invoices: about), promise, dispute, plan,
      step.map { ContactStep($0, invoices: hasMatter ? [] : about) },
    ]
    completed.body.sections = sections.compactMap { $0 }
    return completed
  }

  /// The row of the result table, when every code of the call is in use.
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

  /// What the contact counts for. A comment is no contact, whatever came of it.
  private func effects(_ rule: CallResult, _ policy: Policy) -> ContactRecord.Effects {
    guard policy.actions.first(where: { $0.code == action })?.isContact ?? true else { return [] }
    var effects: ContactRecord.Effects = []
    if rule.isWorked { effects.insert(.worked) }
    if rule.isRightParty { effects.insert(.rightParty) }
    if rule.leavesQueue { effects.insert(.leavesQueue) }
    if rule.marksNumberDead { effects.insert(.numberDead) }
    return effects
  }
}

// MARK: The matters that a result opens

extension ProposedCall {
  private func completedPromise(
    _ rule: CallResult, _ chosen: [DocumentID], for picture: AccountPicture, policy: Policy,
    currency: Currency?
  ) throws(CallProblem) -> PromiseTerms? {
    guard let kind = rule.promiseKind else {
      guard promise == nil else {
        throw CallProblem(
          .date, "\(rule.code), \(rule.meaning), does not hold a promise. Choose another result.")
      }
      return nil
    }
    guard var proposed = promise ?? claim(kind, for: picture, currency: currency) else {
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
    if kind == .saysPaid { terms.checkOn = try defaultDay(rule, for: picture, policy: policy) }
    return terms
  }

  /// Who says that money is on its way and nothing more has sent all of it today.
  private func claim(
    _ kind: PromiseTerms.Kind, for picture: AccountPicture, currency: Currency?
  ) -> ProposedPromise? {
    guard kind == .saysPaid, let currency = currency ?? picture.leadingCurrency else { return nil }
    return ProposedPromise(kind: kind, amount: .zero(currency), day: picture.asOf, invoices: [])
  }

  private func completedDispute(
    _ rule: CallResult, _ chosen: [DocumentID], for picture: AccountPicture, policy: Policy
  ) throws(CallProblem) -> DisputeTerms? {
    guard rule.holdsDispute else {
      guard dispute == nil else {
        throw CallProblem(nil, "\(rule.code), \(rule.meaning), holds no dispute. Choose another result.")
      }
      return nil
    }
    guard let dispute else { throw CallProblem(.disputeReason, "Why do they dispute it?") }
    return try dispute.completed(
      for: picture, policy: policy, tagged: chosen, dueOn: try defaultDay(rule, for: picture, policy: policy))
  }

  private func completedPlan(
    _ rule: CallResult, _ chosen: [DocumentID], for picture: AccountPicture, policy: Policy
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

// MARK: What to do next about the rest

extension ProposedCall {
  /// The step about what no matter covers: the given one, checked, or the default. Nil when there is nothing left to
  /// do anything about.
  private func completedStep(
    _ rule: CallResult, hasMatter: Bool, rest: [Money], for picture: AccountPicture, policy: Policy,
    offsets: [String: Int]
  ) throws(CallProblem) -> NextAction? {
    var said = next
    if said == nil {
      said = try defaultStep(rule, hasMatter: hasMatter, rest: rest, for: picture, policy: policy)
    }
    guard var step = said else { return nil }
    guard step.day >= picture.asOf else {
      throw CallProblem(.date, "\(step.day.long) has passed. The next step must be today or later.")
    }
    if step.kind == .callBack {
      guard step.time != nil else { throw CallProblem(.time, "At what time? Type 1400 or 2pm.") }
      step.zone = step.zone ?? picture.contact(contact)?.timeZone ?? picture.file.customer.timeZone
      step.offset = step.offset ?? step.zone.flatMap { offsets[$0] }
    }
    return step
  }

  private func defaultStep(
    _ rule: CallResult, hasMatter: Bool, rest: [Money], for picture: AccountPicture, policy: Policy
  ) throws(CallProblem) -> NextAction? {
    guard hasMatter else {
      let day = try defaultDay(rule, for: picture, policy: policy)
      return picture.invoices.isEmpty ? nil : NextAction(rule.nextKind, on: day)
    }
    guard !rest.isEmpty else { return nil }
    // Who promises a part is called about the rest on the day of the part.
    if rule.returns == .askedDay, let day = promise?.day { return NextAction(.call, on: day) }
    return NextAction(.call, on: policy.calendar.day(policy.restDays, businessDaysAfter: picture.asOf))
  }

  /// When the account comes back by the result table.
  private func defaultDay(
    _ rule: CallResult, for picture: AccountPicture, policy: Policy
  ) throws(CallProblem) -> CalendarDay {
    let today = picture.asOf
    switch rule.returns {
    case .businessDays(let count): return policy.calendar.day(count, businessDaysAfter: today)
    case .laterToday, .now, .today: return today
    case .afterPromise: return (promise?.day ?? today).advanced(by: policy.promises.graceDays + 1)
    case .firstInstalment: return plan?.instalments.first?.due ?? today
    case .askedDay:
      let run = rule.nextKind == .checkRun ? picture.file.customer.paymentRun?.next(onOrAfter: today) : nil
      guard let asked = next?.day ?? promise?.day ?? run else {
        throw CallProblem(.date, "On which day? Type fri, +3, 15, eom or 27 nov.")
      }
      return asked
    }
  }
}

extension AccountPicture {
  /// What is past due and free beside these parts of invoices, by currency. What is taken over of open promises
  /// was not free before. Throws `MoneyError.overflow`.
  func rest(
    beside covers: [CoveredInvoice], replacing replaced: [PromiseTerms.Replacement]
  ) throws(MoneyError) -> [Money] {
    let held = Dictionary(covers.map { ($0.number, $0.amount.minor) }, uniquingKeysWith: { $0 + $1 })
    let freed = Dictionary(replaced.map { ($0.invoice, $0.amount.minor) }, uniquingKeysWith: { $0 + $1 })
    var rest: [Money] = []
    for item in invoices where item.isPastDue {
      let number = item.invoice.number
      let left = item.slices.free + (freed[number] ?? 0) - (held[number] ?? 0)
      if left > 0 { try rest.add(Money(minor: left, item.invoice.original.currency)) }
    }
    return rest
  }

  /// A contested amount lies on its invoices oldest first, whatever else holds them.
  func contested(
    _ amount: Int64?, on chosen: [DocumentID]
  ) throws(CallProblem) -> [CoveredInvoice] {
    var covers = try parts(of: nil, on: chosen)
    guard var left = amount else { return covers }
    for index in covers.indices {
      covers[index].amount.minor = min(left, covers[index].amount.minor)
      left -= covers[index].amount.minor
    }
    return covers.filter { $0.amount.minor > 0 }
  }

  /// The numbers of these invoices.
  func numbers(of chosen: [DocumentID]) -> [String] {
    let wanted = Set(chosen)
    return invoices.filter { wanted.contains($0.invoice.id) }.map(\.invoice.number)
  }

  /// The person of that name, in the books.
  func contact(_ name: String?) -> Contact? { file.contacts.first { $0.name == name } }

  /// The first number of that person, or of anybody, that no call found dead.
  func numberToDial(of name: String?) -> String? {
    let people = contact(name).map { [$0] } ?? file.contacts
    return people.lazy.flatMap(\.phones).first { !deadNumbers.contains($0.digits) }?.number
  }
}
