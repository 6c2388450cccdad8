/// A rung of the ladder that somebody means to take with an account: which, who is responsible, why, and what of its gate
/// was not fulfilled then.
public struct EscalationTerms: EntrySection {
  /// `[escalation]`.
  public static let name = "escalation"
  /// What people typed, and who they are.
  public static let personalKeys: Set<String>? = ["reason"]

  /// Code of the policy's ladder: `"final_demand"`.
  public var rung: String
  /// What the rung was called then.
  public var title: String
  /// What it does once it is carried out, as the policy had it then.
  public var effect: LadderRung.Effect?
  /// How it stood when it was opened: `.proposed`, `.approved` where nobody has to approve it, or `.carriedOut`.
  public var state: EscalationState
  /// Who is responsible: a code of the policy's owners, or a person; nil for nobody yet.
  public var owner: String?
  /// When somebody looks at it again.
  public var dueOn: CalendarDay
  /// Why.
  public var reason: String
  /// What the gate asked and what was found: `"92 of 90 days past due, 12 300.00 USD of 1 000"`.
  public var found: String
  /// What of its gate was not fulfilled and which rungs it passes over; nil when neither:
  /// `"before its gate: 45 of 60 days past due; skips firm call"`.
  public var exception: String?
  /// Numbers of the invoices that it is about, oldest due first.
  public var invoices: [String]

  /// A rung to take.
  public init(
    rung: String, title: String, effect: LadderRung.Effect? = nil, state: EscalationState = .proposed,
    owner: String? = nil, dueOn: CalendarDay, reason: String = "", found: String = "",
    exception: String? = nil, invoices: [String]
  ) {
    self.rung = rung
    self.title = title
    self.effect = effect
    self.state = state
    self.owner = owner
    self.dueOn = dueOn
    self.reason = reason
    self.found = found
    self.exception = exception
    self.invoices = invoices
  }

  /// Reads what `write` wrote. Throws `EntryTextError`.
  public init(reading lines: SectionLines) throws(EntryTextError) {
    let rung = try lines.needed("rung")
    self.init(
      rung: rung, title: lines["title"] ?? rung,
      // What a later version does is not done here.
      effect: lines["does"].flatMap(LadderRung.Effect.init(rawValue:)),
      state: try lines.optional("state") { (text) throws(EntryTextError) in
        try EntryValue.code(text, as: EscalationState.self)
      } ?? .proposed, owner: lines["owner"], dueOn: try EntryValue.day(try lines.needed("due")),
      reason: lines["reason"] ?? "", found: lines["found"] ?? "", exception: lines["exception"],
      invoices: lines.lines.filter { $0.key == "about" }.map(\.value))
  }

  /// `rung final_demand`, `title final demand`, `owner manager`, `due 2026-11-30`, `reason refuses to pay`,
  /// `found 45 of 60 days past due`, `exception before its gate: …`, `about INV-4711`, a line an invoice; `does
  /// credit_hold` and `state approved` where they say something.
  public func write(to lines: inout SectionWriter) {
    lines.line("rung", rung as String)
    lines.line("title", title as String)
    lines.line("does", effect?.rawValue)
    if state != .proposed { lines.line("state", state.rawValue as String) }
    lines.line("owner", owner)
    lines.line("due", dueOn.iso as String)
    if !reason.isEmpty { lines.line("reason", reason as String) }
    if !found.isEmpty { lines.line("found", found as String) }
    lines.line("exception", exception)
    for invoice in invoices { lines.line("about", invoice as String) }
  }

  /// `"final demand proposed, before its gate: 45 of 60 days past due"`, why, and the invoices.
  public var words: SectionWords {
    SectionWords(
      ["\(title) \(state.title)", exception].compactMap { $0 }.joined(separator: ", "), freeText: reason,
      invoices: invoices)
  }

  /// To decide on it, to carry it out, or to look what came of it.
  public func next(_ policy: Policy) -> NextAction? {
    NextAction(state.step(rung, policy), on: dueOn)
  }
}

/// How an escalation stands as of a day.
public enum EscalationState: String, Hashable, Sendable, CaseIterable {
  /// Somebody has to say yes or no.
  case proposed
  /// It may be carried out.
  case approved
  /// Somebody said no.
  case declined
  /// It is in force.
  case carriedOut = "carried_out"
  /// What was in force is taken back: a credit hold is released, an agency gives the account back.
  case returned
  /// It came to its end.
  case done
  /// Its invoices are cleared.
  case over
  /// A higher rung was proposed for all of it before it was carried out.
  case overtaken
  /// Whoever proposed it took it back.
  case withdrawn
  /// It was an entry error.
  case voided

  /// What a person can say of one that is open.
  public static let settable: [EscalationState] = [.approved, .declined, .carriedOut, .returned, .done]

  /// Those that can follow on it.
  public var following: [EscalationState] {
    switch self {
    case .proposed: [.approved, .declined]
    case .approved: [.carriedOut, .declined]
    case .carriedOut: [.returned, .done]
    default: []
    }
  }

  /// What a collector reads: `"carried out"`.
  public var title: String { rawValue.split(separator: "_").joined(separator: " ") }

  /// What is to be done about an escalation of that rung.
  func step(_ rung: String, _ policy: Policy) -> NextAction.Kind {
    if self == .carriedOut { return .checkEscalation }
    return policy.escalation.legalRung?.code == rung ? .legal : .escalate
  }
}
