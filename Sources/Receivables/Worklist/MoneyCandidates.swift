// What money asks for where no matter and no step does.

extension Candidates {
  /// What is free and past due and has no step of its own: never forgotten, and what is new since the conclusion not
  /// parked by it.
  mutating func addFreeMoney(_ asOf: inout AsOf) throws(MoneyError) {
    var old: CalendarDay?
    var new: CalendarDay?
    var returned: CalendarDay?
    let followed = account.inProgress.followed
    for place in account.items.items.indices
    where account.items[place].toCollect > followed[place, default: 0] {
      let due = account.items[place].invoice.due
      if let conclusion, due >= conclusion.day {
        new = min(new ?? due, due)
      } else if !isUnderStep(place) {
        old = min(old ?? due, due)
      } else if let day = takenBack(at: place) {
        returned = min(returned ?? day, day)
      }
    }
    // Nobody spoke of it at the conclusion: it does not wait for steps about other invoices.
    if let old {
      addCall(dueOn: old, from: max(firstDay(old), restDay ?? firstDay(old)), whileNew: .since(old), &asOf)
    }
    if let new {
      let day = steps.isEmpty ? firstDay(new) : limit(new)
      addCall(
        dueOn: new, from: day, whileNew: account.largest(\.toCollect).map { .newlyDue($0, since: new) }, &asOf
      )
    }
    if let returned, let money = account.largest(\.toCollect) {
      addUnlessSettled(
        NextAction(.call, on: calendar.firstBusinessDay(onOrAfter: returned)), .followUp,
        .takenBack(money, returned), nil)
    }
  }

  private func firstDay(_ due: CalendarDay) -> CalendarDay {
    calendar.firstBusinessDay(onOrAfter: due.advanced(by: 1))
  }

  /// When what nobody spoke of at the conclusion is called about.
  private var restDay: CalendarDay? {
    conclusion.map { calendar.day(max(account.policy.restDays, 1), businessDaysAfter: $0.day) }
  }

  /// The last day of a first contact that is in time.
  private func limit(_ due: CalendarDay) -> CalendarDay {
    calendar.day(account.policy.firstContactDays, businessDaysAfter: due)
  }

  /// A first contact while nobody was spoken to since: of new money until its limit, by priority then; of an account
  /// where nobody ever was, however old it is.
  private mutating func addCall(
    dueOn due: CalendarDay, from day: CalendarDay, whileNew finding: Reason.Finding?, _ asOf: inout AsOf
  ) {
    guard let money = account.largest(\.toCollect), let finding else { return }
    let isFirst = account.facts.lastContact.map { $0 <= due && !asOf.hasPassed(limit(due)) } ?? true
    if isFirst {
      addUnlessSettled(NextAction(.call, on: day), .newPastDue, finding, nil)
    } else {
      addUnlessSettled(NextAction(.call, on: day), .rest, .amount(money), nil)
    }
  }

  /// Whether a step that was agreed is about the invoice at `place`.
  private func isUnderStep(_ place: Int) -> Bool {
    steps.contains { $0.isAbout(place) }
  }

  /// The last day since the conclusion on which money was taken back of the invoice at `place`.
  private func takenBack(at place: Int) -> CalendarDay? {
    guard let conclusion else { return nil }
    for index in account.items.applications(at: place) {
      let application = account.items.applications[index]
      if application.amount < 0, application.dated > conclusion.day { return application.dated }
    }
    return nil
  }

  /// The call that makes sure, before a customer's payment run closes, that they hold every document: when a run is near
  /// that should pay something, and nobody was spoken to since the run before it closed.
  mutating func addPreRun(_ asOf: inout AsOf) throws(MoneyError) {
    guard let paying = account.paying,
      !account.inProgress.promises.contains(where: { $0.state.isActive })
    else { return }
    var run = paying.run.next(onOrAfter: asOf.day)
    // Who calls after the cut-off calls for nothing: the question is about a later run then.
    while paying.cutOff(of: run, calendar) < asOf.day {
      run = paying.run.next(onOrAfter: run.advanced(by: 1))
    }
    let closes = paying.cutOff(of: run, calendar)
    let opens = calendar.day(account.policy.preRunDays, businessDaysBefore: closes)
    // On the day after it closed the question is about the next one.
    guard !asOf.hasPassed(closes), asOf.hasCome(opens), !asOf.hasCome(closes) else { return }
    let before = paying.cutOff(of: paying.run.previous(before: run), calendar)
    if let contact = account.facts.lastContact, contact > before { return }
    let wanted = try free(dueBy: run)
    guard !wanted.isEmpty else { return }
    addUnlessSettled(NextAction(.call, on: opens), .preRun, .run(wanted, run), nil)
  }

  /// What is free of invoices that are due up to a day, in each currency, the largest first. Throws
  /// `MoneyError.overflow`.
  private func free(dueBy day: CalendarDay) throws(MoneyError) -> [Money] {
    var sums: [Money] = []
    for item in account.items.items where item.slices.free > 0 && item.invoice.due <= day {
      try sums.add(Money(minor: item.slices.free, item.invoice.original.currency))
    }
    return account.largestFirst(sums.sorted { $0.currency < $1.currency })
  }

  /// Credits are applied instead of chasing; a callback that was agreed stands.
  mutating func turnToCash() {
    let others = all.filter { $0.lane != .callback }
    all.removeAll { $0.lane != .callback }
    guard let first = others.map(\.action.day).min(), let credits = account.largest(\.credits) else { return }
    let held = account.items.unapplied.map(\.credit.dated).max().map {
      calendar.firstBusinessDay(onOrAfter: $0)
    }
    all.append(
      Candidate(
        action: NextAction(.applyCash, on: max(first, held ?? first)), lane: .cashApplication,
        finding: .amount(credits)))
  }
}
