/// A saved selection of the worklist.
public enum WorklistView: String, Hashable, Sendable, CaseIterable {
  /// Today's work of one collector.
  case mine
  /// Today's work of everybody.
  case everyone
  /// Every account that owes or is owed, work or not.
  case all
  /// Nobody was spoken to about it.
  case newPastDue = "new_past_due"
  /// Promises that are open, by day.
  case promisesDue = "promises_due"
  /// Payments that are said to be made and are not in the books.
  case claims
  /// Promises that were not kept.
  case broken
  /// Something is disputed.
  case disputes
  /// A plan is active.
  case plans
  /// Something is on hold.
  case holds
  /// Callbacks, whatever their day.
  case callbacks
  /// Past due and no right-party contact in the policy's `noContactDays`.
  case noContact = "no_contact"
  /// Something to collect is more than the policy's `escalationDays` past due, the gate of the next rung is fulfilled, or a
  /// proposal waits.
  case escalation
  /// Credits are waiting to be applied.
  case unapplied
  /// Put off until a day.
  case snoozed
  /// The credit desk looks at limit and terms again.
  case termsReview = "terms_review"

  /// What a collector reads.
  public var title: String {
    switch self {
    case .mine: "my queue"
    case .everyone: "everyone's queue"
    case .all: "all accounts"
    case .newPastDue: "first contact"
    case .promisesDue: "promises due"
    case .claims: "says paid"
    case .broken: "broken promises"
    case .disputes: "disputes"
    case .plans: "plans"
    case .holds: "holds"
    case .callbacks: "callbacks"
    case .noContact: "no contact lately"
    case .escalation: "escalation candidates"
    case .unapplied: "unapplied cash"
    case .snoozed: "snoozed"
    case .termsReview: "terms review"
    }
  }
}

/// The saved selections that list an account as of a day, as one number that a store can filter by.
public struct WorklistViews: OptionSet, Hashable, Sendable {
  /// One bit a view.
  public let rawValue: Int

  /// Those views.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// One view. `mine` and `everyone` list the same accounts; whose they are is asked besides.
  public init(_ view: WorklistView) {
    let listed = view == .mine ? .everyone : view
    rawValue = 1 << (WorklistView.allCases.firstIndex(of: listed) ?? 0)
  }

  init(
    _ account: AccountDerivation, _ flags: AccountFlags, _ placement: Placement, orderAmount: Int64,
    ladder: LadderStanding, isReviewed: Bool, _ asOf: inout AsOf
  ) {
    self = []
    let facts = account.facts
    if placement.lane != nil { insert(WorklistViews(.everyone)) }
    if !account.balances.isEmpty { insert(WorklistViews(.all)) }
    if placement.lane == .newPastDue { insert(WorklistViews(.newPastDue)) }
    if flags.contains(.promised) { insert(WorklistViews(.promisesDue)) }
    if flags.contains(.verifying) { insert(WorklistViews(.claims)) }
    if flags.contains(.brokenPromise) { insert(WorklistViews(.broken)) }
    if flags.contains(.disputed) { insert(WorklistViews(.disputes)) }
    if flags.contains(.plan) { insert(WorklistViews(.plans)) }
    if flags.contains(.held) { insert(WorklistViews(.holds)) }
    if placement.candidates.contains(where: { $0.lane == .callback }) { insert(WorklistViews(.callbacks)) }
    if facts.oldestDue != nil {
      let isSilent =
        facts.lastContact.map { asOf.hasCome($0.advanced(by: account.policy.noContactDays)) } ?? true
      if isSilent { insert(WorklistViews(.noContact)) }
    }
    if orderAmount > 0, let due = facts.oldestDue,
      asOf.hasPassed(due.advanced(by: account.policy.escalationDays))
    {
      insert(WorklistViews(.escalation))
    }
    if account.isCandidate(ladder, &asOf) || account.inProgress.escalations.contains(where: \.isAhead) {
      insert(WorklistViews(.escalation))
    }
    if isReviewed { insert(WorklistViews(.termsReview)) }
    if flags.contains(.unappliedCredit) { insert(WorklistViews(.unapplied)) }
    if flags.contains(.snoozed) { insert(WorklistViews(.snoozed)) }
  }
}

extension WorklistView {
  /// Whether the view lists the row. A stored queue must list the same.
  public func lists(_ row: WorklistRow, for collector: String) -> Bool {
    row.summary.views.contains(WorklistViews(self))
      && (self != .mine || (row.collector ?? collector) == collector)
  }
}

