import Receivables
import TextScreen

/// What the list comes to, in all and lane by lane: added up when it is read, not once for a frame.
struct QueueFigures: Sendable {
  /// What stands above the accounts of a lane.
  private struct LaneFigures {
    let accounts: Int
    /// What their amounts are, where that is not what is to be collected.
    let suffix: String
    /// The amounts with more and with fewer words; nothing without any.
    let forms: [String]

    init(_ accounts: Int, _ amounts: [Money], _ suffix: String = "") {
      self.accounts = accounts
      self.suffix = suffix
      forms = amounts.isEmpty ? [] : [amounts.exact, amounts.rough]
    }
  }

  /// The list that it is of.
  private let query: WorklistQuery
  private let lanes: [Lane?: LaneFigures]
  /// What the title says of all that is to be collected, from the most words to the fewest.
  let titles: [String]
  /// What is promised for today and the days of this week after it.
  let promised: [PromisedMoney]
  /// What came in today.
  let received: [Money]

  /// The figures of the list that shows; nil for a search, and before they were read.
  init?(_ sitting: Sitting) {
    let query = sitting.list.query
    guard !sitting.list.isSearch, let tallies = sitting.tallies,
      tallies.holds(query.view, for: query.collector)
    else { return nil }
    self.query = query
    let tally = tallies.tally(of: query.view, for: query.collector)
    let policy = sitting.policy
    let total = tally.matters(in: query.view) ?? tally.standing(in: query.view)
    titles = QueueTitle.amounts(total.largest(policy), query.view.matterWord ?? "to collect")
    received = tally.received.largest(policy)
    let today = sitting.today
    let promised = tally.promised(for: today...today.advanced(by: 7 - today.weekday.rawValue)) ?? []
    self.promised = promised
    let standings = tally.lanes(in: query.view)
    var lanes: [Lane?: LaneFigures] = [:]
    for lane in Lane.allCases + [nil] {
      guard let standing = standings[policy.rank(of: lane)], standing.accounts > 0 else { continue }
      let collected = standing.largest(policy)
      lanes[lane] =
        switch lane {
        case .promiseDue:
          LaneFigures(
            standing.accounts, promised.filter { $0.day == today }.map(\.amount).largestFirst(policy),
            " promised")
        case .preRun where collected.isEmpty:
          LaneFigures(standing.accounts, tally.dueByRun.largest(policy), " due by run")
        default: LaneFigures(standing.accounts, collected)
        }
    }
    self.lanes = lanes
  }

  /// What stands above the accounts of a lane: its name, how many, what is to be collected of them, and of callbacks
  /// when the next one is that nobody called today.
  func heading(_ lane: Lane?, in list: AccountList, width: Int, _ clock: DayClock) -> String {
    let name = lane?.heading ?? "NOTHING TO DO TODAY"
    guard let figures = lanes[lane] else { return name }
    let count = "\(name) \(figures.accounts)"
    var next = ""
    let isNext = { (row: WorklistRow) in
      row.summary.lane == .callback && row.summary.lastWorked?.day != clock.today
    }
    if lane == .callback, let action = list.rows.first(where: isNext)?.summary.next {
      next = " · next \(StepWords.moment(action, clock))"
    }
    let room = width - DisplayWidth.of(count + next + figures.suffix) - 3
    guard let words = figures.forms.first(where: { DisplayWidth.of($0) <= room }) else { return count + next }
    return "\(count) · \(words)\(figures.suffix)\(next)"
  }
}

extension QueueFigures {
  /// Whether they are of the list that shows.
  func are(of query: WorklistQuery) -> Bool {
    self.query.view == query.view && self.query.today == query.today && query.text.isEmpty
  }
}
