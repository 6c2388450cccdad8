/// How a promise stands as of a day; the states are told in docs/MANUAL.md.
public enum PromiseState: String, Hashable, Sendable, CaseIterable {
  /// Its day has not passed.
  case open
  /// Its day has passed, the grace days have not.
  case inGrace = "in_grace"
  /// Enough came by date and grace.
  case kept
  /// Something came, not enough.
  case partlyKept = "partly_kept"
  /// Nothing came.
  case broken
  /// Its time is over, and enough money came by then that is not applied yet.
  case received
  /// A newer promise or a plan took over all of it.
  case superseded
  /// Taken back.
  case withdrawn
  /// It was an entry error, or credit notes left nothing of it to be paid.
  case voided
  /// The customer says it is paid; the books do not show it yet.
  case verifying

  /// Whether it still holds chasing of what it covers.
  public var isActive: Bool { self == .open || self == .inGrace }

  /// Whether its time is over and not enough came.
  public var isFailed: Bool { self == .broken || self == .partlyKept }

  /// What a collector reads: `"partly kept"`, `"received, to be applied"`.
  public var title: String {
    self == .received ? "received, to be applied" : rawValue.split(separator: "_").joined(separator: " ")
  }
}

/// A promise with its outcome as of a day.
public struct PromiseStatus: Hashable, Sendable {
  /// Names it.
  public var id: MatterID
  /// The business date on which it was taken.
  public var takenOn: CalendarDay
  /// Who promised.
  public var contact: String?
  /// What was promised.
  public var terms: PromiseTerms
  /// How it stands.
  public var state: PromiseState
  /// Money that counts towards it, minor units.
  public var paid: Int64
  /// Credit notes and write-offs that reduced what was promised, minor units.
  public var credited: Int64
  /// What newer promises and plans took over, minor units.
  public var replaced: Int64
  /// What is left of the parts on its invoices after that, by invoice number, minor units.
  public var parts: [String: Int64]
  /// 1 for the first promise on its invoices, one more after each that did not hold.
  public var level: Int
  /// The day on which enough had come, in time or late.
  public var paidInFullOn: CalendarDay?
  /// Calendar days from the promised day to `paidInFullOn`, when that was after date and grace.
  public var daysLate: Int?
  /// Why it was withdrawn, voided or superseded.
  public var endedBecause: String?
  /// What became of what was given up for it; nil when nothing was.
  public var incentive: IncentiveStatus?

  /// What stands of it after newer promises and plans, in its currency.
  public var standing: Money { Money(minor: terms.amount.minor - replaced, terms.amount.currency) }

  /// What is still to come of it, minor units.
  public var left: Int64 { max(standing.minor - paid - credited, 0) }
}

extension PromiseTerms: MatterTerms {
  static func follow(
    _ taken: [TakenMatter<PromiseTerms>], _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    var matchings = taken.map { PromiseMatching($0, account.entries, account.items) }
    try PromiseMatching.match(account.items, besides: account.disputedCredits, with: &matchings)
    let levels = raise(matchings, &account.items)
    var active: [Int] = []
    for index in taken.indices {
      let status = PromiseStatus(taken[index], matchings[index], level: levels[index], account.items, &asOf)
      account.promises.append(status)
      if status.state.isActive { active.append(index) }
    }
    receive(matchings, &account)
    for index in taken.indices { credit(matchings[index], of: index, &account) }
    // The promise that is due first holds first; what is said to be paid after what is promised.
    active.sort { (taken[$0].terms.day, $0) < (taken[$1].terms.day, $1) }
    var held: [Int: Int64] = [:]
    for index in active {
      held[index] = hold(account.promises[index].left, of: matchings[index], as: .promised, &account.items)
    }
    for index in taken.indices where account.promises[index].state == .verifying {
      guard let day = taken[index].terms.checkOn, !asOf.hasCome(day) else { continue }
      held[index] = hold(account.promises[index].left, of: matchings[index], as: .claimed, &account.items)
    }
    for index in taken.indices {
      account.add(account.promises[index], matchings[index], taken[index], held: held[index] ?? 0, &asOf)
    }
  }

