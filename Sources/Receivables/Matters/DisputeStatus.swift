/// How a dispute stands as of a day; the states are told in docs/MANUAL.md.
public enum DisputeState: String, Hashable, Sendable, CaseIterable {
  /// Raised, nobody has begun with it.
  case new
  /// Its owner works on it.
  case inProcess = "in_process"
  /// The customer has to say or send something.
  case waitingCustomer = "waiting_customer"
  /// Somebody here has to say or find something.
  case waitingInternal = "waiting_internal"
  /// Still looked into, and its money is to be collected meanwhile.
  case toBeCollected = "to_be_collected"
  /// The customer is right: a credit is expected, or in the books.
  case accepted
  /// The customer is not right.
  case rejected
  /// The customer is right about a part: a credit for it is expected, or in the books.
  case partly
  /// Its invoices were cleared before anybody decided.
  case over
  /// Raised again for the same reason before anybody had accepted it.
  case replaced
  /// Taken back by the customer.
  case withdrawn
  /// It was an entry error.
  case voided

  /// What a person can say of a dispute that is open.
  public static let settable: [DisputeState] = [
    .inProcess, .waitingCustomer, .waitingInternal, .toBeCollected, .accepted, .partly, .rejected,
  ]

  /// Whether it says what came of it.
  public var isDecision: Bool { self == .accepted || self == .partly || self == .rejected }

  /// Whether a credit follows from it.
  public var expectsCredit: Bool { self == .accepted || self == .partly }

  /// What a collector reads: `"waiting customer"`, `"partly accepted"`.
  public var title: String {
    self == .partly ? "partly accepted" : rawValue.split(separator: "_").joined(separator: " ")
  }
}

/// What became of the contested part of an invoice, minor units of its currency: `original` is the sum of all others.
///
/// 300.00 contested, of which 200.00 are accepted and 50.00 of these credited: disputed 150.00, credited 50.00, rejected
/// 100.00.
public struct DisputedPart: Hashable, Sendable {
  /// The invoice's number as it was said.
  public var invoice: String
  /// What was contested of it.
  public var original: Money
  /// What still is.
  public internal(set) var disputed: Int64 = 0
  /// What was paid of it, because less than it is open.
  public internal(set) var paid: Int64 = 0
  /// What was credited of it.
  public internal(set) var credited: Int64 = 0
  /// What was written off of it.
  public internal(set) var writtenOff: Int64 = 0
  /// What is owed after all: rejected, or withdrawn.
  public internal(set) var rejected: Int64 = 0

  init(_ invoice: String, _ original: Money) {
    self.invoice = invoice
    self.original = original
  }
}

/// A dispute with what became of it as of a day.
public struct DisputeStatus: Hashable, Sendable {
  /// Names it.
  public var id: MatterID
  /// The business date on which it was raised.
  public var openedOn: CalendarDay
  /// Who contests.
  public var person: String?
  /// What was said when it was raised.
  public var terms: DisputeTerms
  /// How it stands.
  public var state: DisputeState
  /// Whether it is not over: an accepted one is not until its credit is in the books.
  public var isOpen: Bool
  /// Who works on it: a code of the policy's owners, or a name; nil for nobody yet.
  public var owner: String?
  /// When somebody looks at it again; for an accepted one, when the credit should be in the books.
  public var dueOn: CalendarDay
  /// Code of the policy's root causes, set on closing.
  public var cause: String?
  /// When it was accepted, rejected or partly accepted.
  public var decidedOn: CalendarDay?
  /// The day on which it was over; nil while it is open.
  public var closedOn: CalendarDay?
  /// What became of the part of each invoice; without those that were contested anew for the same reason.
  public var parts: [DisputedPart]
  /// What it holds of open invoices.
  public var held: [Money]
  /// What was changed since, oldest first, without what was taken back.
  public var changes: [MadeChange]
  /// Why it was withdrawn or voided.
  public var endedBecause: String?

  /// How many calendar days it has been open on `day`, or was until it was over.
  public func age(on day: CalendarDay) -> Int { openedOn.distance(to: min(closedOn ?? day, day)) }

  /// The sum of a share of its parts, one amount a currency; nothing where it is zero. Throws `MoneyError.overflow`.
  public func sum(_ share: KeyPath<DisputedPart, Int64>) throws(MoneyError) -> [Money] {
    var sum: [Money] = []
    for part in parts where part[keyPath: share] != 0 {
      try sum.add(Money(minor: part[keyPath: share], part.original.currency))
    }
    return sum
  }

  /// What was contested in all, one amount a currency. Throws `MoneyError.overflow`.
  public func contested() throws(MoneyError) -> [Money] {
    var sum: [Money] = []
    for cover in terms.covers { try sum.add(cover.amount) }
    return sum
  }
}