/// What the worklist is sorted by. Ties: amount to collect, oldest days, account number.
public enum WorklistOrder: String, Hashable, Sendable, CaseIterable {
  /// Lanes first, then priority inside a lane.
  case lane
  /// Largest amount to collect first.
  case toCollect = "to_collect"
  /// Oldest past-due invoice first.
  case oldest
  /// Longest without a right-party contact first.
  case lastContact = "last_contact"
  /// Next action soonest first.
  case next
  /// By name.
  case name

  /// What a collector reads: `"amount to collect"`.
  public var title: String {
    switch self {
    case .lane: "lane and priority"
    case .toCollect: "amount to collect"
    case .oldest: "oldest days"
    case .lastContact: "last contact"
    case .next: "next action"
    case .name: "name"
    }
  }
}

/// Which accounts to list and in what order, under which business date.
public struct WorklistQuery: Hashable, Sendable {
  /// The saved selection.
  public var view: WorklistView
  /// Whose accounts `mine` means. Accounts without a collector belong to everybody.
  public var collector: String
  /// Words that name, number, phone, invoice or note must contain, or amounts; empty for no search.
  public var text: String
  /// The order.
  public var order: WorklistOrder
  /// The business date.
  public var today: CalendarDay

  /// A selection.
  public init(
    view: WorklistView = .mine, collector: String, text: String = "", order: WorklistOrder = .lane,
    today: CalendarDay
  ) {
    self.view = view
    self.collector = collector
    self.text = text
    self.order = order
    self.today = today
  }

  /// Whether it looks for words or amounts.
  public var isSearch: Bool { text.contains { !$0.isWhitespace } }

  /// Whether the accounts come lane by lane; promises that are open come by their day instead, and what a search found
  /// by how well it matches.
  public var isByLane: Bool { order == .lane && view != .promisesDue && !isSearch }

  /// Whether what matches best comes first: in a search, unless another order was chosen than that of the work.
  public var isRanked: Bool { order == .lane && isSearch }
}

/// A stretch of a worklist.
public struct WorklistPage: Hashable, Sendable {
  /// What was asked.
  public var query: WorklistQuery
  /// Rank of the first row, from 0.
  public var offset: Int
  /// The rows.
  public var rows: [WorklistRow]
  /// How many rows the whole list has; never fewer than are here, whatever was counted.
  public let total: Int

  /// A stretch.
  public init(query: WorklistQuery, offset: Int, rows: [WorklistRow], total: Int) {
    self.query = query
    self.offset = offset
    self.rows = rows
    self.total = max(total, rows.isEmpty ? 0 : offset + rows.count)
  }
}

/// One account in a list.
public struct WorklistRow: Hashable, Sendable {
  /// The account.
  public var id: AccountID
  /// Its number as the accounting system writes it.
  public var number: String
  /// Its name.
  public var name: String
  /// Who collects it.
  public var collector: String?
  /// What is derived of it.
  public var summary: AccountSummary
  /// What a search found of it besides number and name.
  public var found: [SearchMatch] = []

  /// A row.
  public init(id: AccountID, number: String, name: String, collector: String?, summary: AccountSummary) {
    self.id = id
    self.number = number
    self.name = name
    self.collector = collector
    self.summary = summary
  }
}

extension WorklistRow {
  /// Whether this row comes before `other` in the worklist's own order: lanes first, then inside the lane, then
  /// amount to collect, oldest due day and account number. Throws `MoneyError.overflow`.
  public func comes(before other: WorklistRow, _ policy: Policy) throws(MoneyError) -> Bool {
    let (mine, theirs) = (try summary.sortKey(policy), try other.summary.sortKey(policy))
    return mine == theirs ? number < other.number : mine.lexicographicallyPrecedes(theirs)
  }
}

/// How far a collector's day has come: "12 of 48 worked, 3 promises, 41 200.00 promised".
public struct DayTotals: Hashable, Sendable {
  /// Accounts worked today.
  public var worked: Int
  /// Accounts worked today plus those still to work.
  public var planned: Int
  /// Accounts with a right-party contact today.
  public var contacts: Int
  /// Promises taken today that were not taken back.
  public var promises: Int
  /// Their amounts, one per currency.
  public var promised: [Money]

  /// A day's figures.
  public init(worked: Int = 0, planned: Int = 0, contacts: Int = 0, promises: Int = 0, promised: [Money] = [])
  {
    self.worked = worked
    self.planned = planned
    self.contacts = contacts
    self.promises = promises
    self.promised = promised
  }
}