  /// How high promises have risen: 1 for the first on an invoice, one more after each that did not hold. Leaves each
  /// invoice's level in the books and returns that of each promise, the highest among its invoices.
  ///
  /// A promise that was kept or credited away by the time of the next one keeps the level; one that was an entry error
  /// never was; a claim that something was paid is no promise and raises nothing.
  private static func raise(_ matchings: [PromiseMatching], _ items: inout OpenItems) -> [Int] {
    var last = Array(repeating: -1, count: items.items.count)
    return matchings.indices.map { index in
      let matching = matchings[index]
      let raises = !matching.isVoided && matching.terms.kind == .promise
      var level = raises ? 1 : 0
      for place in matching.coverage.places {
        if raises {
          let before = last[place]
          let wasSettled = before >= 0 && matchings[before].wasSettled(by: matching.takenOn)
          if !wasSettled { items[place].promiseLevel += 1 }
          last[place] = index
        }
        level = max(level, items[place].promiseLevel)
      }
      return level
    }
  }

  /// What was given up and earned holds what is missing of the covered invoices, until it is credited or paid after all.
  private static func credit(_ matching: PromiseMatching, of index: Int, _ account: inout MattersInProgress) {
    var incentive = account.promises[index].incentive
    incentive?.hold { wanted in
      var left = wanted
      for (number, place) in matching.coverage.places.enumerated() where left > 0 {
        left -= account.items.take(min(left, matching.coverage.left(at: number)), at: place, as: .discounted)
      }
      return wanted - left
    }
    account.promises[index].incentive = incentive
  }

  /// What is still to come holds the covered invoices, each up to its part.
  private static func hold(
    _ amount: Int64, of matching: PromiseMatching, as slice: Slice, _ items: inout OpenItems
  ) -> Int64 {
    var left = amount
    for (place, part) in zip(matching.coverage.places, matching.coverage.parts) where left > 0 {
      left -= items.take(min(left, part), at: place, as: slice)
    }
    return amount - left
  }
}

extension MattersInProgress {
  /// Adds what a promise or claim comes to, and what it asks to be done.
  fileprivate mutating func add(
    _ status: PromiseStatus, _ matching: PromiseMatching, _ taken: TakenMatter<PromiseTerms>, held: Int64,
    _ asOf: inout AsOf
  ) {
    let terms = status.terms
    let calendar = policy.calendar
    let checkOn = terms.checkOn ?? calendar.firstBusinessDay(onOrAfter: terms.deadline.advanced(by: 1))
    let isClaim = terms.kind == .saysPaid
    let isReceived = status.state == .received
    let step = NextAction(isReceived ? .applyCash : isClaim ? .checkPayment : .checkPromise, on: checkOn)
    let isOpen = status.state.isActive || status.state == .verifying || isReceived
    let credit = status.incentive?.step(policy)
    let toCredit = credit == nil ? 0 : status.incentive?.toCredit ?? 0
    let held = held + toCredit
    matters.append(
      Matter(
        id: status.id, kind: isClaim ? "claim" : PromiseTerms.name, person: taken.person,
        openedOn: status.takenOn,
        state: [status.state.title, status.incentive?.remark].compactMap { $0 }.joined(separator: ", "),
        isOpen: isOpen || credit != nil,
        title: "\(status.standing) on \(terms.day.brief(status.takenOn))",
        held: held > 0 ? [Money(minor: held, terms.amount.currency)] : [],
        step: isOpen ? step : credit))
    expectCredit(for: status.incentive, of: status.id)
    if isReceived {
      follow(status, matching)
      steps.append(
        MatterStep(
          matter: status.id, action: step, lane: .cashApplication,
          finding: .promise(status.standing, terms.day)))
    } else if isOpen {
      steps.append(
        MatterStep(matter: status.id, action: step, lane: .followUp, finding: .at(checkOn, nil)))
    }
    if status.state.isActive, asOf.isToday(terms.day) {
      steps.append(
        MatterStep(
          matter: status.id, action: NextAction(.checkPromise, on: terms.day), lane: .promiseDue,
          finding: .promise(status.standing, terms.day)))
    }
    if status.state.isFailed {
      let failedOn = failure(of: matching)
      steps.append(
        MatterStep(
          matter: status.id, action: NextAction(.call, on: calendar.firstBusinessDay(onOrAfter: failedOn)),
          lane: .brokenPromise, finding: .failed(status.standing, paid: status.paid, terms.day),
          freed: matching.coverage.places, settledByContactAfter: failedOn.advanced(by: -1)))
    }
    if let withdrawal = taken.withdrawal {
      let places = matching.coverage.places
      if status.state == .withdrawn {
        addStep(after: withdrawal, of: status.id, status.standing, at: places)
      } else if matching.earnedOn != nil {
        addStep(after: withdrawal, of: status.id, terms.incentive?.amount, at: places)
      }
    }
  }

