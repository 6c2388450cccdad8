/// One contact or attempt, with everything it set: one entry, one action, one transaction.
public struct CallRecord: Hashable, Sendable {
  /// Code of the policy's action table: `"OUT"`, `"IN"`, `"EM"`.
  public var action: String
  /// Code of the policy's result table: `"PP"`, `"NA"`.
  public var result: String
  /// With whom, as typed or picked.
  public var contact: String?
  /// The number dialled.
  public var phone: String?
  /// Code of the policy's reasons for non-payment: `"cash_flow"`.
  public var reason: String?
  /// What was said. May hold line breaks.
  public var note: String
  /// Invoices that were talked about.
  public var invoices: [DocumentID]
  /// When the call began and ended.
  public var started: Instant?
  /// When the call ended.
  public var ended: Instant?
  /// What was promised (PP, PD) or is said to be sent already (PS).
  public var promise: PromiseTerms?
  /// What is disputed (DI).
  public var dispute: DisputeTerms?
  /// What plan was agreed (PL).
  public var plan: PlanTerms?
  /// What to do next and when. Nil takes the result's default when the record is made, so stored records
  /// of collectable accounts always carry one.
  public var next: NextAction?

  /// A record of a contact; everything not named was not said.
  public init(
    action: String, result: String, contact: String? = nil, phone: String? = nil, reason: String? = nil,
    note: String = "", invoices: [DocumentID] = [], started: Instant? = nil, ended: Instant? = nil,
    promise: PromiseTerms? = nil, dispute: DisputeTerms? = nil, plan: PlanTerms? = nil,
    next: NextAction? = nil
  ) {
    self.action = action
    self.result = result
    self.contact = contact
    self.phone = phone
    self.reason = reason
    self.note = note
    self.invoices = invoices
    self.started = started
    self.ended = ended
    self.promise = promise
    self.dispute = dispute
    self.plan = plan
    self.next = next
  }
}
