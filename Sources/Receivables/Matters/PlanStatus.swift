/// An instalment of a plan with what came of it as of a day.
public struct InstalmentStatus: Hashable, Sendable {
  /// How an instalment stands.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// All of it came.
    case paid
    /// Its day has not passed.
    case due
    /// Its day has passed, the grace days have not.
    case inGrace = "in_grace"
    /// Day and grace are over and not all of it came.
    case missed
    /// Its plan was broken, replaced or taken back before that: nobody waits for it any more.
    case over

    /// What a collector reads: `"in grace"`.
    public var title: String { rawValue.split(separator: "_").joined(separator: " ") }
  }

  /// When it is due.
  public let due: CalendarDay
  /// The last day of its grace.
  public let deadline: CalendarDay
  /// What is to be paid, minor units of the plan's currency; less than agreed where a credit note reduced it.
  public let amount: Int64
  /// What came of it, minor units.
  public let paid: Int64
  /// How it stands.
  public private(set) var state: State

  init(due: CalendarDay, deadline: CalendarDay, amount: Int64, paid: Int64, state: State) {
    self.due = due
    self.deadline = deadline
    self.amount = amount
    self.paid = paid
    self.state = state
  }

  init(
    due: CalendarDay, deadline: CalendarDay, amount: Int64, paid: Int64, tolerance: Int64, _ asOf: inout AsOf
  ) {
    self.due = due
    self.deadline = deadline
    self.amount = amount
    self.paid = paid
    if paid >= amount - tolerance {
      state = .paid
    } else if !asOf.hasPassed(due) {
      state = .due
    } else {
      state = asOf.hasPassed(deadline) ? .missed : .inGrace
    }
  }

  /// Its plan was broken on `day`: what was not paid and not missed before it is over.
  fileprivate mutating func end(on day: CalendarDay) {
    if state != .paid, deadline >= day { state = .over }
  }
}

/// A plan with what came of its instalments as of a day.
public struct PlanStatus: Hashable, Sendable {
  /// Names it.
  public var id: MatterID
  /// The business date on which it was agreed.
  public var agreedOn: CalendarDay
  /// With whom; nil when nobody was named.
  public var person: String?
  /// What was agreed.
  public var terms: PlanTerms
  /// Its instalments in the order of their days.
  public var instalments: [InstalmentStatus]

  /// The day on which it was broken: so many instalments were missed then as break it; nil while it is not. What is paid
  /// later does not mend it.
  public private(set) var brokenOn: CalendarDay?

  /// How it ended; nil while it is in force.
  public internal(set) var ending: PlanEnding?

  /// What became of what was given up for the whole of it; nil when nothing was.
  public internal(set) var incentive: IncentiveStatus?

  /// Puts money into the instalments, oldest first; what is too much for one rolls forward. What was credited comes off
  /// the last ones: nobody pays it, nor what was given up and earned. `came` is what came since it was agreed. `isWhole`
  /// tells whether no newer plan took a part over.
  ///
  /// 900.00 in three with 400.00 paid: 300.00 paid, 100.00 of 300.00, 0.00 of 300.00. Throws `MoneyError.overflow`.
  init(
    _ taken: TakenMatter<PlanTerms>, _ came: [NetApplication], isWhole: Bool, _ asOf: inout AsOf
  ) throws(MoneyError) {
    id = taken.id
    agreedOn = taken.day
    person = taken.person
    terms = taken.terms
    var counting = terms
    if !isWhole { counting.incentive = nil }
    let earned = try counting.earned(by: came, since: taken.day)
    instalments = try counting.filled(by: came, less: earned?.toCredit ?? 0).map { instalment in
      InstalmentStatus(
        due: instalment.due, deadline: instalment.due.advanced(by: taken.terms.graceDays),
        amount: instalment.amount, paid: instalment.paid,
        tolerance: taken.terms.tolerance?.of(instalment.amount) ?? 0, &asOf)
    }
    brokenOn = try breakingDay(of: counting, came, &asOf)
    if let brokenOn {
      for index in instalments.indices { instalments[index].end(on: brokenOn) }
    }
    incentive = terms.incentive.map {
      IncentiveStatus(
        $0, isOver: !isWhole, earnedOn: earned?.on, credited: earned?.credited ?? 0,
        toCredit: earned?.toCredit ?? 0, &asOf)
    }
  }

