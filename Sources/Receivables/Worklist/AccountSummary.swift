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
  /// The open promise that is due first, else the last one not kept.
  public var promise: PromiseMark?
  /// Highest level of the promises on open invoices; 0 without any.
  public var promiseLevel: Int
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
    promiseLevel: Int, lastContact: CalendarDay?, lastWorked: WorkedMark?, reasons: [Reason],
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
    self.promiseLevel = promiseLevel
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
  /// - 1: inside the lane: callbacks by day and time, the next one after a call in vain; promises not kept by amount, all others by priority.
  /// - 2: amount to collect at indicative rates, largest first.
  /// - 3: oldest due day, those without one last.
  ///
  /// Throws `MoneyError.overflow`.
  public func sortKey(_ policy: Policy) throws(MoneyError) -> [Int64] {
    let rank = lane.map { policy.lanes.firstIndex(of: $0) ?? policy.lanes.count } ?? policy.lanes.count + 1
    return [
      Int64(rank), try keyInsideLane(policy), -orderAmount, oldestDue.map { Int64($0.number) } ?? .max,
    ]
  }

  private func keyInsideLane(_ policy: Policy) throws(MoneyError) -> Int64 {
    switch (lane, reasons.first?.finding) {
    case (.callback, .at(let day, let time)), (.callback, .inVain(_, next: let day, let time)):
      Int64(day.number) * 1_440 + Int64(time?.minutes ?? 0)
    case (.brokenPromise, .failed(let amount, _, _)): -(try policy.orderAmount(of: amount))
    default: -Int64(priority)
    }
  }
}

/// Things a collector should see at a glance, each with its letter.
public struct AccountFlags: OptionSet, Hashable, Sendable {
  /// Bits, stable in storage.
  public let rawValue: Int

  /// Flags from stored bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// P: a promise is open.
  public static let promised = AccountFlags(rawValue: 1)
  /// B: a promise on an open invoice was broken or partly kept.
  public static let brokenPromise = AccountFlags(rawValue: 2)
  /// D: something is disputed.
  public static let disputed = AccountFlags(rawValue: 4)
  /// C: credits are not applied.
  public static let unappliedCredit = AccountFlags(rawValue: 8)
  /// L: over the credit limit.
  public static let overLimit = AccountFlags(rawValue: 16)
  /// N: past due beyond the first-contact limit and never contacted about it.
  public static let neverContacted = AccountFlags(rawValue: 32)
  /// V: says paid, being verified.
  public static let verifying = AccountFlags(rawValue: 64)
  /// Z: put off until a day.
  public static let snoozed = AccountFlags(rawValue: 128)
  /// I: a plan of instalments is active.
  public static let plan = AccountFlags(rawValue: 256)
  /// E: escalated or with legal.
  public static let escalated = AccountFlags(rawValue: 512)

  /// The letters in fixed order: `"PD"`.
  public var letters: String {
    let letters = Array("PBDCLNVZIE")
    return String(letters.enumerated().filter { rawValue & (1 << $0.offset) != 0 }.map(\.element))
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
