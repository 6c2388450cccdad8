/// How much there is of something: so many accounts, and their money in each currency. Amounts of different currencies
/// are never added.
public struct Standing: Hashable, Sendable {
  /// How many accounts.
  public private(set) var accounts = 0
  /// Wider than an amount, because accounts that fit each need not fit together.
  private var sums: [Currency: Int128] = [:]

  /// Nothing.
  public init() {}

  /// The amounts that are not 0, by currency code; nil when one of them does not fit an amount.
  public var amounts: [Money]? {
    var amounts: [Money] = []
    for (currency, sum) in sums {
      guard let minor = Int64(exactly: sum) else { return nil }
      amounts.append(Money(minor: minor, currency))
    }
    return amounts.sorted { $0.currency < $1.currency }
  }

  /// Counts accounts, or takes them out when there are less than none of them.
  public mutating func add(accounts: Int) { self.accounts += accounts }

  /// Adds money.
  public mutating func add(_ minor: Int128, _ currency: Currency) {
    let sum = sums[currency, default: 0] + minor
    sums[currency] = sum == 0 ? nil : sum
  }

  /// Adds all of another one.
  public mutating func add(_ other: Standing) {
    accounts += other.accounts
    for (currency, sum) in other.sums { add(sum, currency) }
  }
}

/// The accounts of one collector, counted and added up by the views that list them and by lane, with what is promised.
public struct WorklistTally: Hashable, Sendable {
  /// Accounts that the same views list in the same lane.
  private struct Group: Hashable {
    var views: WorklistViews
    var rank: Int
  }

  private var groups: [Group: Standing] = [:]
  private var days: [CalendarDay: Standing] = [:]
  private var sums: [WorklistView: Standing] = [:]
  /// What the payment runs should pay before which accounts are called now.
  public private(set) var dueByRun = Standing()
  /// What they paid on the business date.
  public private(set) var received = Standing()

  /// Nothing counted yet.
  public init() {}

  /// Adds a part of those that `views` list in the lane of that rank.
  public mutating func add(_ part: Standing, in views: WorklistViews, rank: Int) {
    let group = Group(views: views, rank: rank)
    groups[group, default: Standing()].add(part)
    if groups[group] == Standing() { groups[group] = nil }
  }

  /// Adds money that is promised, or takes it out where it is negative.
  public mutating func add(_ minor: Int128, _ currency: Currency, promisedFor day: CalendarDay) {
    var sums = days[day, default: Standing()]
    sums.add(minor, currency)
    days[day] = sums == Standing() ? nil : sums
  }

  /// Adds what is claimed, disputed, planned or held for which a view lists an account.
  public mutating func add(_ minor: Int128, _ currency: Currency, ofMattersIn view: WorklistView) {
    sums[view, default: Standing()].add(minor, currency)
    if sums[view] == Standing() { sums[view] = nil }
  }

  /// Adds money that a payment run should pay.
  public mutating func add(dueByRun minor: Int128, _ currency: Currency) { dueByRun.add(minor, currency) }

  /// Adds money that came in on the business date.
  public mutating func add(received minor: Int128, _ currency: Currency) { received.add(minor, currency) }

  /// Adds all of another collector's.
  public mutating func add(_ other: WorklistTally) {
    received.add(other.received)
    dueByRun.add(other.dueByRun)
    for (view, standing) in other.sums { sums[view, default: Standing()].add(standing) }
    for (group, standing) in other.groups { groups[group, default: Standing()].add(standing) }
    for (day, sums) in other.days { days[day, default: Standing()].add(sums) }
  }

  /// What the matters come to for which a view lists its accounts; nil where it is about what is to be collected.
  public func matters(in view: WorklistView) -> Standing? {
    guard view.matterWord != nil else { return nil }
    guard view == .promisesDue else { return sums[view] ?? Standing() }
    return days.values.reduce(into: Standing()) { $0.add($1) }
  }

  /// All that a view lists, with what is to be collected of it.
  public func standing(in view: WorklistView) -> Standing {
    let wanted = WorklistViews(view)
    var sum = Standing()
    for (group, standing) in groups where group.views.contains(wanted) { sum.add(standing) }
    return sum
  }

  /// What a view lists in each lane, by the lane's rank in the policy.
  public func lanes(in view: WorklistView) -> [Int: Standing] {
    let wanted = WorklistViews(view)
    var lanes: [Int: Standing] = [:]
    for (group, standing) in groups where group.views.contains(wanted) {
      lanes[group.rank, default: Standing()].add(standing)
    }
    return lanes
  }

  /// What is promised for the days of a range and has not come, day by day and by currency code; nil when a sum does not
  /// fit an amount.
  public func promised(for range: ClosedRange<CalendarDay>) -> [PromisedMoney]? {
    var promised: [PromisedMoney] = []
    for (day, sums) in days where range.contains(day) {
      guard let amounts = sums.amounts else { return nil }
      promised += amounts.map { PromisedMoney(day: day, amount: $0) }
    }
    return promised.sorted { ($0.day, $0.amount.currency) < ($1.day, $1.amount.currency) }
  }
}

/// Money that is promised for a day and has not come.
public struct PromisedMoney: Hashable, Sendable {
  /// The promised day.
  public var day: CalendarDay
  /// What is still to come of it.
  public var amount: Money

  /// An amount for a day.
  public init(day: CalendarDay, amount: Money) {
    self.day = day
    self.amount = amount
  }
}

/// The tallies of some collectors, and whose there are.
public struct WorklistTallies: Hashable, Sendable {
  /// By collector; accounts that have none are under the empty name.
  public var byCollector: [String: WorklistTally]
  /// Every collector who has accounts.
  public var collectors: [String]

  /// Tallies of some of the collectors.
  public init(byCollector: [String: WorklistTally] = [:], collectors: [String] = []) {
    self.byCollector = byCollector
    self.collectors = collectors
  }

  /// Those of them that are not here.
  public var missing: [String] { collectors.filter { byCollector[$0] == nil } }

  /// Whether what a view lists is all here.
  public func holds(_ view: WorklistView, for collector: String) -> Bool {
    view == .mine ? own(collector).allSatisfy { byCollector[$0] != nil } : missing.isEmpty
  }

  /// What is here of whose accounts a view lists: everybody's, or those of one collector and of nobody.
  public func tally(of view: WorklistView, for collector: String) -> WorklistTally {
    var sum = WorklistTally()
    for (name, tally) in byCollector where view != .mine || own(collector).contains(name) { sum.add(tally) }
    return sum
  }

  /// The collectors whose accounts are in the queue of one.
  public func own(_ collector: String) -> [String] { collectors.filter { $0.isEmpty || $0 == collector } }
}

extension Policy {
  /// The place of a lane in the worklist; accounts without a lane come last.
  public func rank(of lane: Lane?) -> Int {
    lane.map { lanes.firstIndex(of: $0) ?? lanes.count } ?? lanes.count + 1
  }
}
