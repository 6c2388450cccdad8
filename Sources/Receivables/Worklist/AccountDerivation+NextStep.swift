extension AccountDerivation {
  /// What is to be done next, given the last entry that said so: never nil while something is to be collected.
  func nextStep(
    after step: JournalStep?, _ standing: AccountStanding, _ outlook: inout Outlook
  ) -> NextStep? {
    let said = step.flatMap { isNeeded($0, standing, &outlook) ? $0 : nil }
    if let said, said.isSnooze, !outlook.hasCome(said.next.day) {
      return NextStep(action: said.next, origin: .snoozed)
    }
    if let released = released(since: step) {
      let callBack = said.flatMap { $0.next.kind == .callBack && outlook.hasCome($0.next.day) ? $0 : nil }
      if let callBack { return NextStep(action: callBack.next, origin: .said(callBack)) }
      return released
    }
    if let said { return NextStep(action: plannedNext(said), origin: .said(said)) }
    if let first = promises.active.first {
      let day = policy.calendar.firstBusinessDay(onOrAfter: promises.deadline(first).advanced(by: 1))
      return NextStep(action: NextAction(.checkPromise, on: day), origin: .policy)
    }
    return standing.oldestCollectable.map { due in
      let day = policy.calendar.firstBusinessDay(onOrAfter: due.advanced(by: 1))
      return NextStep(action: NextAction(.call, on: day), origin: .policy)
    }
  }

  /// A call on the business day on which the first promise or instalment lets go that was not kept or was taken
  /// back, and not worked on since.
  private func released(since step: JournalStep?) -> NextStep? {
    var first: (day: CalendarDay, origin: NextStep.Origin)?
    for index in promises.failed {
      let deadline = promises.deadline(index)
      if let step, step.madeOn > deadline { continue }
      if let first, first.day <= deadline { continue }
      first = (deadline.advanced(by: 1), .failedPromise)
    }
    for promise in promises.withdrawn where isFree(promise.index, by: promise.by, since: step) {
      if let first, first.day <= promise.day { continue }
      first = (promise.day, .withdrawnPromise)
    }
    for instalment in missed {
      if let step, step.madeOn > instalment.deadline { continue }
      if let first, first.day <= instalment.deadline { continue }
      first = (instalment.deadline.advanced(by: 1), .missedInstalment)
    }
    return first.map { first in
      let day = policy.calendar.firstBusinessDay(onOrAfter: first.day)
      return NextStep(action: NextAction(.call, on: day), origin: first.origin)
    }
  }

  /// What was said, on the day of the instalment that comes next once the one before it is paid.
  private func plannedNext(_ step: JournalStep) -> NextAction {
    guard step.next.kind == .checkPlan, let plan = plan(of: step), plan.instalments.first?.state == .paid,
      let due = plan.next?.due, due > step.next.day
    else { return step.next }
    return NextAction(.checkPlan, on: policy.calendar.firstBusinessDay(onOrAfter: due))
  }

  private func plan(of step: JournalStep) -> PlanStatus? { plans.first { $0.entry == step.entry } }

  /// The instalments that did not come, the earliest of the newest plan first.
  private var missed: [InstalmentStatus] {
    plans.flatMap { plan in plan.instalments.filter { $0.state == .missed } }
  }

  /// Whether something that a withdrawn promise covered is to be collected and the last step is not about it: it was
  /// the step of that promise, or was said before and names other invoices.
  private func isFree(_ index: Int, by withdrawal: EntryNumber, since step: JournalStep?) -> Bool {
    let places = promises.places[index]
    let isCollectable = places.contains {
      books.positions[$0].isPastDue && books.positions[$0].collectable > 0
    }
    guard isCollectable else { return false }
    guard let step, step.promise != promises.statuses[index].entry else { return true }
    return step.entry < withdrawal && !step.invoices.isEmpty
      && step.invoices.allSatisfy { invoice in books.place(of: invoice).map { !places.contains($0) } ?? true }
  }

  /// Whether what was said to be done still has an object: its promise is not kept or withdrawn, and something
  /// of what it was about is open. To call back and to leave an account alone is about the account.
  private func isNeeded(_ step: JournalStep, _ standing: AccountStanding, _ outlook: inout Outlook) -> Bool {
    if let number = step.promise, let promise = promises.statuses.first(where: { $0.entry == number }),
      promise.state == .kept || promise.state == .withdrawn
    {
      return false
    }
    guard standing.hasOpen else { return false }
    if step.next.kind == .checkPlan, let plan = plan(of: step), plan.next == nil { return false }
    if step.next.kind == .callBack { return true }
    if step.isSnooze, standing.oldestDue != nil, !outlook.hasCome(step.next.day) { return true }
    guard step.invoices.isEmpty else {
      return step.invoices.contains { books.place(of: $0).map { books.positions[$0].open > 0 } ?? false }
    }
    return isOpen(whatWasDueOn: step.madeOn)
  }

  /// Whether anything is left of what was past due on `day`, or of all that was open where nothing was.
  private func isOpen(whatWasDueOn day: CalendarDay) -> Bool {
    let owed = books.positions.indices.filter { books.wasOpen(at: $0, during: day) }
    let pastDue = owed.filter { books.positions[$0].invoice.due < day }
    return (pastDue.isEmpty ? owed : pastDue).contains { books.positions[$0].open > 0 }
  }
}
