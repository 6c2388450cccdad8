public import Receivables
public import TextScreen

/// What every screen may look at: who works under which policy, date and clock, at what size.
public struct Sitting: Hashable, Sendable {
  /// The rules.
  public var policy: Policy
  /// The business date.
  public var today: CalendarDay
  /// As whom entries are made.
  public var collector: String
  /// The clock as of the last event.
  public var moment: Moment
  /// Whether the business date is the day on the wall and goes on with it.
  public var followsClock = false
  /// The open book; nil before there is one.
  public var book: BookState?
  /// Whether a book is just being opened and brought to the business date.
  public var isOpening = false
  /// The terminal's size.
  public var size: Size { didSet { list.margin = size.rows } }
  /// The list that is worked through.
  var list: AccountList
  /// What was typed and not saved.
  var drafts: [CallDraft] = []
  /// Where action numbers come from.
  public var randomness: Randomness

  /// A sitting at the start of the day.
  public init(
    policy: Policy, today: CalendarDay, collector: String, moment: Moment, book: BookState?, size: Size,
    seed: UInt64
  ) {
    self.policy = policy
    self.today = today
    self.collector = collector
    self.moment = moment
    self.book = book
    self.size = size
    list = AccountList(WorklistQuery(collector: collector, today: today))
    list.margin = size.rows
    randomness = Randomness(seed: seed)
  }

  /// The name of a new action, made before the first attempt to save it.
  mutating func newAction() -> ActionID { ActionID(random: randomness.next(), randomness.next()) }

  /// Whether there is a book with somebody in it.
  var hasAccounts: Bool { book.map { !$0.isEmpty } ?? false }

  /// Whether there is room for a side pane.
  var isWide: Bool { size.columns >= 120 }
}
