import Receivables
import TextScreen

extension EscalationState {
  var role: Role? {
    switch self {
    case .proposed, .approved: .warning
    case .carriedOut: .bad
    case .declined, .returned, .done, .over, .overtaken, .withdrawn, .voided: .dim
    }
  }

  /// What somebody does who says so: `"carry out"`.
  var deed: String {
    switch self {
    case .approved: "approve"
    case .declined: "decline"
    case .carriedOut: "carry out"
    case .returned: "return"
    case .done: "done with"
    default: title
    }
  }
}

extension EscalationStatus {
  /// How it stands, since when, who is responsible and until when: `"proposed, 3 days, manager, until Fri 4 Dec"`.
  func standing(_ policy: Policy, _ today: CalendarDay) -> String {
    let days = since.distance(to: today)
    let owner = owner.map(policy.escalation.owners.title) ?? "nobody"
    return "\(state.title), \(days == 1 ? "1 day" : "\(days) days"), \(owner)"
      + (isOpen ? ", until \(dueOn.brief(today))" : "")
  }

  /// How it stands and what is not as the ladder has it first, so that neither is cut away; then who is responsible, why,
  /// and who decided: `"proposed before its gate: 45 of 60 days past due, manager, refuses to pay, proposed by ann"`.
  func details(_ policy: Policy) -> String {
    let parts: [String?] = [
      terms.exception.map { "\(state.title) \($0)" } ?? state.title,
      owner.map(policy.escalation.owners.title), terms.reason,
      "proposed by \(proposedBy)",
      decidedBy.map { "\(state == .declined ? "declined" : "approved") by \($0)" },
      endedBecause,
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension LadderStanding {
  /// Whether there is something to say about it: something is to be collected, or a rung was taken.
  var isWorthTelling: Bool { (next != nil && measures.oldestDue != nil) || title != nil }

  /// What comes next: `"final demand in 12 days"`, `"firm call: gate open"`, `"final demand: 100.00 USD of 250"`.
  func nextWords(_ today: CalendarDay) -> String {
    guard let next else { return "the last rung" }
    guard measures.oldestDue != nil else { return "nothing to collect" }
    let unmet = gate(of: next).unmet(on: today)
    if let days = daysToNext(on: today), unmet.count == 1 {
      return "\(next.title) in \(days == 1 ? "1 day" : "\(days) days")"
    }
    return "\(next.title): \(unmet.isEmpty ? "gate open" : unmet.joined(separator: ", "))"
  }
}

extension MatterTable {
  func cell(_ index: Int, _ escalation: EscalationStatus, _ sitting: Sitting) -> TextCell {
    switch index {
    case 0: TextCell(escalation.isOpen ? escalation.dueOn.dated : "")
    case 3: TextCell(escalation.terms.title, escalation.state.role)
    case 5: TextCell(escalation.openedOn.dated)
    case 7: TextCell(escalation.details(sitting.policy))
    default: ""
    }
  }

  func cell(_ index: Int, _ ladder: LadderStanding, _ sitting: Sitting) -> TextCell {
    switch index {
    case 0: "ladder"
    case 3: TextCell(ladder.title ?? "no rung yet")
    case 5: TextCell(ladder.since?.dated ?? "")
    case 7: TextCell(ladder.nextWords(sitting.today))
    default: ""
    }
  }
}
