extension AccountDerivation {
  /// What is to be done next, given the last entry that said so: never nil while something is to be collected.
  func nextStep(
    after step: JournalStep?, _ standing: AccountStanding, _ outlook: inout Outlook
  ) -> NextStep? {
    let said = step.flatMap { isNeeded($0, standing) ? $0 : nil }
    if let said, said.isSnooze, !outlook.hasCome(said.next.day) {
      return NextStep(action: said.next, origin: .snoozed)
    }
    if let released = released(since: step) {
      let callBack = said.flatMap { $0.next.kind == .callBack && outlook.hasCome($0.next.day) ? $0 : nil }
      if let callBack { return NextStep(action: callBack.next, origin: .said(callBack)) }
      return NextStep(action: NextAction(.call, on: released), origin: .failedPromise)
    }
    if let said { return NextStep(action: said.next, origin: .said(said)) }
    if let first = promises.active.first {
      let day = policy.calendar.firstBusinessDay(onOrAfter: promises.deadline(first).advanced(by: 1))
      return NextStep(action: NextAction(.checkPromise, on: day), origin: .policy)
    }
    return standing.oldestCollectable.map { due in
      let open = max(due.advanced(by: 1), promises.withdrawals.values.max() ?? due)
      let day = policy.calendar.firstBusinessDay(onOrAfter: open)
      return NextStep(action: NextAction(.call, on: day), origin: .policy)
    }
  }

  /// The business day on which the first promise that was not kept, and not worked on since, lets go.
  private func released(since step: JournalStep?) -> CalendarDay? {
    promises.failed.filter { index in step.map { $0.madeOn <= promises.deadline(index) } ?? true }
      .map { policy.calendar.firstBusinessDay(onOrAfter: promises.deadline($0).advanced(by: 1)) }
      .min()
  }

  /// Whether what was said to be done still has an object: its promise is not kept or withdrawn, and something
  /// of what it was about is open.
  private func isNeeded(_ step: JournalStep, _ standing: AccountStanding) -> Bool {
    if let number = step.promise, let promise = promises.statuses.first(where: { $0.entry == number }),
      promise.state == .kept || promise.state == .withdrawn
    {
      return false
    }
    guard standing.hasOpen else { return false }
    if step.next.kind == .callBack || standing.oldestDue != nil && step.invoices.isEmpty { return true }
    if step.invoices.isEmpty {
      // It was about what was past due then, and that is settled; or about what is yet to fall due.
      return !books.positions.contains { position in
        position.invoice.due < step.madeOn && position.clearedOn.map { $0 >= step.madeOn } ?? false
      }
    }
    return step.invoices.contains { books.place(of: $0).map { books.positions[$0].open > 0 } ?? false }
  }
}