  /// The first deadline after which as many instalments were not filled by what had come up to it as break the plan.
  /// Neither money nor a credit note that comes later mends it.
  private func breakingDay(
    of terms: PlanTerms, _ came: [NetApplication], _ asOf: inout AsOf
  ) throws(MoneyError) -> CalendarDay? {
    guard let limit = terms.breaksAfter, limit > 0 else { return nil }
    for (place, instalment) in instalments.enumerated() where place + 1 >= limit {
      guard asOf.hasPassed(instalment.deadline) else { return nil }
      let then = came.filter { $0.application.dated <= instalment.deadline }
      let givenUp = try terms.earned(by: then, since: agreedOn)?.toCredit ?? 0
      let missed = try terms.filled(by: then, less: givenUp)[...place].count { !terms.isFilled($0) }
      if missed >= limit { return instalment.deadline.advanced(by: 1) }
    }
    return nil
  }

  /// The instalment that money goes to next; nil when all are paid.
  public var next: InstalmentStatus? { instalments.first { $0.state != .paid } }

  /// The first instalment that did not come; nil when all came in time so far.
  public var missed: InstalmentStatus? { instalments.first { $0.state == .missed } }

  /// How it stands: `"active"`, `"delinquent"`, `"broken"`, `"completed"`; of one that is not in force `"replaced"`,
  /// `"withdrawn"`, `"over"`.
  public var state: String {
    if let ending { return ending.kind.rawValue }
    if next == nil { return "completed" }
    if brokenOn != nil { return "broken" }
    return missed == nil ? "active" : "delinquent"
  }
}

extension PlanTerms {
  /// An instalment with what had come of it, minor units.
  typealias Filled = (due: CalendarDay, amount: Int64, paid: Int64)

  /// Whether no more is missing of it than may be.
  func isFilled(_ instalment: Filled) -> Bool {
    instalment.paid >= instalment.amount - (tolerance?.of(instalment.amount) ?? 0)
  }

  /// Its instalments when that much had come, less what was given up.
  func filled(by came: [NetApplication], less givenUp: Int64) throws(MoneyError) -> [Filled] {
    var (paid, credited) = (Int64(0), givenUp)
    for item in came {
      if item.application.isMoney {
        paid = try paid.addingChecked(item.new)
      } else {
        credited = try credited.addingChecked(item.new)
      }
    }
    return filled(paid: paid, credited: credited)
  }

  /// Its instalments with so much money and credit: money fills them oldest first, and credit lowers the last ones.
  func filled(paid: Int64, credited: Int64) -> [Filled] {
    var (paid, credited) = (paid, credited)
    var filled = instalments.map { (due: $0.due, amount: $0.amount, paid: Int64(0)) }
    for index in filled.indices.reversed() where credited > 0 {
      let reduced = min(credited, filled[index].amount)
      filled[index].amount -= reduced
      credited -= reduced
    }
    for index in filled.indices {
      filled[index].paid = min(paid, filled[index].amount)
      paid -= filled[index].paid
    }
    return filled
  }
}

extension PlanTerms: MatterTerms {
  /// The latest plan on an invoice is the one that counts; one of which newer plans took over all that is owed is
  /// replaced. Instalments still to come hold the newest of the covered
  /// invoices.
  static func follow(
    _ taken: [TakenMatter<PlanTerms>], _ account: inout MattersInProgress, _ asOf: inout AsOf
  ) throws(MoneyError) {
    var newer: [Int: NewerPlan] = [:]
    var found: [Matter] = []
    for plan in taken.reversed() where plan.voidedBecause == nil {
      let coverage = Coverage(plan.terms.covers, account.items)
      let mine = coverage.places.indices.filter { newer[coverage.places[$0]] == nil }
      defer { plan.add(to: &newer, account.items) }
      let total = try plan.terms.total()
      let isWhole = mine.count == coverage.places.count
      // What newer plans left to it may be paid already: then nothing of it is left.
      let isLeft = isWhole || mine.contains { account.items[coverage.places[$0]].open > 0 }
      guard !mine.isEmpty, isLeft, plan.withdrawal == nil else {
        let status = try PlanStatus(ended: plan, coverage, newer, account.items, &asOf)
        account.endedPlans.append(status)
        found.append(
          Matter(
            id: plan.id, kind: name, person: plan.person, openedOn: plan.day, state: status.state,
            isOpen: false, title: total.description, held: [], step: nil))
        if let withdrawal = plan.withdrawal {
          account.addStep(after: withdrawal, of: plan.id, total, at: mine.map { coverage.places[$0] })
        }
        continue
      }
      let since = coverage.since(plan.day, account.items)
      var came: [NetApplication] = []
      var missing: [(place: Int, amount: Int64)] = []
      for index in mine {
        let (place, part) = (coverage.places[index], coverage.parts[index])
        let lowering = try account.disputedCredits.lowering(
          since[index], at: place, part: part, account.items)
        var left = part
        for item in lowering { left = try left.subtractingChecked(item.new) }
        missing.append((place, left))
        came += lowering
      }
      var status = try PlanStatus(plan, came, isWhole: isWhole, &asOf)
      status.incentive?.hold { account.credit($0, of: missing) }
      account.plans.append(status)
      var held: Int64 = 0
      for instalment in status.instalments where instalment.state == .due && status.brokenOn == nil {
        held = try held.addingChecked(instalment.amount - instalment.paid)
      }
      let wanted = held
      for index in mine.reversed() where held > 0 {
        held -= account.items.take(
          min(held, coverage.parts[index]), at: coverage.places[index], as: .planned)
      }
      let places = mine.map { coverage.places[$0] }
      account.follow(status, at: places)
      found.append(account.add(status, held: wanted - held, title: total.description, at: places))
    }
    account.matters += found.reversed()
  }
}

