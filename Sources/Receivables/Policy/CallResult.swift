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
