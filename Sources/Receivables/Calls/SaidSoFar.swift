/// What the outcomes of a call that is being recorded said already, so that the next one is about what they leave.
public struct SaidSoFar: Hashable, Sendable {
  /// What matters of this call hold, minor units, by number of invoice.
  private(set) var held: [String: Int64] = [:]
  /// What they take over of earlier promises.
  private(set) var replaces: [PromiseTerms.Replacement] = []
  /// What is contested of invoices and is raised anew by it, minor units, by number of invoice.
  private(set) var contestedAnew: [String: Int64] = [:]
  /// Whether an escalation was proposed.
  private(set) var isEscalated = false

  /// Nothing.
  public init() {}

  /// Whether nothing was agreed yet.
  public var isEmpty: Bool { held.isEmpty }

  mutating func add(_ outcome: CompletedOutcome, on picture: AccountPicture) {
    // A part is never more than is open, so that no sum of them leaves 64 bits unless the account's own does.
    for cover in outcome.covers { held[cover.number, default: 0] &+= cover.amount.minor }
    replaces += outcome.replaces
    if let terms = outcome.matter as? DisputeTerms {
      for (_, part) in picture.contestedAnew(by: terms) {
        contestedAnew[part.invoice, default: 0] &+= part.disputed
      }
    }
    if outcome.matter is EscalationTerms { isEscalated = true }
  }

  /// What is taken over of a promise on an invoice, minor units.
  func replaced(of promise: MatterID, on invoice: String) -> Int64 {
    replaces.reduce(0) { $1.promise == promise && $1.invoice == invoice ? $0 &+ $1.amount.minor : $0 }
  }
}

extension AccountPicture {
  /// What the call that is being recorded left of an invoice, minor units.
  func left(of item: OpenItem) -> Int64 { max(item.open - (said.held[item.invoice.number] ?? 0), 0) }

  /// What is contested for the same reason of the invoices of a dispute, and ends with it because nobody has accepted it.
  func contestedAnew(by terms: DisputeTerms) -> [(dispute: DisputeStatus, part: DisputedPart)] {
    let numbers = Set(terms.covers.map { DocumentKey($0.number) })
    return disputes.filter { $0.isOpen && !$0.state.isDecision && $0.terms.reason == terms.reason }
      .flatMap { dispute in dispute.parts.map { (dispute, $0) } }
      .filter { $0.1.disputed > 0 && numbers.contains(DocumentKey($0.1.invoice)) }
  }

  /// What can be promised of an invoice: what is neither contested nor in a plan nor on hold nor given up nor agreed in this
  /// call, minor units. A new plan takes the place of an old one, so what that one holds can be planned anew.
  func promisable(_ item: OpenItem, inPlan: Bool = false) -> Int64 {
    let planned = inPlan ? 0 : item.slices[.planned]
    let others = item.slices[.disputed] + item.slices[.held] + item.slices[.discounted]
    return max(left(of: item) - others - planned, 0)
  }

  /// What is past due and free beside what the call said, by currency, but for invoices that a step of their own is
  /// about. What is taken over of open promises, or of disputes, was not free before. Throws `MoneyError.overflow`.
  func rest(besides followed: Set<String>) throws(MoneyError) -> [Money] {
    let freed = Dictionary(
      said.replaces.map { ($0.invoice, $0.amount.minor) }, uniquingKeysWith: { $0 + $1 })
    var rest: [Money] = []
    for item in invoices where item.isPastDue && !followed.contains(item.invoice.number) {
      let number = item.invoice.number
      let anew = min(said.contestedAnew[number] ?? 0, item.slices[.disputed])
      let left = item.slices.free + (freed[number] ?? 0) + anew - (said.held[number] ?? 0)
      if left > 0 { try rest.add(Money(minor: left, item.invoice.original.currency)) }
    }
    return rest
  }
}
