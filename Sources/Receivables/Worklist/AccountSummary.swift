/// The derived line of one account as of a day: what the queue shows and sorts by.
///
/// It holds dates rather than day counts, so it stays true until `changesOn`.
public struct AccountSummary: Hashable, Sendable {
  /// One per currency in which the account has anything open, by currency code.
  public var balances: [CurrencyBalance]
  /// The lane in the worklist; nil when there is nothing to do.
  public var lane: Lane?
  /// The one next step. Never nil while something is to be collected.
  public var next: NextAction?
  /// Σ points of fulfilled rules ÷ maximum, in percent, 0–100.
  public var priority: Int
  /// The letter of the priority.
  public var band: Band
  /// Amount to collect at indicative rates, in hundredths of the common currency. Orders rows; never shown.
  public var orderAmount: Int64
  /// Due date of the oldest past-due invoice that is open.
  public var oldestDue: CalendarDay?
  /// What to see at a glance.
  public var flags: AccountFlags
  /// The open promise that is due first, else the last one that is received, else the last one not kept.
  public var promise: PromiseMark?
  /// What is still to come of promises that are open, by day and currency.
  public var promised: [PromisedMoney]
  /// What claims, disputes, plans and holds that are open come to.
  public var matterSums: [MatterSum]
  /// Highest level of the promises on open invoices; 0 without any.
  public var promiseLevel: Int
  /// The saved selections that list the account.
  public var views: WorklistViews
  /// How many promises, claims, disputes, plans, holds and escalations are not over.
  public var openMatters: Int
  /// Day of the last right-party contact.
  public var lastContact: CalendarDay?
  /// Day and result code of the last attempt or contact that counts as worked.
  public var lastWorked: WorkedMark?
  /// Why the account stands in its lane and how its priority adds up; the lane's reason first.
  public var reasons: [Reason]
  /// Until this day none of it changes without anybody doing anything; nil when it never does.
  public var changesOn: CalendarDay?

  /// A summary with every part named.
  public init(
    balances: [CurrencyBalance], lane: Lane?, next: NextAction?, priority: Int, band: Band,
    orderAmount: Int64, oldestDue: CalendarDay?, flags: AccountFlags, promise: PromiseMark?,
    promised: [PromisedMoney] = [], matterSums: [MatterSum] = [], promiseLevel: Int, views: WorklistViews,
    openMatters: Int,
    lastContact: CalendarDay?, lastWorked: WorkedMark?, reasons: [Reason],
    changesOn: CalendarDay?
  ) {
    self.balances = balances
    self.lane = lane
    self.next = next
    self.priority = priority
    self.band = band
    self.orderAmount = orderAmount
    self.oldestDue = oldestDue
    self.flags = flags
    self.promise = promise
    self.promised = promised
    self.matterSums = matterSums
    self.promiseLevel = promiseLevel
    self.views = views
    self.openMatters = openMatters
    self.lastContact = lastContact
    self.lastWorked = lastWorked
    self.reasons = reasons
    self.changesOn = changesOn
  }
}

extension AccountSummary {
  /// The place of the account in the worklist, as numbers that are compared one after the other, least first;
  /// accounts alike in all of them go by account number. A store that keeps them as columns sorts by
  /// `order by k0, k1, k2, k3, number`.
  ///
  /// - 0: rank of the lane in the policy; accounts without a lane come last.
  /// - 1: inside the lane: callbacks by true time, promises not kept by amount, first contacts by amount to collect, all
  ///   others by priority.
  /// - 2: amount to collect at indicative rates, largest first.
  /// - 3: oldest due day, those without one last.
  ///
  /// Throws `MoneyError.overflow`.
  public func sortKey(_ policy: Policy) throws(MoneyError) -> [Int64] {
    return [
      Int64(policy.rank(of: lane)), try keyInsideLane(policy), -orderAmount,
      oldestDue.map { Int64($0.number) } ?? .max,
    ]
  }

  private func keyInsideLane(_ policy: Policy) throws(MoneyError) -> Int64 {
    switch (lane, reasons.first?.finding) {
    case (.callback, _): next?.order ?? .max
    case (.brokenPromise, .failed(let amount, _, _)): -(try policy.orderAmount(of: amount))
    // What nobody was asked for yet has a story of nothing but its size: age would put a trifle above a fortune.
    case (.newPastDue, _): -orderAmount
    default: -Int64(priority)
    }
  }
}

