/// Where an account stands in the day's worklist: the least of all that could be done next.
struct Placement {
  /// The lane; nil when nothing is due.
  let lane: Lane?
  /// The one next step; nil when there is nothing to do.
  let next: NextAction?
  /// The reason of the lane; empty without one.
  let reasons: [Reason]
  /// Everything that could be done, first things first.
  let candidates: [Candidate]

  /// What is due comes before what is not, and of that an earlier day before a later one; in a day the lanes decide, then
  /// true time.
  init(_ candidates: Candidates, lanes: [Lane], _ asOf: inout AsOf) {
    var due: [Candidate] = []
    var later: [Candidate] = []
    for candidate in candidates.all {
      if asOf.hasCome(candidate.action.day) { due.append(candidate) } else { later.append(candidate) }
    }
    func rank(_ candidate: Candidate) -> Int {
      lanes.firstIndex(of: candidate.lane) ?? lanes.count
    }
    due.sort { (rank($0), $0.action.order) < (rank($1), $1.action.order) }
    later.sort { ($0.action.day, rank($0), $0.action.order) < ($1.action.day, rank($1), $1.action.order) }
    self.candidates = due + later
    next = self.candidates.first?.action
    lane = due.first?.lane
    reasons = due.first.map { [Reason(code: $0.lane.rawValue, finding: $0.finding, points: 0)] } ?? []
  }
}

/// The facts about an account that lanes, flags and points go by.
struct AccountFacts {
  /// Due date of the oldest past-due invoice that is open.
  private(set) var oldestDue: CalendarDay?
  /// Due date of the oldest past-due invoice of which something is to be collected.
  private(set) var oldestCollectable: CalendarDay?
  /// Highest level of the promises on open invoices.
  private(set) var promiseLevel = 0
  /// Whether any invoice is open, past due or not.
  private(set) var hasOpen = false
  /// Whether credits cover what is past due in every currency in which something is to be collected.
  let isCovered: Bool
  /// The business date of the last right-party contact.
  let lastContact: CalendarDay?

  init(_ items: OpenItems, _ entries: EntriesInForce, _ balances: [CurrencyBalance]) {
    for item in items.items where item.open > 0 {
      hasOpen = true
      promiseLevel = max(promiseLevel, item.promiseLevel)
      guard item.isPastDue else { continue }
      let due = item.invoice.due
      oldestDue = min(oldestDue ?? due, due)
      if item.slices.free > 0 { oldestCollectable = min(oldestCollectable ?? due, due) }
    }
    let chased = balances.filter { $0.toCollect > 0 }
    isCovered = !chased.isEmpty && chased.allSatisfy { $0.credits.magnitude >= $0.pastDue.open.magnitude }
    lastContact = entries.lastContact
  }
}
