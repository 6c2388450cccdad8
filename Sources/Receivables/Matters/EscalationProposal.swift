/// A rung of the ladder that somebody means to take, before it is checked.
public struct ProposedEscalation: Hashable, Sendable {
  /// Code of the rung; nil for the next one that somebody decides on.
  public var rung: String?
  /// Who is responsible, as typed; nil for who it is by the policy.
  public var owner: String?
  /// When somebody looks at it; nil for the next business day, or for the policy's days after it is carried out.
  public var dueOn: CalendarDay?
  /// Why. Needed where the gate is not fulfilled or a rung is passed over.
  public var reason: String
  /// Whether it is carried out already, where nobody has to approve it.
  public var isCarriedOut: Bool
  /// The invoices that it is about; none for all that are past due, or else all that are open.
  public var invoices: [DocumentID]

  /// A proposal; what is not said goes by the policy.
  public init(
    _ rung: String? = nil, owner: String? = nil, dueOn: CalendarDay? = nil, reason: String = "",
    isCarriedOut: Bool = false, invoices: [DocumentID] = []
  ) {
    self.rung = rung
    self.owner = owner
    self.dueOn = dueOn
    self.reason = reason
    self.isCarriedOut = isCarriedOut
    self.invoices = invoices
  }
}

/// An escalation, or a change of one, as it is stored, and what will come of it.
public struct CompletedEscalation: Hashable, Sendable {
  /// The entry.
  public var body: EntryBody
  /// What will happen, and what is not as the ladder has it:
  /// `"Final demand is proposed; manager decides by Mon 30 Nov. Before its gate: 45 of 60 days past due."`
  public var outlook: String
}

extension AccountPicture {
  /// The rungs that can be proposed: those that somebody decides on and on which the account does not stand, the next one
  /// first; none while a proposal waits.
  public func proposable(_ policy: Policy) -> [LadderRung] {
    guard !escalations.contains(where: \.isAhead), !invoices.isEmpty else { return [] }
    let inForce = Set(escalations.filter(\.isInForce).map(\.terms.rung))
    let rungs = policy.escalation.decided.filter { !inForce.contains($0.code) }
    let height = rungs.map { policy.escalation.level(of: $0.code) ?? 0 }
    let next = zip(rungs, height).filter { $0.1 > ladder.level }.map(\.0)
    return next + zip(rungs, height).filter { $0.1 <= ladder.level }.map(\.0)
  }
}

extension AccountPicture {
  /// The rung that goes to law, also while a lower one waits to be decided; nil where it is proposed or in force already.
  func proposableLegal(_ policy: Policy) -> LadderRung? {
    guard let rung = policy.escalation.legalRung, !rung.isRetired, !invoices.isEmpty else { return nil }
    let level = policy.escalation.level(of: rung.code) ?? 0
    let isThere = escalations.contains {
      ($0.isAhead || $0.isInForce) && policy.escalation.level(of: $0.terms.rung) ?? 0 >= level
    }
    return isThere ? nil : rung
  }
}

extension ProposedEscalation {
  /// The escalation with every default filled in and checked against the account.
  ///
  /// Throws `CallProblem`: `.reason` where the ladder is not followed and nothing says why, `.date` for a day that has
  /// passed, none where nothing can be proposed.
  public func completed(
    for picture: AccountPicture, policy: Policy
  ) throws(CallProblem) -> CompletedEscalation {
    let rung = try meant(on: picture, policy)
    let terms = try terms(rung, for: picture, policy)
    if let exception = terms.exception, reason.allSatisfy(\.isWhitespace) {
      throw CallProblem(.reason, "\(rung.title.sentence): \(exception). Say why it is taken all the same.")
    }
    return CompletedEscalation(body: EntryBody(terms), outlook: outlook(terms, policy, on: picture.asOf))
  }

  private func meant(on picture: AccountPicture, _ policy: Policy) throws(CallProblem) -> LadderRung {
    if let ahead = picture.escalations.first(where: \.isAhead) {
      throw CallProblem(
        nil, "\(ahead.terms.title.sentence) is \(ahead.state.title) already: decide on it first.")
    }
    guard !picture.invoices.isEmpty else { throw CallProblem(nil, "Nothing is open on this account.") }
    let offered = picture.proposable(policy)
    guard let code = self.rung else {
      guard let next = offered.first else { throw CallProblem(nil, "There is no higher rung.") }
      return next
    }
    if let rung = offered.first(where: { $0.code == code }) { return rung }
    guard let known = policy.escalation.rung(code) else {
      let codes = policy.escalation.decided.map(\.code).joined(separator: ", ")
      throw CallProblem(nil, "The ladder has no rung “\(code)”; it has \(codes).")
    }
    guard known.contacts.isEmpty else {
      throw CallProblem(nil, "\(known.title.sentence) needs no proposal: the contact itself takes it.")
    }
    throw CallProblem(
      nil,
      known.isRetired ? "\(known.title.sentence) is no longer used." : "The account stands on it already.")
  }

  /// The section, whether or not the ladder is followed.
  func terms(
    _ rung: LadderRung, for picture: AccountPicture, _ policy: Policy
  ) throws(CallProblem) -> EscalationTerms {
    let today = picture.asOf
    guard !isCarriedOut || !rung.needsApproval else {
      throw CallProblem(nil, "\(rung.title.sentence) needs somebody to approve it first.")
    }
    let days = isCarriedOut ? max(rung.checkDays, 1) : 1
    let due = dueOn ?? policy.office.day(days, businessDaysAfter: today)
    guard due >= today else { throw CallProblem(.date, "\(due.long) has passed.") }
    let wanted = Set(invoices)
    let chosen = picture.invoices.filter { wanted.contains($0.invoice.id) }
    let pastDue = picture.invoices.filter(\.isPastDue)
    let about = chosen.isEmpty ? (pastDue.isEmpty ? picture.invoices : pastDue) : chosen
    let owner = owner.map(policy.escalation.owner(typed:)).flatMap { $0.isEmpty ? nil : $0 } ?? rung.owner
    return EscalationTerms(
      rung: rung.code, title: rung.title, effect: rung.effect,
      state: isCarriedOut ? .carriedOut : rung.needsApproval ? .proposed : .approved, owner: owner,
      dueOn: due, reason: reason,
      found: picture.ladder.gate(of: rung).found(on: today).joined(separator: ", "),
      exception: picture.ladder.exception(to: rung, policy, on: today), invoices: about.map(\.invoice.number))
  }

  private func outlook(_ terms: EscalationTerms, _ policy: Policy, on today: CalendarDay) -> String {
    let who = terms.owner.map(policy.escalation.owners.title) ?? "nobody yet"
    let title = terms.title.sentence
    let happens =
      switch terms.state {
      case .proposed:
        "\(title) is proposed; \(who) looks after it, to be decided by \(terms.dueOn.brief(today))."
      case .approved: "\(title) needs no approval; \(who) carries it out by \(terms.dueOn.brief(today))."
      default: "\(title) is carried out; \(who) looks what came of it on \(terms.dueOn.brief(today))."
      }
    let gate = terms.exception.map { "\($0.sentence)." } ?? "Gate: \(terms.found)."
    return "\(happens) \(gate)"
  }
}

extension String {
  /// With a capital letter, to begin a sentence.
  var sentence: String { prefix(1).uppercased() + dropFirst() }
}
