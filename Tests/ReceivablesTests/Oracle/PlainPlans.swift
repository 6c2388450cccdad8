import Receivables

/// A plan in force with what came of its instalments as of a day.
struct PlainPlan {
  struct Instalment {
    let due: CalendarDay
    let deadline: CalendarDay
    var amount: Int64
    var paid: Int64 = 0
    var state = InstalmentStatus.State.due
  }

  let id: MatterID
  /// The invoices that no newer plan took over, in the order in which they were covered: oldest due first.
  let covers: [PlainBooks.Cover]
  private(set) var instalments: [Instalment]
  /// The day after the deadline at which it broke.
  private(set) var brokenOn: CalendarDay?
  /// What is given up on the whole of it.
  var incentive: PlainIncentive?
  /// Since when that is earned.
  private(set) var earnedOn: CalendarDay?
  /// What came to each invoice.
  private var came: [Int: Int64] = [:]

  var state: String {
    let states = instalments.map(\.state)
    if states.allSatisfy({ $0 == .paid }) { return "completed" }
    if brokenOn != nil { return "broken" }
    return states.contains(.missed) ? "delinquent" : "active"
  }

  /// What instalments in a state are still to bring.
  func missing(_ state: InstalmentStatus.State) -> Int64 {
    brokenOn != nil ? 0 : instalments.filter { $0.state == state }.reduce(0) { $0 + $1.amount - $1.paid }
  }
}

extension PlainPlan {
  /// The plans in force, newest first. The latest on an invoice counts, also where it was taken back since.
  static func all(_ journal: PlainJournal, _ books: PlainBooks, settling: Set<Int>) -> [PlainPlan] {
    var plans: [PlainPlan] = []
    var taken: Set<Int> = []
    for opened in journal.opened(PlanTerms.self).reversed() where !opened.isVoided {
      let all = books.covers(opened.terms.covers)
      let covers = all.filter { !taken.contains($0.place) }
      taken.formUnion(covers.map(\.place))
      let isLeft = covers.count == all.count || covers.contains { books.owed($0.place) > 0 }
      guard !covers.isEmpty, isLeft, opened.withdrawal == nil else { continue }
      plans.append(PlainPlan(opened, covers, books, settling))
    }
    return plans
  }

  /// Money fills the instalments oldest first and rolls forward. What is credited nobody pays, so it comes off the last
  /// ones; the domain leaves that open (`PlanStatus`).
  private init(
    _ opened: PlainJournal.Opened<PlanTerms>, _ covers: [PlainBooks.Cover], _ books: PlainBooks,
    _ settling: Set<Int>
  ) {
    id = opened.id
    self.covers = covers
    // A coin that settled a dispute lowers a plan only where more is planned of its invoice than is open without it, once
    // all that came with it lies there.
    var left = Dictionary(uniqueKeysWithValues: covers.map { ($0.place, $0.part) })
    var came: [Int] = []
    for coin in books.new(to: covers, since: opened.entry.day, last: settling) {
      let place = books.coins[coin].place
      guard !settling.contains(coin) || left[place] ?? 0 > books.owedAfterAll[coin] else { continue }
      left[place]? -= books.worth
      came.append(coin)
    }
    let new = came.map { books.coins[$0] }
    for coin in new { self.came[coin.place, default: 0] += books.worth }
    let isWhole = covers.count == books.covers(opened.terms.covers).count
    incentive = opened.terms.incentive.map { PlainIncentive($0, isOver: !isWhole) }
    let earned = isWhole ? Self.earned(opened, new, books) : nil
    earnedOn = earned?.on
    let total = opened.terms.instalments.reduce(0) { $0 + $1.amount }
    for coin in new { incentive?.count(coin.counts(since: opened.entry.day), isMoney: coin.isMoney) }
    incentive?.judge(
      books.day, earned: earnedOn, left: max(total - Int64(new.count) * books.worth, 0), worth: books.worth)
    instalments = Self.filled(opened.terms, new, books, less: earned?.toCredit ?? 0)
    for index in instalments.indices where !instalments[index].isFilled(opened.terms) {
      let instalment = instalments[index]
      instalments[index].state =
        books.day <= instalment.due ? .due : books.day <= instalment.deadline ? .inGrace : .missed
    }
    // Judged when a deadline is over, by what had come up to it: what comes later does not mend it.
    guard let limit = opened.terms.breaksAfter, limit > 0 else { return }
    for (index, last) in instalments.enumerated() where last.deadline < books.day && brokenOn == nil {
      let there = new.filter { $0.dated <= last.deadline }
      let givenUp = isWhole ? Self.earned(opened, there, books)?.toCredit ?? 0 : 0
      let then = Self.filled(opened.terms, there, books, less: givenUp)
      let missed = then[...index].count { !$0.isFilled(opened.terms) }
      if missed >= limit { brokenOn = last.deadline.advanced(by: 1) }
    }
    // Nobody waits any more for what was not missed before it broke.
    guard let brokenOn else { return }
    for index in instalments.indices
    where instalments[index].state != .paid && instalments[index].deadline >= brokenOn {
      instalments[index].state = .over
    }
  }

