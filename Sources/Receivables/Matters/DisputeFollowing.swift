extension DisputeTerms: MatterTerms {
  static func title(ofState state: String) -> String { DisputeState(rawValue: state)?.title ?? state }

  static func step(after state: String?) -> NextAction.Kind? {
    state.flatMap(DisputeState.init(rawValue:))?.expectsCredit ?? false ? .checkCredit : .dispute
  }

  /// Raised again for the same reason it replaces what was said before of an invoice, unless that was accepted by then: a
  /// credit that was promised is still to come. What is cleared since is not contested any more. What is accepted is held
  /// until its credit is in the books, what is rejected is free.
  static func follow(
    _ taken: [TakenMatter<DisputeTerms>], _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    var disputes = inForce(taken, account.items)
    // One credit closes one dispute: the one that was raised first.
    for index in disputes.indices { try disputes[index].split(account.items, &account.disputedCredits) }
    var (found, matters): ([DisputeStatus], [Matter]) = ([], [])
    for index in disputes.indices.reversed() {
      let held = try disputes[index].hold(&account.items)
      let status = disputes[index].status(held, account.items)
      found.append(status)
      guard status.state != .voided else { continue }
      matters.append(try account.add(status, disputes[index]))
    }
    account.disputes += found
    account.matters += matters.reversed()
  }

  /// The disputes, oldest first, each with the invoices that no newer one contests for the same reason.
  private static func inForce(
    _ taken: [TakenMatter<DisputeTerms>], _ items: OpenItems
  ) -> [DisputeInProgress] {
    struct Contested: Hashable {
      let place: Int
      let reason: String
    }
    // The first entry that contested it anew, of those that are newer.
    var anew: [Contested: EntryNumber] = [:]
    return taken.reversed().map { dispute in
      DisputeInProgress(dispute, items) { place, acceptedBy in
        let contested = Contested(place: place, reason: dispute.terms.reason)
        guard let newer = anew.updateValue(dispute.id.entry, forKey: contested) else { return true }
        return acceptedBy.map { $0 < newer } ?? false
      }
    }.reversed()
  }
}

/// A dispute while it is followed.
private struct DisputeInProgress {
  let taken: TakenMatter<DisputeTerms>
  let course: DisputeCourse
  private let coverage: Coverage
  /// Which of the covered invoices it is still about.
  private let mine: [Int]
  private var parts: [DisputedPart] = []
  private var lastCredit: CalendarDay?

  init(
    _ taken: TakenMatter<DisputeTerms>, _ items: OpenItems,
    isMine: (_ place: Int, _ acceptedBy: EntryNumber?) -> Bool
  ) {
    self.taken = taken
    course = DisputeCourse(taken)
    coverage = Coverage(taken.terms.covers, items)
    let isVoided = taken.voidedBecause != nil
    let (places, acceptedBy) = (coverage.places, course.acceptedBy)
    mine = isVoided ? [] : places.indices.filter { isMine(places[$0], acceptedBy) }
  }

  /// Places of the invoices that it is still about.
  var places: [Int] { mine.map { coverage.places[$0] } }

  /// Works out what became of each part, by the credits that other disputes left.
  mutating func split(_ items: OpenItems, _ credits: inout DisputedCredits) throws(MoneyError) {
    guard !mine.isEmpty else { return }
    let since = coverage.since(taken.day, items)
    for index in mine {
      let (place, amount) = (coverage.places[index], coverage.parts[index])
      let item = items[place]
      var part = DisputedPart(item.invoice.number, Money(minor: amount, item.invoice.original.currency))
      let open = max(item.open, 0)
      guard let decision = course.decision else {
        part.disputed = min(amount, open)
        part.settle(amount - part.disputed, by: try Arrived(since[index]))
        parts.append(part)
        continue
      }
      // By what is known today: what was taken back since was never there.
      var openThen = item.open
      for later in since[index] where later.application.dated > decision.day {
        openThen = try openThen.addingChecked(later.new)
      }
      let then = min(amount, max(openThen, 0))
      let before = since[index].filter { $0.application.dated <= decision.day }
      part.settle(amount - then, by: try Arrived(before))
      _ = take(part.credited, .creditNote, of: before, &credits)
      _ = take(part.writtenOff, .writeOff, of: before, &credits)
      let accepted = decision.accepted(item.invoice.number, of: then, beside: part.credited + part.writtenOff)
      part.rejected = then - accepted
      let credited = take(accepted, .creditNote, of: since[index], &credits)
      let writtenOff = take(accepted - credited.amount, .writeOff, of: since[index], &credits)
      lastCredit = [lastCredit, credited.last, writtenOff.last].compactMap { $0 }.max()
      part.credited += credited.amount
      part.writtenOff += writtenOff.amount
      let left = accepted - credited.amount - writtenOff.amount
      part.disputed = min(left, open)
      part.paid += left - part.disputed
      parts.append(part)
    }
  }

