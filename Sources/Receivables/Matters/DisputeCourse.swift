/// What people said of a dispute up to a day: the last word on each counts.
struct DisputeCourse {
  private(set) var state = DisputeState.new
  private(set) var owner: String?
  private(set) var dueOn: CalendarDay
  private(set) var cause: String?
  /// The change, or the withdrawal, from which on its money or a part of it is free or a credit is expected.
  private(set) var decision: Decision?
  /// The change that said how it stands.
  private(set) var turn: MadeChange?
  private let isWithdrawn: Bool

  /// What was found out, and when.
  struct Decision {
    let day: CalendarDay
    /// By number of the invoice; nil for all of it.
    let parts: [DocumentKey: Int64]?

    /// How much is accepted of `amount` on an invoice, beside what was credited already.
    func accepted(_ invoice: String, of amount: Int64, beside credited: Int64) -> Int64 {
      guard let parts else { return amount }
      return max(min((parts[DocumentKey(invoice)] ?? 0) - credited, amount), 0)
    }
  }

  init(_ taken: TakenMatter<DisputeTerms>) {
    owner = taken.terms.owner
    dueOn = taken.terms.dueOn
    isWithdrawn = taken.withdrawal != nil || taken.voidedBecause != nil
    for made in taken.changes {
      // A state of a later version says nothing here.
      if let state = made.change.state.flatMap(DisputeState.init(rawValue:)), state.isSaid {
        self.state = state
        turn = made
      }
      owner = made.change.owner ?? owner
      dueOn = made.change.dueOn ?? dueOn
      cause = made.change.cause ?? cause
    }
    if let withdrawal = taken.withdrawal {
      decision = Decision(day: withdrawal.day, parts: [:])
    } else if let turn, state.isDecision {
      decision = Decision(day: turn.day, parts: state.accepted(in: turn.change))
    }
  }

  /// Whether nobody has decided and nobody took it back.
  var isUndecided: Bool { !isWithdrawn && !state.isDecision }

  /// The entry that accepted it or a part of it; nil where nobody did, or somebody thought better of it.
  var acceptedBy: EntryNumber? { !isWithdrawn && state.expectsCredit ? turn?.entry : nil }

  /// Whether what is contested, or accepted and not yet credited, is not chased.
  var holds: Bool { !isWithdrawn && state != .rejected && state != .toBeCollected }
}

extension DisputeState {
  /// Whether a person says it, rather than the books.
  fileprivate var isSaid: Bool { self == .new || Self.settable.contains(self) }

  /// What a decision accepts of each invoice; nil for all of it.
  fileprivate func accepted(in change: MatterChange) -> [DocumentKey: Int64]? {
    if self == .rejected { return [:] }
    if self == .accepted, change.accepted.isEmpty { return nil }
    let parts = change.accepted.map { (DocumentKey($0.invoice), $0.amount.minor) }
    return Dictionary(parts, uniquingKeysWith: { first, _ in first })
  }
}
