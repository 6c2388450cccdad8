import Receivables

/// The open amounts of an account cut into slices, each taken once, in the order of the domain: disputed, planned,
/// to be credited, promised, said to be paid, held. What is left is free.
struct PlainSlices {
  /// What is taken of each invoice, by its place in the file.
  private(set) var taken: [[Slice: Int64]]
  private(set) var free: [Int64]
  /// What is free, of instalments in their grace: the plan asks for it when that is over.
  private(set) var inGrace: [Int64]
  /// What is free, of promises whose money is here: it is applied instead of chased.
  private(set) var received: [Int64]

  /// Closes the disputes of which nothing is held.
  init(
    _ journal: PlainJournal, _ books: PlainBooks, _ promises: inout [PlainPromise],
    _ plans: inout [PlainPlan], _ disputes: inout [PlainDispute]
  ) {
    free = books.file.invoices.indices.map(books.owed)
    taken = Array(repeating: [:], count: free.count)
    inGrace = Array(repeating: 0, count: free.count)
    received = Array(repeating: 0, count: free.count)
    dispute(&disputes)
    for index in plans.indices {
      let wanted = plans[index].incentive?.toCredit ?? 0
      let missing = plans[index].covers.reversed().map { ($0.place, plans[index].missing(of: $0)) }
      plans[index].incentive?.settle(held: credit(wanted, missing))
      follow(plans[index])
    }
    for index in promises.indices {
      let wanted = promises[index].incentive?.toCredit ?? 0
      let missing = promises[index].covers.map { ($0.place, promises[index].missing(of: $0.place)) }
      promises[index].incentive?.settle(held: credit(wanted, missing))
    }
    promise(promises, books)
    for promise in promises where promise.state == .received { apply(promise) }
    hold(journal, books)
  }

  /// Takes no more than is free, and returns what was taken.
  @discardableResult
  private mutating func take(_ amount: Int64, _ place: Int, _ slice: Slice) -> Int64 {
    let part = min(amount, free[place])
    taken[place][slice, default: 0] += part
    free[place] -= part
    return part
  }

  /// Newer ones first (`DisputeTerms.follow`).
  private mutating func dispute(_ disputes: inout [PlainDispute]) {
    for index in disputes.indices.reversed() {
      var held: Int64 = 0
      if disputes[index].holds {
        for part in disputes[index].parts { held += take(part.disputed, part.place, .disputed) }
      }
      disputes[index].close(held: held)
    }
  }

  /// What was given up and earned lies where something is missing; how much of it is open.
  private mutating func credit(_ wanted: Int64, _ missing: [(place: Int, amount: Int64)]) -> Int64 {
    missing.reduce(0) { $0 + take(min(wanted - $0, $1.amount), $1.place, .discounted) }
  }

  /// Instalments still to come lie on the newest invoices, so that the oldest come free first; those in their grace on
  /// the oldest (`PlanTerms.follow`).
  private mutating func follow(_ plan: PlainPlan) {
    var coming = plan.missing(.due)
    for cover in plan.covers.reversed() { coming -= take(min(coming, cover.part), cover.place, .planned) }
    var late = plan.missing(.inGrace)
    for cover in plan.covers {
      let part = min(late, free[cover.place])
      inGrace[cover.place] += part
      late -= part
    }
  }

  /// The promise that is due first holds first, each what is still to come of it. A claim holds until the day by which
  /// the money should be there.
  private mutating func promise(_ promises: [PlainPromise], _ books: PlainBooks) {
    let active = promises.filter { $0.state == .open || $0.state == .inGrace }
    for promise in active.sorted(by: { ($0.terms.day, $0.id) < ($1.terms.day, $1.id) }) {
      hold(promise, .promised)
    }
    for claim in promises where claim.state == .verifying {
      if let checkOn = claim.terms.checkOn, books.day < checkOn { hold(claim, .claimed) }
    }
  }

  private mutating func apply(_ promise: PlainPromise) {
    var left = promise.left
    for cover in promise.covers {
      let part = min(
        left, cover.part, max(free[cover.place] - inGrace[cover.place] - received[cover.place], 0))
      received[cover.place] += part
      left -= part
    }
  }

  private mutating func hold(_ promise: PlainPromise, _ slice: Slice) {
    var left = promise.left
    for cover in promise.covers { left -= take(min(left, cover.part), cover.place, slice) }
  }

  private mutating func hold(_ journal: PlainJournal, _ books: PlainBooks) {
    for opened in journal.opened(HoldTerms.self)
    where !opened.isVoided && opened.withdrawal == nil && books.day < opened.terms.until {
      if opened.terms.covers.isEmpty {
        for place in free.indices { take(free[place], place, .held) }
      }
      for cover in books.covers(opened.terms.covers) { take(cover.part, cover.place, .held) }
    }
  }
}