extension AccountSummary {
  /// The number of the rules, counted up with every change of what is derived: books then derive their rows anew. A test
  /// holds it to a digest of what random accounts come to.
  public static let rules = 13

  /// The summary that `AccountPicture` would show, derived by the same rules without the rest of the picture.
  ///
  /// Throws `MoneyError.overflow` when a sum does not fit 64 bits of minor units.
  public init(of file: AccountFile, policy: Policy, asOf: CalendarDay) throws(MoneyError) {
    let account = try AccountDerivation(of: file, policy, asOf: asOf)
    self = try Self.derive(account).summary
  }

  /// The summary with all that could be done next, and where the account stands on the ladder.
  static func derive(
    _ account: AccountDerivation
  ) throws(MoneyError) -> (summary: AccountSummary, candidates: [Candidate], ladder: LadderStanding) {
    var asOf = account.asOf
    let lateness = PaymentLateness(account.items)
    let ladder = try account.ladder(&asOf)
    let review = TermsReview(account, lateness)
    let candidates = try Candidates(account, &asOf)
    let placement = Placement(candidates, lanes: account.policy.lanes, &asOf)
    let priority = try Priority(account, driftTenths: lateness.driftTenths, &asOf)
    let flags = AccountFlags(account, isSnoozed: candidates.isSnoozed, &asOf)
    let views = WorklistViews(
      account, flags, placement, orderAmount: priority.orderAmount, ladder: ladder,
      isReviewed: review != nil, &asOf)
    var reasons = placement.reasons + priority.reasons
    if views.contains(WorklistViews(.escalation)), let next = ladder.next, ladder.measures.oldestDue != nil {
      reasons.append(Reason(code: "ladder", finding: .gate(ladder.gate(of: next)), points: 0))
    }
    if let review { reasons.append(Reason(code: "terms_review", finding: .review(review), points: 0)) }
    let summary = AccountSummary(
      balances: account.balances, lane: placement.lane, next: placement.next, priority: priority.percent,
      band: priority.band, orderAmount: priority.orderAmount, oldestDue: account.facts.oldestDue,
      flags: flags,
      promise: account.promiseMark, promised: try account.promised, matterSums: try account.matterSums,
      promiseLevel: account.facts.promiseLevel,
      views: views,
      openMatters: account.inProgress.matters.count(where: \.isOpen), lastContact: account.facts.lastContact,
      lastWorked: account.entries.lastWorked, reasons: reasons,
      changesOn: asOf.changesOn)
    return (summary, placement.candidates, ladder)
  }
}

extension AccountDerivation {
  /// What is still to come of the promises that are open.
  fileprivate var promised: [PromisedMoney] {
    get throws(MoneyError) {
      var sums: [PromisedMoney] = []
      for promise in inProgress.promises where promise.state.isActive && promise.left > 0 {
        let amount = Money(minor: promise.left, promise.terms.amount.currency)
        if let index = sums.firstIndex(where: {
          $0.day == promise.terms.day && $0.amount.currency == amount.currency
        }) {
          sums[index].amount = try sums[index].amount.adding(amount)
        } else {
          sums.append(PromisedMoney(day: promise.terms.day, amount: amount))
        }
      }
      return sums.sorted { ($0.day, $0.amount.currency) < ($1.day, $1.amount.currency) }
    }
  }

  /// The open promise that is due first, else the last one that is received and not applied, else the last one not kept
  /// on an open invoice.
  fileprivate var promiseMark: PromiseMark? {
    let open = inProgress.promises.filter(\.state.isActive).min {
      ($0.terms.day, $0.id) < ($1.terms.day, $1.id)
    }
    let received = inProgress.promises.last { $0.state == .received }
    return (open ?? received ?? failedPromises.last).map {
      PromiseMark(amount: $0.standing, day: $0.terms.day, state: $0.state)
    }
  }
}

/// A promise as one column of the queue shows it.
public struct PromiseMark: Hashable, Sendable {
  /// What was promised.
  public var amount: Money
  /// For which day.
  public var day: CalendarDay
  /// How it stands.
  public var state: PromiseState

  /// A promise in short.
  public init(amount: Money, day: CalendarDay, state: PromiseState) {
    self.amount = amount
    self.day = day
    self.state = state
  }
}

/// The last time somebody worked an account.
public struct WorkedMark: Hashable, Sendable {
  /// The business date.
  public var day: CalendarDay
  /// The result code: `"NA"`.
  public var result: String

  /// Worked on `day` with that result.
  public init(day: CalendarDay, result: String) {
    self.day = day
    self.result = result
  }
}
