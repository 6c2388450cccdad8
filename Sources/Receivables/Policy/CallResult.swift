/// One row of the result table: the code drives the form and what happens next.
public struct CallResult: Hashable, Sendable {
  /// When the account comes back.
  public enum Return: Hashable, Sendable {
    /// So many business days from today.
    case businessDays(Int)
    /// Still today, after the other rows.
    case laterToday
    /// At once, with the next number.
    case now
    /// On the day that the form asked for.
    case askedDay
    /// The day after the promise and its grace.
    case afterPromise
    /// On the first instalment of the plan.
    case firstInstalment
    /// Today, by somebody else.
    case today
  }

  /// Two letters: `"PP"`.
  public var code: String
  /// What a collector reads: `"promise to pay"`.
  public var meaning: String
  /// The lower-case letter that picks it in the call form: `"p"`. Nil is picked with the cursor only.
  public var key: Character?
  /// W: counts as worked.
  public var isWorked: Bool
  /// C: spoke to the right person (right-party contact).
  public var isRightParty: Bool
  /// X: the account leaves today's queue.
  public var leavesQueue: Bool
  /// When the account comes back.
  public var returns: Return
  /// With what kind of step.
  public var nextKind: NextAction.Kind
  /// What the form asks beyond note and contact, in this order.
  public var asks: [CallField]
  /// What the collector asks in its form, in place of the questions of every call; none leaves those.
  public var questions: [String] = []
  /// Marks the dialled number as dead.
  public var marksNumberDead: Bool
  /// Readable in old records, not offered in new ones.
  public var isRetired: Bool

  /// A row of the table.
  public init(
    code: String, meaning: String, isWorked: Bool, isRightParty: Bool, leavesQueue: Bool, returns: Return,
    nextKind: NextAction.Kind = .call, asks: [CallField] = [], marksNumberDead: Bool = false,
    isRetired: Bool = false, key: Character? = nil
  ) {
    self.code = code
    self.meaning = meaning
    self.isWorked = isWorked
    self.isRightParty = isRightParty
    self.leavesQueue = leavesQueue
    self.returns = returns
    self.nextKind = nextKind
    self.asks = asks
    self.marksNumberDead = marksNumberDead
    self.isRetired = isRetired
    self.key = key
  }
}

/// Something that a call result asks for.
public enum CallField: String, Hashable, Sendable, CaseIterable {
  /// How much.
  case amount
  /// On which day.
  case date
  /// At what time of day.
  case time
  /// How it will be or was paid.
  case method
  /// Cheque number, transfer reference, court file.
  case reference
  /// Which person.
  case who
  /// Why it is unpaid; why the account is skipped.
  case reason
  /// Why it is contested.
  case disputeReason = "dispute_reason"
  /// Which invoices.
  case invoices
  /// Where to send.
  case address
  /// How many instalments; the first is on `date`, the others monthly.
  case instalments
  /// What is given up for money that comes by a day.
  case discount
  /// Who approved what is beyond a limit.
  case approval
}

extension CallResult {
  /// Whether its record holds a commitment of the customer, and which: PP and PD a promise, PS a claim.
  public var promiseKind: PromiseTerms.Kind? {
    switch nextKind {
    case .checkPromise: .promise
    case .checkPayment: .saysPaid
    default: nil
    }
  }

  /// Whether its record holds a dispute.
  public var holdsDispute: Bool { asks.contains(.disputeReason) }

  /// Whether its record holds a plan.
  public var holdsPlan: Bool { asks.contains(.instalments) }

  /// Whether money is spoken of, so that its invoices are in one currency.
  public var agreesSum: Bool { promiseKind != nil || holdsPlan || holdsDispute }
}
