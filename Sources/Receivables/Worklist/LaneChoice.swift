/// In which lane an account stands, given what was said last, and why.
struct LaneChoice {
  private(set) var lane: Lane?
  /// Why it stands there.
  private(set) var finding: Reason.Finding?
  private(set) var next: NextAction?
  let isSnoozed: Bool
  /// Whether its next step is due to a promise that was taken back.
  let isFreed: Bool

  /// Looks at the account as the journal stood before today's entries when asked.
  init(
    _ account: AccountDerivation, _ standing: AccountStanding, beforeToday: Bool = false,
    _ outlook: inout Outlook
  ) {
    let said = beforeToday ? account.journal.stepBeforeToday : account.journal.step
    let step = account.nextStep(after: said, standing, &outlook)
    if case .snoozed = step?.origin { isSnoozed = true } else { isSnoozed = false }
    if case .withdrawnPromise = step?.origin { isFreed = true } else { isFreed = false }
    guard !isSnoozed else {
      next = step?.action
      return
    }
    let lastContact = beforeToday ? account.journal.lastContact(beforeToday: true) : standing.lastContact
    let preRun = PreRunCall(account, lastContact: lastContact, &outlook)
    next = step?.action ?? preRun.map { NextAction(.call, on: $0.opens) }
    if standing.isCovered, let action = next, action.kind != .callBack {
      next = NextAction(.applyCash, on: account.creditsHeldOn.map { max(action.day, $0) } ?? action.day)
    }
    let isDue = next.map { outlook.hasCome($0.day) } ?? false
    let situation = Situation(
      standing: standing, step: step, next: next, isDue: isDue, lastContact: lastContact, preRun: preRun)
    for candidate in account.policy.lanes {
      guard let finding = account.finding(for: candidate, situation, &outlook) else { continue }
      (lane, self.finding) = (candidate, finding)
      return
    }
    if isDue, standing.isCollectable { lane = .rest }
  }

  /// What decides between the lanes.
  struct Situation {
    let standing: AccountStanding
    let step: NextStep?
    let next: NextAction?
    let isDue: Bool
    let lastContact: CalendarDay?
    let preRun: PreRunCall?
  }
}

extension AccountDerivation {
  /// The first business day on which the newest unapplied credit can be applied.
  fileprivate var creditsHeldOn: CalendarDay? {
    books.unapplied.map(\.credit.dated).max().map { policy.calendar.firstBusinessDay(onOrAfter: $0) }
  }

  /// Why the account belongs in `lane`; nil when it does not.
  fileprivate func finding(
    for lane: Lane, _ situation: LaneChoice.Situation, _ outlook: inout Outlook
  ) -> Reason.Finding? {
    if lane == .callback {
      guard situation.isDue, let next = situation.next, next.kind == .callBack else { return nil }
      return .at(next.day, next.time)
    }
    if situation.standing.isCovered {
      guard lane == .cashApplication, situation.isDue else { return nil }
      return largest(\.credits).map { .amount($0) }
    }
    switch lane {
    case .brokenPromise: return situation.isDue ? unansweredPromise(since: situation.lastContact) : nil
    case .promiseDue: return promiseDueToday(&outlook)
    case .followUp:
      guard situation.isDue, situation.step?.isSaid == true else { return nil }
      if let missed = unansweredInstalment(since: situation.lastContact) { return missed }
      return situation.next.map { .at($0.day, $0.time) }
    case .newPastDue:
      guard situation.isDue, let due = situation.standing.oldestCollectable,
        isFirstContactOpen(due, situation.lastContact, &outlook)
      else { return nil }
      return .since(due)
    case .preRun:
      guard let preRun = situation.preRun else { return nil }
      if case .said(let step) = situation.step?.origin, step.madeOn >= preRun.opens { return nil }
      return .at(preRun.run, nil)
    case .rest:
      return situation.isDue ? largest(\.toCollect).map { .amount($0) } : nil
    case .callback, .cashApplication: return nil
    }
  }

  /// The last promise that was not kept and about which nobody was spoken to since.
  private func unansweredPromise(since lastContact: CalendarDay?) -> Reason.Finding? {
    promises.failed.last { index in lastContact.map { $0 <= promises.deadline(index) } ?? true }
      .map { index in
        let promise = promises.statuses[index]
        return .failed(promise.terms.amount, paid: promise.paid, promise.terms.day)
      }
  }

  /// The first instalment that did not come and about which nobody was spoken to since.
  private func unansweredInstalment(since lastContact: CalendarDay?) -> Reason.Finding? {
    for plan in plans {
      let missed = plan.instalments.first { instalment in
        instalment.state == .missed && lastContact.map { $0 <= instalment.deadline } ?? true
      }
      guard let missed else { continue }
      return .failed(Money(minor: missed.amount, plan.terms.currency), paid: missed.paid, missed.due)
    }
    return nil
  }

  private func promiseDueToday(_ outlook: inout Outlook) -> Reason.Finding? {
    for index in promises.active where outlook.isToday(promises.statuses[index].terms.day) {
      return .promise(promises.statuses[index].terms.amount, promises.statuses[index].terms.day)
    }
    return nil
  }

  /// Whether the first contact about an invoice due on `due` is still to be made and in time.
  private func isFirstContactOpen(
    _ due: CalendarDay, _ lastContact: CalendarDay?, _ outlook: inout Outlook
  ) -> Bool {
    guard lastContact.map({ $0 <= due }) ?? true else { return false }
    return !outlook.hasPassed(policy.calendar.day(policy.firstContactDays, businessDaysAfter: due))
  }
}
