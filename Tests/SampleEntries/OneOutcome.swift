public import Receivables

/// Calls of which one thing came, as most tests make them.
extension ProposedCall {
  /// A contact with one outcome; everything not named was not said.
  public init(
    action: String, result: String, contact: String? = nil, phone: String? = nil, reason: String? = nil,
    note: String = "", invoices: [DocumentID] = [], started: Instant? = nil, ended: Instant? = nil,
    promise: ProposedPromise? = nil, dispute: ProposedDispute? = nil, plan: ProposedPlan? = nil,
    next: NextAction? = nil
  ) {
    self.init(
      action: action, contact: contact, phone: phone, note: note, started: started, ended: ended,
      outcomes: [
        ProposedOutcome(
          result, reason: reason, invoices: invoices, promise: promise, dispute: dispute, plan: plan,
          next: next)
      ])
  }

  /// The first outcome.
  public var outcome: ProposedOutcome {
    get { outcomes[0] }
    set { outcomes[0] = newValue }
  }
}
