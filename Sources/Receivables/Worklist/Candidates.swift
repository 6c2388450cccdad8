/// All that could be done next on an account as of a day.
///
/// A contact, or putting the account off, settles what was due by its day: it comes again with the step that was agreed
/// then, or on the next business day. What became free and past due since is not parked by it.
struct Candidates {
  var all: [Candidate] = []
  /// Whether somebody put the account off and that day has not come.
  let isSnoozed: Bool
  let account: AccountDerivation
  let conclusion: EntriesInForce.Conclusion?
  /// The steps agreed at the conclusion that still have an object.
  let steps: [AgreedStep]
  var calendar: BusinessCalendar { account.policy.calendar }

  init(_ account: AccountDerivation, _ asOf: inout AsOf) throws(MoneyError) {
    self.account = account
    conclusion = account.entries.conclusion
    isSnoozed = conclusion?.snoozedUntil.map { !asOf.hasCome($0) } ?? false
    var needed: [AgreedStep] = []
    if let conclusion {
      for step in conclusion.steps
      where try Self.isNeeded(step, of: conclusion, account, isSnoozed: isSnoozed) {
        needed.append(AgreedStep(step, account.items))
      }
    }
    steps = needed
    addContactSteps()
    try addRetry()
    for step in account.inProgress.steps { addStep(step) }
    try addFreeMoney(&asOf)
    try addPreRun(&asOf)
    if account.facts.isCovered { turnToCash() }
  }

  // MARK: Contact steps

  private mutating func addContactSteps() {
    guard let conclusion else { return }
    for step in steps {
      var action = step.action
      let isCallback = action.kind == .callBack
      // To be done at once by somebody else; nobody did it, so it is back the next day.
      if !isCallback, action.day <= conclusion.day {
        action.day = calendar.day(1, businessDaysAfter: conclusion.day)
      }
      all.append(
        Candidate(
          action: action, lane: isCallback ? .callback : .followUp, finding: .at(action.day, action.time)))
    }
    guard account.facts.hasOpen, !account.inProgress.isOnHold else { return }
    for step in account.entries.callbacks {
      all.append(
        Candidate(
          action: step.action, lane: .callback, finding: .at(step.action.day, step.action.time)))
    }
  }

  /// An attempt that reached nobody settles nothing; it only adds when to try again.
  private mutating func addRetry() throws(MoneyError) {
    guard let retry = account.entries.retry, account.facts.hasOpen, !account.inProgress.isOnHold,
      !account.inProgress.isPlaced
    else {
      return
    }
    let last = account.entries.contacts.last { !$0.steps.isEmpty }
    guard let last, try Self.isOpen(whatWasDueOn: last.day, account),
      !Self.isEscalated(retry, since: last.entry, account)
    else { return }
    all.append(
      Candidate(action: retry.action, lane: .followUp, finding: .at(retry.action.day, retry.action.time)))
  }

  /// Whether a step still has an object: something is open of what it was about. To call back and to leave an account
  /// alone is about the account.
  private static func isNeeded(
    _ step: ContactStep, of conclusion: EntriesInForce.Conclusion, _ account: AccountDerivation,
    isSnoozed: Bool
  ) throws(MoneyError) -> Bool {
    guard account.facts.hasOpen, !account.inProgress.isOnHold else { return false }
    // Somebody else collects: only who asked to be called back is.
    if account.inProgress.isPlaced, step.action.kind != .callBack { return false }
    if step.action.kind == .callBack || isSnoozed { return true }
    if isEscalated(step, since: conclusion.entry, account) { return false }
    guard step.invoices.isEmpty else {
      return step.invoices.contains { number in
        account.items.place(number: number).map { isLeft(at: $0, account) } ?? false
      }
    }
    return try isOpen(whatWasDueOn: conclusion.day, account)
  }

  /// Whether an escalation that was proposed or decided on since looks after everything that a step is about.
  private static func isEscalated(
    _ step: ContactStep, since entry: EntryNumber, _ account: AccountDerivation
  ) -> Bool {
    let places =
      step.invoices.isEmpty
      ? Array(account.items.items.indices) : step.invoices.compactMap { account.items.place(number: $0) }
    return account.isEscalated(places) { $0.entry > entry }
  }

