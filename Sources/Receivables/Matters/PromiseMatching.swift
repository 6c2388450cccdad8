/// A promise while the books' money is matched with it: oldest money first, no unit of it twice.
struct PromiseMatching {
  let terms: PromiseTerms
  let takenOn: CalendarDay
  let isVoided: Bool
  /// The covered invoices, with what is left of their parts.
  private(set) var coverage: Coverage
  /// Money that counts, minor units.
  private(set) var paid: Int64 = 0
  /// Credit notes and write-offs that reduce what was promised.
  private(set) var credited: Int64 = 0
  /// What newer promises took over.
  private(set) var replaced: Int64 = 0
  /// The day on which enough had come in time.
  private(set) var keptOn: CalendarDay?
  /// The day on which credit notes had left nothing of it to be paid.
  private(set) var creditedAwayOn: CalendarDay?
  /// The day on which enough had come, but too late.
  private(set) var paidLateOn: CalendarDay?
  /// The last day on which money came that counts.
  private var paidUpTo: CalendarDay?
  /// Money that came after day and grace: when, to which of the covered invoices, how much.
  private var late: [(day: CalendarDay, index: Int, amount: Int64)] = []
  /// The day on which a person or a newer promise ended it.
  private(set) var endedOn: CalendarDay?
  /// What counts towards the incentive; nil without one, and when a part of the promise was taken over.
  private var incentive: IncentiveCount?

  init(_ taken: TakenMatter<PromiseTerms>, _ entries: EntriesInForce, _ items: OpenItems) {
    terms = taken.terms
    takenOn = taken.day
    isVoided = taken.voidedBecause != nil
    coverage = Coverage(terms.covers, items)
    endedOn = taken.withdrawal?.day
    for (day, part) in entries.replaced[taken.id] ?? [] {
      let amount = min(part.amount.minor, max(terms.amount.minor - replaced, 0))
      replaced += amount
      coverage.reduce(part.invoice, by: amount, items)
      if replaced == terms.amount.minor, endedOn == nil { endedOn = day }
    }
    if terms.kind == .promise, replaced == 0 { incentive = terms.incentive.map { IncentiveCount($0) } }
  }

  private var isClaim: Bool { terms.kind == .saysPaid }

  /// What is still to come of it, minor units.
  var left: Int64 { max(standing - paid - credited, 0) }

  /// The least money that keeps it: the promised amount less credit notes and the tolerance.
  private var needed: Int64 {
    terms.tolerance.least(of: standing - credited)
  }

  /// The least money that would still keep it, minor units.
  var missing: Int64 { max(needed - paid, 0) }

  /// What newer promises left of it, minor units.
  private var standing: Int64 { terms.amount.minor - replaced }

  /// The day on which enough was there to earn the incentive.
  var earnedOn: CalendarDay? { incentive?.earnedOn(of: standing, terms.tolerance) }

  /// What was credited of an incentive since it was earned, minor units.
  var creditedSinceEarned: Int64 { earnedOn.flatMap { incentive?.credited(after: $0) } ?? 0 }

  /// What is still to be credited of an incentive that was earned, minor units; nothing when it was taken back since.
  var toCredit: Int64 { endedOn == nil ? expectedCredit : 0 }

  /// What is still to be paid of it by money that is there on `day`: what is given up is not, and what comes beyond that
  /// pays something else.
  private func payable(by day: CalendarDay) -> Int64 {
    guard let offered = incentive?.incentive, day <= offered.until || earnedOn != nil else { return left }
    return max(left - offered.amount.minor, 0)
  }

  private var expectedCredit: Int64 {
    guard let amount = incentive?.incentive.amount.minor, earnedOn != nil else { return 0 }
    return min(max(amount - creditedSinceEarned, 0), left)
  }

  /// The least money that would still earn the incentive, minor units; nil when there is none to earn.
  var missingToEarn: Int64? { incentive?.missing(of: standing, terms.tolerance) }

  /// Whether it was kept, or nothing of it was left to keep, by the end of `day`.
  func wasSettled(by day: CalendarDay) -> Bool { settledOn.map { $0 <= day } ?? false }

  private var settledOn: CalendarDay? { keptOn ?? creditedAwayOn }

  /// Whether a person ended it before it had its outcome.
  var isEndedEarly: Bool { settledOn == nil && endedOn.map { isClaim || $0 <= terms.deadline } ?? false }

