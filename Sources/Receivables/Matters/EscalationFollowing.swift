extension EscalationTerms: MatterTerms {
  static func title(ofState state: String) -> String { EscalationState(rawValue: state)?.title ?? state }

  static func step(after state: String?) -> NextAction.Kind? {
    state == EscalationState.carriedOut.rawValue ? .checkEscalation : .escalate
  }

  /// The last word on each counts. A credit hold is in force until it is taken back, anything else until its invoices are
  /// cleared; a placement holds all that is free, for somebody else collects it.
  static func follow(
    _ taken: [TakenMatter<EscalationTerms>], _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    account.beforePlacement = account.items
    let levels = taken.map { escalation in
      escalation.voidedBecause == nil && escalation.withdrawal == nil
        ? account.policy.escalation.level(of: escalation.terms.rung) ?? 0 : 0
    }
    for (index, escalation) in taken.enumerated() {
      let course = EscalationCourse(escalation)
      let places = escalation.terms.invoices.compactMap { account.items.place(number: $0) }
      var status = course.status(escalation, places, account.items)
      // Whoever goes on to a higher rung looks no more at the one before.
      let higher = zip(levels, taken).dropFirst(index + 1).filter { level, later in
        level > levels[index] && EscalationCourse(later).state != .declined
      }.map(\.1)
      if status.isInForce, status.terms.effect == nil, let next = higher.first {
        (status.isOpen, status.closedOn) = (false, next.day)
      }
      if status.isAhead, let next = higher.first(where: { takesOver($0, places, account.items) }) {
        (status.state, status.isOpen, status.closedOn) = (.overtaken, false, next.day)
      }
      if status.isInForce, status.terms.effect == .placement { status.held = try account.place() }
      account.add(status, escalation, course, places)
      account.escalations.append(status)
    }
  }

  /// Whether an escalation looks after all that is open at `places`.
  private static func takesOver(
    _ taken: TakenMatter<EscalationTerms>, _ places: [Int], _ items: OpenItems
  ) -> Bool {
    let own = Set(taken.terms.invoices.compactMap { items.place(number: $0) })
    return places.allSatisfy { items[$0].open <= 0 || own.contains($0) }
  }
}

/// What people said of an escalation up to a day.
private struct EscalationCourse {
  private(set) var state: EscalationState
  private(set) var owner: String?
  private(set) var dueOn: CalendarDay
  private(set) var decidedBy: String?
  /// The change that said how it stands.
  private(set) var turn: MadeChange?

  init(_ taken: TakenMatter<EscalationTerms>) {
    state = taken.terms.state
    owner = taken.terms.owner
    dueOn = taken.terms.dueOn
    for made in taken.changes {
      // A state of a later version says nothing here.
      if let state = made.change.state.flatMap(EscalationState.init(rawValue:)),
        EscalationState.settable.contains(state)
      {
        self.state = state
        turn = made
        if state == .approved || state == .declined { decidedBy = made.change.by ?? made.collector }
      }
      owner = made.change.owner ?? owner
      dueOn = made.change.dueOn ?? dueOn
    }
  }

  func status(
    _ taken: TakenMatter<EscalationTerms>, _ places: [Int], _ items: OpenItems
  ) -> EscalationStatus {
    let isCleared = places.allSatisfy { items[$0].open <= 0 }
    let clearedOn = isCleared ? places.compactMap { items[$0].clearedOn }.max() : nil
    var state = state
    if taken.voidedBecause != nil {
      state = .voided
    } else if taken.withdrawal != nil {
      state = .withdrawn
    } else if isCleared, state == .proposed || state == .approved || isLasting(state, taken.terms) == false {
      state = .over
    }
    let isOpen = state == .proposed || state == .approved || state == .carriedOut
    let since = turn?.day ?? taken.day
    let ended = state == .over ? clearedOn.map { max($0, taken.day) } : taken.withdrawal?.day
    return EscalationStatus(
      id: taken.id, openedOn: taken.day, proposedBy: taken.collector, terms: taken.terms, state: state,
      isOpen: isOpen, isInForce: state == .carriedOut, owner: owner, dueOn: dueOn, since: since,
      decidedBy: decidedBy, closedOn: isOpen ? nil : ended ?? since, clearedOn: clearedOn, held: [],
      changes: taken.changes, endedBecause: taken.voidedBecause ?? taken.withdrawal?.because)
  }

  /// Whether what was carried out outlives its invoices; nil for what was not.
  private func isLasting(_ state: EscalationState, _ terms: EscalationTerms) -> Bool? {
    state == .carriedOut ? terms.effect == .creditHold : nil
  }
}

extension MattersInProgress {
  /// Holds all that is free of the account.
  fileprivate mutating func place() throws(MoneyError) -> [Money] {
    isPlaced = true
    var held: [Money] = []
    for place in items.items.indices {
      let taken = items.take(.max, at: place, as: .held)
      if taken > 0 { try held.add(Money(minor: taken, items[place].invoice.original.currency)) }
    }
    return held
  }

  /// Adds what an escalation comes to and what it asks to be done.
  fileprivate mutating func add(
    _ status: EscalationStatus, _ taken: TakenMatter<EscalationTerms>, _ course: EscalationCourse,
    _ places: [Int]
  ) {
    guard status.state != .voided else { return }
    let terms = status.terms
    var day = status.dueOn
    // A hold whose invoices are paid is to be released at once.
    if status.isInForce, terms.effect == .creditHold, let cleared = status.clearedOn {
      day = min(day, policy.office.firstBusinessDay(onOrAfter: max(cleared, status.since)))
    }
    let step = status.isOpen ? NextAction(status.state.step(terms.rung, policy), on: day) : nil
    matters.append(
      Matter(
        id: status.id, kind: EscalationTerms.name, person: nil, openedOn: status.openedOn,
        state: status.state.title, isOpen: status.isOpen, title: terms.title, held: status.held, step: step))
    let finding = Reason.Finding.escalated(
      terms.title, status.state, since: status.since, owner: status.owner)
    if let step {
      steps.append(
        MatterStep(matter: status.id, action: step, lane: .followUp, finding: finding, about: places))
      // Credit is one thing and collecting another: only a rung that goes on collecting takes its time, and only with what
      // was past due when it was said.
      for place in places
      where terms.effect != .creditHold && items[place].toCollect > 0
        && items[place].invoice.due < status.since
      {
        followed[place] = max(followed[place] ?? 0, items[place].toCollect)
        let entry = course.turn?.entry ?? taken.id.entry
        if escalated[place].map({ $0.entry < entry }) ?? true {
          escalated[place] = Escalated(entry: entry, day: status.since)
        }
      }
    }
    if let withdrawal = taken.withdrawal {
      addStep(after: withdrawal, of: status.id, nil, at: places)
    } else if let turn = course.turn, terms.effect != .creditHold,
      status.state == .returned || status.state == .declined
    {
      let day = policy.calendar.day(1, businessDaysAfter: turn.day)
      steps.append(
        MatterStep(
          matter: status.id, action: NextAction(.call, on: day), lane: .followUp, finding: finding,
          freed: terms.effect == .placement ? Array(items.items.indices) : places, raisedBy: turn.entry))
    }
  }
}