  /// Whether an escalation looks after what a matter set free, by a word on it that came after that.
  private func isEscalated(_ step: MatterStep, _ places: [Int]) -> Bool {
    account.isEscalated(places) { escalated in
      step.raisedBy.map { escalated.entry > $0 } ?? step.settledByContactAfter.map { escalated.day > $0 }
        ?? false
    }
  }

  /// Whether anything is left of what was past due on `day`, or of all that was open where nothing was.
  private static func isOpen(
    whatWasDueOn day: CalendarDay, _ account: AccountDerivation
  ) throws(MoneyError) -> Bool {
    var (hasPastDue, isPastDueOpen, isAnyOpen) = (false, false, false)
    for place in account.items.items.indices {
      guard try account.items.wasOpen(at: place, during: day) else { continue }
      let isOpen = isLeft(at: place, account)
      isAnyOpen = isAnyOpen || isOpen
      guard account.items[place].invoice.due < day else { continue }
      hasPastDue = true
      isPastDueOpen = isPastDueOpen || isOpen
    }
    return hasPastDue ? isPastDueOpen : isAnyOpen
  }

  /// Whether anything is open of an invoice that is not on hold.
  private static func isLeft(at place: Int, _ account: AccountDerivation) -> Bool {
    account.items[place].open > account.items[place].slices[.held]
  }

  // MARK: Matters

  private mutating func addStep(_ step: MatterStep) {
    if let places = step.freed {
      guard places.contains(where: { account.items[$0].toCollect > 0 }), !isEscalated(step, places) else {
        return
      }
    }
    if let day = step.settledByContactAfter, let contact = account.facts.lastContact, contact > day { return }
    if let entry = step.raisedBy, let conclusion, conclusion.entry > entry, !steps.isEmpty { return }
    // That a promise is due is of its day alone: once settled then it is checked when its grace is over.
    if step.lane == .promiseDue, let conclusion, conclusion.day >= step.action.day { return }
    // To apply money is no contact: no step about what is to be chased holds it off, only that the account was put off.
    if step.lane == .cashApplication {
      let agreed = conclusion?.snoozedUntil == nil ? [] : steps
      return addUnlessSettled(step.action, step.lane, step.finding, step.matter, agreed: agreed)
    }
    let agreed = (step.freed ?? step.about).map { places in
      steps.filter { agreed in
        places.contains { account.items[$0].toCollect > 0 && agreed.isAbout($0) }
      }
    }
    addUnlessSettled(
      step.action, step.lane, step.finding, step.matter, raisedBy: step.raisedBy, agreed: agreed)
  }

  // MARK: What a contact settles

  /// Adds a candidate; one that a contact settled comes again with the step agreed then about the same, or on the next
  /// business day.
  mutating func addUnlessSettled(
    _ action: NextAction, _ lane: Lane, _ finding: Reason.Finding, _ matter: MatterID?,
    raisedBy entry: EntryNumber? = nil, agreed: [AgreedStep]? = nil
  ) {
    var action = action
    if let conclusion, action.day <= conclusion.day, entry.map({ $0 < conclusion.entry }) ?? true {
      let next = calendar.day(1, businessDaysAfter: conclusion.day)
      let agreed = (agreed ?? steps).map(\.action.day).filter { $0 > conclusion.day }.min()
      action.day = max(agreed ?? next, next)
    }
    all.append(Candidate(action: action, lane: lane, finding: finding, matter: matter))
  }
}

extension AccountDerivation {
  /// Whether escalations of a kind look after all that is to be collected at `places`.
  fileprivate func isEscalated(
    _ places: [Int], by isIt: (MattersInProgress.Escalated) -> Bool
  ) -> Bool {
    guard !inProgress.escalated.isEmpty else { return false }
    let free = places.filter { items[$0].toCollect > 0 }
    return !free.isEmpty && free.allSatisfy { inProgress.escalated[$0].map(isIt) ?? false }
  }
}

/// A step that was agreed with a contact, and what it is about.
struct AgreedStep {
  let action: NextAction
  /// Places of the invoices that it is about; nil for the whole account. A set, because an account of thousands of invoices
  /// asks for each of them.
  private let places: Set<Int>?

  init(_ step: ContactStep, _ items: OpenItems) {
    action = step.action
    places = step.invoices.isEmpty ? nil : Set(step.invoices.compactMap { items.place(number: $0) })
  }

  func isAbout(_ place: Int) -> Bool { places?.contains(place) ?? true }
}