  /// Takes what it can of `left` minor units of an application to a covered invoice and returns how much that was.
  private mutating func fill(_ left: Int64, at index: Int, from money: NetApplication) -> Int64 {
    let application = money.application
    let left = min(left, coverage.room[index])
    guard !isVoided, left > 0 else { return 0 }
    let day = money.counts(since: takenOn)
    let isInTime = isClaim || day <= terms.deadline
    if !isInTime, application.isMoney {
      late.append((day, index, left))
      return 0
    }
    if let endedOn, day >= endedOn { return 0 }
    // When its time is over, only the credit note of a discount that was earned is still to come.
    let used = min(left, application.isMoney ? payable(by: day) : isInTime ? self.left : expectedCredit)
    coverage.count(used, at: index)
    incentive?.add(used, on: day, isMoney: application.isMoney)
    if application.isMoney {
      paid += used
      if used > 0 { paidUpTo = max(paidUpTo ?? day, day) }
    } else {
      credited += used
    }
    // What newer promises took over whole has its outcome with them.
    guard standing > 0, settledOn == nil else { return used }
    if credited == standing {
      creditedAwayOn = day
    } else if paid >= needed || earnedOn != nil {
      // What was received earlier may have been applied later.
      keptOn = paidUpTo
    }
    return used
  }

  /// Counts what came late, after all that was received in time: that may have been applied after it.
  private mutating func fillLate() {
    var filled: Int64 = 0
    for (day, index, left) in late where keptOn == nil && paidLateOn == nil {
      let used = min(left, coverage.room[index], max(self.left - filled, 0))
      coverage.count(used, at: index)
      filled += used
      if paid + filled >= needed { paidLateOn = day }
    }
  }

  /// What is still to come to a covered invoice on `day`; nothing of what counts for nothing by then.
  private func left(at index: Int, on day: CalendarDay) -> Int64 {
    let isOver = isVoided || isClaim || day > terms.deadline || endedOn.map { day >= $0 } ?? false
    return isOver ? 0 : min(coverage.left(at: index), left)
  }

  /// Matches what came to promised invoices, oldest money first.
  ///
  /// Money that several promises could take goes to the one with the earliest day; a claim that something was paid
  /// takes nothing away from a promise. Each promise sees only what was not in the books when it was taken. What settled
  /// a dispute lowers a promise only so far as more is promised than is left open. Throws `MoneyError.overflow`.
  static func match(
    _ items: OpenItems, besides disputed: DisputedCredits, with promises: inout [PromiseMatching]
  ) throws(MoneyError) {
    let byDay = promises.indices.sorted { (promises[$0].terms.day, $0) < (promises[$1].terms.day, $1) }
    var arrivals: [Arrival] = []
    var covering: [Int: [(promise: Int, index: Int)]] = [:]
    for promise in byDay where !promises[promise].isVoided {
      let coverage = promises[promise].coverage
      let since = coverage.since(promises[promise].takenOn, items)
      for (index, place) in coverage.places.enumerated() {
        covering[place, default: []].append((promise, index))
        let new =
          promises[promise].isClaim
          ? try disputed.lowering(since[index], at: place, part: coverage.parts[index], items) : since[index]
        arrivals += new.map { Arrival(promise: promise, index: index, place: place, money: $0) }
      }
    }
    guard !arrivals.isEmpty else { return }
    // By money first, and for one piece of money in the order of the promises' days.
    let order = arrivals.indices.sorted { left, right in
      let (one, other) = (arrivals[left].money.application, arrivals[right].money.application)
      return (one.dated, one.id, left) < (other.dated, other.id, right)
    }
    var current: Int64?
    var untaken = UntakenMoney(0)
    var settling = UntakenMoney(0)
    for arrival in order.map({ arrivals[$0] }) {
      let (promise, index, money) = (arrival.promise, arrival.index, arrival.money)
      if current != money.application.id {
        (current, untaken) = (money.application.id, disputed[money])
        settling = untaken.taken
      }
      if promises[promise].isClaim {
        _ = promises[promise].fill(money.new, at: index, from: money)
        continue
      }
      let taken = promises[promise].fill(untaken.count(above: money.known), at: index, from: money)
      untaken.take(taken, above: money.known)
      let rest = settling.count(above: money.known)
      guard rest > 0 else { continue }
      var open = try items.open(at: arrival.place, after: money.application)
      for other in covering[arrival.place] ?? [] {
        guard other.promise != promise else { break }
        open = max(open - promises[other.promise].left(at: other.index, on: money.application.dated), 0)
      }
      let over = max(promises[promise].left(at: index, on: money.application.dated) - open, 0)
      settling.take(
        promises[promise].fill(min(rest, over), at: index, from: money), above: money.known)
    }
    for index in promises.indices { promises[index].fillLate() }
  }

  /// What came to an invoice that a promise covers.
  private struct Arrival {
    let promise: Int
    /// Place of the invoice among those that the promise covers.
    let index: Int
    /// Place of the invoice in the books.
    let place: Int
    let money: NetApplication
  }
}
