/// An escalation with what became of it as of a day.
public struct EscalationStatus: Hashable, Sendable {
  /// Names it.
  public var id: MatterID
  /// The business date on which it was proposed.
  public var openedOn: CalendarDay
  /// The collector who proposed it.
  public var proposedBy: String
  /// What was said when it was proposed.
  public var terms: EscalationTerms
  /// How it stands.
  public var state: EscalationState
  /// Whether somebody still has to do something about it.
  public var isOpen: Bool
  /// Whether it was carried out and is not taken back: the account stands on its rung.
  public var isInForce: Bool
  /// Who is responsible: a code of the policy's owners, or a person; nil for nobody yet.
  public var owner: String?
  /// When somebody looks at it again.
  public var dueOn: CalendarDay
  /// Since when it stands so.
  public var since: CalendarDay
  /// Who approved or declined it.
  public var decidedBy: String?
  /// The day on which it was over; nil while it is open.
  public var closedOn: CalendarDay?
  /// When the last of its invoices was cleared; nil while one is open.
  public var clearedOn: CalendarDay?
  /// What it holds of open invoices.
  public var held: [Money]
  /// What was changed since, oldest first, without what was taken back.
  public var changes: [MadeChange]
  /// Why it was withdrawn or voided.
  public var endedBecause: String?

  /// How many calendar days it has been open on `day`, or was until it was over.
  public func age(on day: CalendarDay) -> Int { openedOn.distance(to: min(closedOn ?? day, day)) }

  /// Whether nobody has decided on it yet, or nobody has carried it out.
  public var isAhead: Bool { isOpen && (state == .proposed || state == .approved) }
}