  /// What was received is applied instead of chased, although it is free until then.
  private mutating func follow(_ status: PromiseStatus, _ matching: PromiseMatching) {
    var left = status.left
    for (place, part) in zip(matching.coverage.places, matching.coverage.parts) where left > 0 {
      let followable = max(items[place].slices.free - followed[place, default: 0], 0)
      let part = min(left, part, followable)
      followed[place, default: 0] += part
      left -= part
    }
  }

  /// The first day on which a promise was known not to be kept: after its grace, or when money was taken back later.
  private func failure(of matching: PromiseMatching) -> CalendarDay {
    var day = matching.terms.deadline.advanced(by: 1)
    for place in matching.coverage.places {
      for index in items.applications(at: place) where items.applications[index].amount < 0 {
        day = max(day, items.applications[index].dated)
      }
    }
    return day
  }
}

extension PromiseStatus {
  /// How a promise stands as of a day, after the money was matched.
  fileprivate init(
    _ taken: TakenMatter<PromiseTerms>, _ matching: PromiseMatching, level: Int, _ items: OpenItems,
    _ asOf: inout AsOf
  ) {
    let lateOn = matching.keptOn == nil && !matching.isEndedEarly ? matching.paidLateOn : nil
    let parts = zip(matching.coverage.places, matching.coverage.parts).map { (items[$0].invoice.number, $1) }
    self.init(
      id: taken.id, takenOn: taken.day, contact: taken.person, terms: taken.terms,
      state: Self.state(matching, taken, items, &asOf), paid: matching.paid, credited: matching.credited,
      replaced: matching.replaced, parts: Dictionary(parts, uniquingKeysWith: { first, _ in first }),
      level: level,
      paidInFullOn: matching.keptOn ?? lateOn, daysLate: lateOn.map { taken.terms.day.distance(to: $0) },
      endedBecause: nil)
    switch state {
    case .voided: endedBecause = taken.voidedBecause ?? "credit notes left nothing to pay"
    case .withdrawn: endedBecause = taken.withdrawal?.because
    case .superseded: endedBecause = "a newer promise or a plan took it over"
    default: break
    }
    guard let offered = taken.terms.incentive, taken.terms.kind == .promise else { return }
    let isOver = matching.replaced > 0 || matching.endedOn != nil || state == .voided
    incentive = IncentiveStatus(
      offered, isOver: isOver, earnedOn: matching.earnedOn, credited: matching.creditedSinceEarned,
      toCredit: matching.toCredit, &asOf)
  }

  private static func state(
    _ matching: PromiseMatching, _ taken: TakenMatter<PromiseTerms>, _ items: OpenItems, _ asOf: inout AsOf
  ) -> PromiseState {
    if matching.isVoided { return .voided }
    if matching.keptOn != nil { return .kept }
    if matching.creditedAwayOn != nil { return .voided }
    if matching.isEndedEarly {
      return taken.withdrawal.map { $0.day == matching.endedOn } ?? false ? .withdrawn : .superseded
    }
    if taken.terms.kind == .saysPaid {
      // Nothing is left to verify once everything that it covers is cleared.
      let places = matching.coverage.places
      return !places.isEmpty && places.allSatisfy { items[$0].open <= 0 } ? .kept : .verifying
    }
    if !asOf.hasPassed(taken.terms.day) { return .open }
    if !asOf.hasPassed(taken.terms.deadline) { return .inGrace }
    return matching.paid == 0 ? .broken : .partlyKept
  }
}
