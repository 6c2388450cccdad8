/// A contact as somebody means to record it: what was said, with the invoices by what the account knows of them.
/// `completed` checks it against the account and fills in what goes without saying.
public struct ProposedCall: Hashable, Sendable {
  /// Code of the policy's action table: `"OUT"`, `"IN"`, `"EM"`.
  public var action: String
  /// With whom, as typed or picked.
  public var contact: String?
  /// The number dialled.
  public var phone: String?
  /// What was said. May hold line breaks.
  public var note: String
  /// When the call began.
  public var started: Instant?
  /// When the call ended.
  public var ended: Instant?
  /// What came of it, one or more.
  public var outcomes: [ProposedOutcome]

  /// A contact; everything not named was not said.
  public init(
    action: String, contact: String? = nil, phone: String? = nil, note: String = "", started: Instant? = nil,
    ended: Instant? = nil, outcomes: [ProposedOutcome]
  ) {
    self.action = action
    self.contact = contact
    self.phone = phone
    self.note = note
    self.started = started
    self.ended = ended
    self.outcomes = outcomes
  }
}

/// One thing that came of a contact, as somebody means to record it.
public struct ProposedOutcome: Hashable, Sendable {
  /// Code of the policy's result table: `"PP"`, `"NA"`.
  public var result: String
  /// Code of the policy's reasons for non-payment: `"cash_flow"`.
  public var reason: String?
  /// Invoices that were talked about.
  public var invoices: [DocumentID]
  /// What was promised (PP, PD) or is said to be sent already (PS).
  public var promise: ProposedPromise?
  /// What is disputed (DI).
  public var dispute: ProposedDispute?
  /// What plan was agreed (PL).
  public var plan: ProposedPlan?
  /// What to do next and when about what nothing else covers; nil takes the result's default.
  public var next: NextAction?
  /// Which invoices are meant when the account owes in several currencies and none are chosen; nil goes by the amount.
  public var currency: Currency?

  /// An outcome; everything not named was not said.
  public init(
    _ result: String, reason: String? = nil, invoices: [DocumentID] = [], promise: ProposedPromise? = nil,
    dispute: ProposedDispute? = nil, plan: ProposedPlan? = nil, next: NextAction? = nil,
    currency: Currency? = nil
  ) {
    self.result = result
    self.reason = reason
    self.invoices = invoices
    self.promise = promise
    self.dispute = dispute
    self.plan = plan
    self.next = next
    self.currency = currency
  }
}

/// A commitment as somebody means to record it. An amount of zero is the full one; no invoices are all past due.
public struct ProposedPromise: Hashable, Sendable {
  /// Forward or already sent.
  public var kind: PromiseTerms.Kind
  /// How much, in the currency of the invoices.
  public var amount: Money
  /// The day of payment; for `saysPaid` the day it was sent.
  public var day: CalendarDay
  /// Code of the policy's payment methods: `"ach"`, `"check"`.
  public var method: String?
  /// Cheque number or transfer reference.
  public var reference: String?
  /// The covered invoices.
  public var invoices: [DocumentID]
  /// Why the day is beyond the policy's longest range, when it is.
  public var exception: String?
  /// What is given up when it is kept by a day.
  public var incentive: ProposedIncentive?

  /// A commitment.
  public init(
    kind: PromiseTerms.Kind = .promise, amount: Money, day: CalendarDay, method: String? = nil,
    reference: String? = nil, invoices: [DocumentID], exception: String? = nil,
    incentive: ProposedIncentive? = nil
  ) {
    self.kind = kind
    self.amount = amount
    self.day = day
    self.method = method
    self.reference = reference
    self.invoices = invoices
    self.exception = exception
    self.incentive = incentive
  }
}

/// A dispute as somebody means to record it. Without an amount the invoices are contested as a whole.
public struct ProposedDispute: Hashable, Sendable {
  /// Code of the policy's dispute reasons: `"price"`, `"damaged"`.
  public var reason: String
  /// How much is contested in all.
  public var amount: Money?
  /// The contested invoices.
  public var invoices: [DocumentID]

  /// A dispute.
  public init(reason: String, amount: Money? = nil, invoices: [DocumentID]) {
    self.reason = reason
    self.amount = amount
    self.invoices = invoices
  }
}

/// Why a call cannot be recorded as it is.
public struct CallProblem: Error, Hashable, Sendable {
  /// What to mend; nil when it is none of the fields that a result asks for.
  public let field: CallField?
  /// What to read out: what is wrong and what to do.
  public let sentence: String
  /// Which outcome of the call it is in, from 0.
  public internal(set) var outcome = 0

  /// A problem with its sentence.
  public init(_ field: CallField?, _ sentence: String) {
    self.field = field
    self.sentence = sentence
  }

  /// A number is to be marked and none is known that still works.
  static let noNumberToMark = CallProblem(
    nil, "There is no number here to mark as wrong. Type the number that was dialled.")

  /// The problem of an amount that could not be computed.
  init(_ error: MoneyError) { self.init(.amount, error.description) }
}

extension CallProblem: CustomStringConvertible {
  /// The sentence, so that no text shows how the problem is made.
  public var description: String { sentence }
}