extension TakenMatter<PlanTerms> {
  /// From here on, it is the next plan of its invoices.
  fileprivate func add(to newer: inout [Int: NewerPlan], _ items: OpenItems) {
    for cover in terms.covers {
      guard let place = items.place(number: cover.number),
        items[place].invoice.original.currency == cover.amount.currency
      else { continue }
      newer[place] = NewerPlan(day: day, cover: cover)
    }
  }
}

extension MattersInProgress {
  /// What was given up and earned holds what is missing of the newest of the invoices; how much that is.
  fileprivate mutating func credit(_ wanted: Int64, of missing: [(place: Int, amount: Int64)]) -> Int64 {
    var left = wanted
    for (place, amount) in missing.reversed() where left > 0 {
      left -= items.take(min(left, max(amount, 0)), at: place, as: .discounted)
    }
    return wanted - left
  }

  /// An instalment in its grace is to be collected, and the plan asks for it when the grace is over.
  fileprivate mutating func follow(_ status: PlanStatus, at places: [Int]) {
    guard status.brokenOn == nil else { return }
    var left = status.instalments.reduce(Int64(0)) { $0 + ($1.state == .inGrace ? $1.amount - $1.paid : 0) }
    for place in places where left > 0 {
      let part = min(left, items[place].slices.free - followed[place, default: 0])
      followed[place, default: 0] += part
      left -= part
    }
  }

  /// What a plan in force comes to; adds what it asks to be done.
  fileprivate mutating func add(_ status: PlanStatus, held: Int64, title: String, at places: [Int]) -> Matter
  {
    let currency = status.terms.currency
    let isOwed = status.next != nil && places.contains { items[$0].open > 0 }
    let isOpen = isOwed && status.brokenOn == nil
    func step(_ kind: NextAction.Kind, _ instalment: InstalmentStatus) -> NextAction {
      NextAction(kind, on: policy.calendar.firstBusinessDay(onOrAfter: instalment.deadline.advanced(by: 1)))
    }
    let coming = isOpen ? status.instalments.first { $0.state == .due || $0.state == .inGrace } : nil
    let next = coming.map { step(.checkPlan, $0) }
    if let next {
      steps.append(MatterStep(matter: status.id, action: next, lane: .followUp, finding: .at(next.day, nil)))
    }
    if isOwed {
      // What was missed before it broke keeps the account up until then.
      for missed in status.instalments
      where missed.state == .missed
        && (status.brokenOn.map { missed.deadline.advanced(by: 1) < $0 } ?? true)
      {
        steps.append(
          MatterStep(
            matter: status.id, action: step(.call, missed), lane: .followUp,
            finding: .failed(Money(minor: missed.amount, currency), paid: missed.paid, missed.due),
            freed: places,
            settledByContactAfter: missed.deadline))
      }
    }
    if isOwed, let broken = status.brokenOn, let missed = status.missed ?? status.next {
      steps.append(
        MatterStep(
          matter: status.id,
          action: NextAction(.call, on: policy.calendar.firstBusinessDay(onOrAfter: broken)),
          lane: .brokenPromise,
          finding: .failed(Money(minor: missed.amount, currency), paid: missed.paid, missed.due),
          freed: places,
          settledByContactAfter: broken.advanced(by: -1)))
    }
    let first = status.instalments.first.map { " from \($0.due.brief(status.agreedOn))" } ?? ""
    let credit = status.incentive?.step(policy)
    let held = held + (credit == nil ? 0 : status.incentive?.toCredit ?? 0)
    expectCredit(for: status.incentive, of: status.id)
    return Matter(
      id: status.id, kind: "plan", openedOn: status.agreedOn,
      state: [status.state, status.incentive?.remark].compactMap { $0 }.joined(separator: ", "),
      isOpen: isOpen || credit != nil, title: "\(title) in \(status.instalments.count)\(first)",
      held: held > 0 ? [Money(minor: held, currency)] : [], step: next ?? credit)
  }
}