  /// Whether every instalment less what is given up was filled on a day up to its last, with some money; what is to be
  /// credited of it then.
  private static func earned(
    _ opened: PlainJournal.Opened<PlanTerms>, _ coins: [PlainBooks.Coin], _ books: PlainBooks
  ) -> (on: CalendarDay, toCredit: Int64)? {
    guard let terms = opened.terms.incentive else { return nil }
    let incentive = coins.reduce(into: PlainIncentive(terms, isOver: false)) {
      $0.count($1.counts(since: opened.entry.day), isMoney: $1.isMoney)
    }
    var day = opened.entry.day
    while day <= terms.until {
      let there = coins.filter { $0.counts(since: opened.entry.day) <= day }
      let filled = filled(opened.terms, there, books, less: terms.amount.minor)
      if there.contains(where: \.isMoney), filled.allSatisfy({ $0.isFilled(opened.terms) }) {
        let total = opened.terms.instalments.reduce(0) { $0 + $1.amount }
        let left = max(total - Int64(coins.count) * books.worth, 0)
        return (day, min(incentive.expected(since: day, worth: books.worth), left))
      }
      day = day.advanced(by: 1)
    }
    return nil
  }

  /// What is missing of its part of an invoice.
  func missing(of cover: PlainBooks.Cover) -> Int64 { max(cover.part - (came[cover.place] ?? 0), 0) }

  /// The instalments with the coins that came, each paid.
  private static func filled(
    _ terms: PlanTerms, _ coins: [PlainBooks.Coin], _ books: PlainBooks, less givenUp: Int64
  ) -> [Instalment] {
    var instalments = terms.instalments.map {
      Instalment(due: $0.due, deadline: $0.due.advanced(by: terms.graceDays), amount: $0.amount, state: .paid)
    }
    var paid = Int64(coins.count(where: \.isMoney)) * books.worth
    // What is given up is paid by nobody either.
    var credited = Int64(coins.count { !$0.isMoney }) * books.worth + givenUp
    for index in instalments.indices.reversed() {
      let less = min(credited, instalments[index].amount)
      instalments[index].amount -= less
      credited -= less
    }
    for index in instalments.indices {
      instalments[index].paid = min(paid, instalments[index].amount)
      paid -= instalments[index].paid
    }
    return instalments
  }
}

extension PlainPlan.Instalment {
  /// Whether no more is missing than may be.
  fileprivate func isFilled(_ terms: PlanTerms) -> Bool {
    let share = amount * Int64(terms.tolerance?.basisPoints ?? 0) / 10_000
    return amount - paid <= max(share, terms.tolerance?.amount ?? 0)
  }
}
