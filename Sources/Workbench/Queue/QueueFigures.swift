import Receivables
import TextScreen

/// What the list comes to, in all and lane by lane: added up when it is read, not once for a frame.
struct QueueFigures: Sendable {
  /// The list that it is of.
  private let query: WorklistQuery
  private let lanes: [Int: (accounts: Int, amounts: [Money])]
  private let policy: Policy
  /// What the title says of all that is to be collected, from the most words to the fewest.
  let titles: [String]
  /// What is promised for today and the days of this week after it.
  let promised: [PromisedMoney]
  /// What came in today.
  let received: [Money]
  /// What payment runs should pay before which accounts are called.
  private let dueByRun: [Money]

  /// The figures of the list that shows; nil for a search, and before they were read.
  init?(_ sitting: Sitting) {
    let query = sitting.list.query
    guard !sitting.list.isSearch, let tallies = sitting.tallies,
      tallies.holds(query.view, for: query.collector)
    else { return nil }
    self.query = query
    self.policy = sitting.policy
    let tally = tallies.tally(of: query.view, for: query.collector)
    let policy = sitting.policy
    lanes = tally.lanes(in: query.view).mapValues { ($0.accounts, $0.largest(policy)) }
    let total = tally.matters(in: query.view) ?? tally.standing(in: query.view)
    titles = QueueTitle.amounts(total.largest(policy), query.view.matterWord ?? "to collect")
    dueByRun = tally.dueByRun.largest(policy)
    received = tally.received.largest(sitting.policy)
    let today = sitting.today
    promised = tally.promised(for: today...today.advanced(by: 7 - today.weekday.rawValue)) ?? []
  }

  /// What stands above the accounts of a lane: its name, how many, what is to be collected of them, and of callbacks
  /// when the next one is that nobody called today.
  func heading(_ lane: Lane?, in list: AccountList, width: Int, _ clock: DayClock) -> String {
    let name = lane?.heading ?? "NOTHING TO DO TODAY"
    guard let (accounts, collected) = lanes[policy.rank(of: lane)], accounts > 0 else { return name }
    let count = "\(name) \(accounts)"
    var next = ""
    let isNext = { (row: WorklistRow) in
      row.summary.lane == .callback && row.summary.lastWorked?.day != clock.today
    }
    if lane == .callback, let action = list.rows.first(where: isNext)?.summary.next {
      next = " · next \(StepWords.moment(action, clock))"
    }
    var amounts = collected
    var suffix = ""
    if lane == .promiseDue {
      amounts = promised.filter { $0.day == clock.today }.map(\.amount).largestFirst(policy)
      suffix = " promised"
    }
    if lane == .preRun, collected.isEmpty {
      amounts = dueByRun
      suffix = " due by run"
    }
    let room = width - DisplayWidth.of(count + next + suffix) - 3
    guard !amounts.isEmpty, let words = amounts.words(width: room) else { return count + next }
    return "\(count) · \(words)\(suffix)\(next)"
  }
}

extension QueueFigures {
  /// Whether they are of the list that shows.
  func are(of query: WorklistQuery) -> Bool { self.query.view == query.view && query.text.isEmpty }
}