  /// Takes up to `amount` of what other disputes left of the credits of a kind; how much that was, and the last day.
  private func take(
    _ amount: Int64, _ source: Application.Source, of came: [NetApplication],
    _ credits: inout DisputedCredits
  ) -> (amount: Int64, last: CalendarDay?) {
    var (taken, last): (Int64, CalendarDay?) = (0, nil)
    for item in came where item.application.source == source && taken < amount {
      let used = min(amount - taken, credits[item].count(above: item.known))
      guard used > 0 else { continue }
      credits[item].take(used, above: item.known)
      taken += used
      last = item.application.dated
    }
    return (taken, last)
  }

  /// Takes the slices of what it holds.
  func hold(_ items: inout OpenItems) throws(MoneyError) -> [Money] {
    var held: [Money] = []
    guard course.holds else { return held }
    for (place, part) in zip(places, parts) {
      let taken = items.take(part.disputed, at: place, as: .disputed)
      if taken > 0 { try held.add(Money(minor: taken, part.original.currency)) }
    }
    return held
  }

  func status(_ held: [Money], _ items: OpenItems) -> DisputeStatus {
    let isRaisedAgain = mine.isEmpty && !coverage.places.isEmpty
    let isOpen = course.holds ? !held.isEmpty : course.isUndecided && parts.contains { $0.disputed > 0 }
    let state: DisputeState
    if taken.voidedBecause != nil {
      state = .voided
    } else if taken.withdrawal != nil {
      state = .withdrawn
    } else if isRaisedAgain {
      state = .replaced
    } else {
      state = isOpen || course.state.isDecision ? course.state : .over
    }
    return DisputeStatus(
      id: taken.id, openedOn: taken.day, person: taken.person, terms: taken.terms, state: state,
      isOpen: isOpen, owner: course.owner, dueOn: course.dueOn, cause: course.cause,
      decidedOn: state.isDecision ? course.decision?.day : nil,
      closedOn: isOpen ? nil : closedOn(state, items).map { max($0, taken.day) }, parts: parts, held: held,
      changes: taken.changes,
      endedBecause: taken.voidedBecause ?? taken.withdrawal?.because)
  }

  /// When it was over, where the books or the journal tell.
  private func closedOn(_ state: DisputeState, _ items: OpenItems) -> CalendarDay? {
    switch state {
    case .accepted, .partly:
      return ([course.decision?.day, lastCredit] + places.map { items[$0].clearedOn }).compactMap { $0 }.max()
    case .over: return places.compactMap { items[$0].clearedOn }.max()
    default: return course.decision?.day
    }
  }
}

/// What came to an invoice since it was contested, minor units.
private struct Arrived {
  private(set) var credited: Int64 = 0
  private(set) var writtenOff: Int64 = 0

  init(_ since: [NetApplication]) throws(MoneyError) {
    for item in since {
      switch item.application.source {
      case .creditNote: credited = try credited.addingChecked(item.new)
      case .writeOff, .cancelled: writtenOff = try writtenOff.addingChecked(item.new)
      case .payment, .cleared: continue
      }
    }
    _ = try credited.addingChecked(writtenOff)
  }
}

extension DisputedPart {
  /// So much of it is not open any more: what was credited and written off goes to it first, for money pays what is not
  /// contested.
  fileprivate mutating func settle(_ amount: Int64, by arrived: Arrived) {
    credited = min(amount, arrived.credited)
    writtenOff = min(amount - credited, arrived.writtenOff)
    paid = amount - credited - writtenOff
  }
}

extension MattersInProgress {
  /// What a dispute comes to; adds what it asks to be done.
  fileprivate mutating func add(
    _ status: DisputeStatus, _ dispute: DisputeInProgress
  ) throws(MoneyError) -> Matter {
    let isCredit = status.state.expectsCredit
    let step = status.isOpen ? NextAction(isCredit ? .checkCredit : .dispute, on: status.dueOn) : nil
    let contested = try status.contested()
    let withdrawal = status.state == .withdrawn ? dispute.taken.withdrawal : nil
    if let withdrawal { addStep(after: withdrawal, of: status.id, contested.first, at: dispute.places) }
    if let step {
      let finding: Reason.Finding =
        isCredit
        ? .creditExpected(since: status.decidedOn ?? status.openedOn, owner: status.owner)
        : .disputed(since: status.openedOn, owner: status.owner)
      steps.append(MatterStep(matter: status.id, action: step, lane: .followUp, finding: finding))
    }
    if withdrawal == nil, let turn = dispute.course.turn,
      let money = try status.sum(status.state == .toBeCollected ? \.disputed : \.rejected).first
    {
      steps.append(
        MatterStep(
          matter: status.id,
          action: NextAction(.call, on: policy.calendar.day(1, businessDaysAfter: turn.day)),
          lane: .followUp, finding: .freed(money, turn.day), freed: dispute.places, raisedBy: turn.entry))
    }
    return Matter(
      id: status.id, kind: DisputeTerms.name, person: status.person, openedOn: status.openedOn,
      // What nobody has touched is simply open, as any other matter.
      state: status.state == .new ? "open" : status.state.title, isOpen: status.isOpen,
      title: contested.map(\.description).joined(separator: ", "), held: status.held, step: step)
  }
}
