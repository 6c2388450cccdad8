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
