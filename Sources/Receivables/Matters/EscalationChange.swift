/// What somebody means to change about an escalation, before it is checked. What is nil stays as it is.
public struct ProposedEscalationChange: Hashable, Sendable {
  /// The escalation.
  public var escalation: MatterID
  /// How it stands from here on: one of `EscalationState.following` of how it stands now.
  public var state: EscalationState?
  /// Who approves or declines it; nil for whoever writes it down.
  public var by: String?
  /// Who is responsible, as typed: a department of the policy, or a person.
  public var owner: String?
  /// When somebody looks at it again.
  public var dueOn: CalendarDay?
  /// Why, or what came of it.
  public var note: String

  /// A change; everything not named stays.
  public init(
    of escalation: MatterID, state: EscalationState? = nil, by: String? = nil, owner: String? = nil,
    dueOn: CalendarDay? = nil, note: String = ""
  ) {
    self.escalation = escalation
    self.state = state
    self.by = by
    self.owner = owner
    self.dueOn = dueOn
    self.note = note
  }
}

extension ProposedEscalationChange {
  /// The change with every default filled in and checked against the account. `collector` writes it down.
  ///
  /// Whom the policy names may approve or decline, and not what they proposed themselves; where it names nobody anybody may.
  /// Throws `CallProblem` with the field to mend: `.approval` who decides, `.reason` the note, `.date` the day; none when
  /// the state cannot follow, nothing changes, or the escalation is over.
  public func completed(
    for picture: AccountPicture, policy: Policy, by collector: String
  ) throws(CallProblem) -> CompletedEscalation {
    guard
      let status = picture.escalations.first(where: { $0.id == escalation && ($0.isOpen || $0.isInForce) })
    else { throw CallProblem(nil, "This escalation is not open any more.") }
    var change = MatterChange(of: escalation, kind: EscalationTerms.name, note: note)
    if let state, state != status.state {
      guard status.state.following.contains(state) else {
        throw CallProblem(nil, "What is \(status.state.title) cannot be \(state.title).")
      }
      change.state = state.rawValue
      if state == .approved || state == .declined {
        let decider = try decider(status, policy, collector)
        if decider != collector { change.by = decider }
      }
      if state == .declined || state == .returned, note.allSatisfy(\.isWhitespace) {
        throw CallProblem(.reason, "Why is it \(state.title)?")
      }
    }
    let owner = self.owner.map(policy.escalation.owner(typed:))
    if owner != status.owner, owner?.isEmpty == false { change.owner = owner }
    change.dueOn = try day(change, status, picture.asOf, policy)
    guard change != MatterChange(of: escalation, kind: EscalationTerms.name) else {
      throw CallProblem(nil, "Nothing changes yet: choose what is done, or say what is new.")
    }
    return CompletedEscalation(
      body: EntryBody(change),
      outlook: outlook(change, status, picture.asOf, policy.applied(to: picture.file)))
  }

  private func decider(
    _ status: EscalationStatus, _ policy: Policy, _ collector: String
  ) throws(CallProblem) -> String {
    let name = by.flatMap { $0.isEmpty ? nil : $0 } ?? collector
    guard !policy.approvers.isEmpty else { return name }
    let who = policy.approvers.joined(separator: ", ")
    guard let known = policy.approvers.first(where: { $0.lowercased() == name.lowercased() }) else {
      throw CallProblem(.approval, "\(name) may not decide on it. By the policy these may: \(who).")
    }
    guard known.lowercased() != status.proposedBy.lowercased() else {
      throw CallProblem(
        .approval, "\(known) proposed it, so somebody else decides. By the policy these may: \(who).")
    }
    return known
  }

  private func day(
    _ change: MatterChange, _ status: EscalationStatus, _ today: CalendarDay, _ policy: Policy
  ) throws(CallProblem) -> CalendarDay? {
    let state = change.state.flatMap(EscalationState.init(rawValue:))
    guard state == nil || state == .approved || state == .carriedOut else {
      guard dueOn == nil else {
        throw CallProblem(.date, "It is over then, and not looked at again. Leave the day out.")
      }
      return nil
    }
    if let dueOn {
      guard dueOn >= today else { throw CallProblem(.date, "\(dueOn.long) has passed.") }
      return dueOn == status.dueOn ? nil : dueOn
    }
    switch state {
    case .carriedOut:
      let days = policy.escalation.rung(status.terms.rung)?.checkDays ?? 10
      return policy.office.day(max(days, 1), businessDaysAfter: today)
    case .approved: return policy.office.day(1, businessDaysAfter: today)
    default: return nil
    }
  }

  private func outlook(
    _ change: MatterChange, _ status: EscalationStatus, _ today: CalendarDay, _ policy: Policy
  ) -> String {
    let title = status.terms.title.sentence
    let day = (change.dueOn ?? status.dueOn).brief(today)
    let who = (change.owner ?? status.owner).map(policy.escalation.owners.title) ?? "nobody yet"
    let exception = status.terms.exception.map { " \($0.sentence)." } ?? ""
    let next = policy.calendar.day(1, businessDaysAfter: today).brief
    switch change.state.flatMap(EscalationState.init(rawValue:)) {
    case .approved: return "\(title) is approved; \(who) carries it out by \(day).\(exception)"
    case .declined: return "\(title) is declined; the account comes up on \(next)."
    case .carriedOut:
      let effect =
        switch status.terms.effect {
        case .placement: "nothing of the account is chased here until it is returned"
        case .creditHold: "nothing is delivered on credit until it is returned"
        case nil: "the account stands on it"
        }
      return "\(title) is carried out: \(effect); looked at on \(day).\(exception)"
    case .returned:
      return status.terms.effect == .creditHold
        ? "\(title) is released." : "\(title) is taken back; the account comes up on \(next)."
    case .done: return "\(title) is done with."
    default: return "\(title) stays \(status.state.title); \(who) looks at it on \(day)."
    }
  }
}
