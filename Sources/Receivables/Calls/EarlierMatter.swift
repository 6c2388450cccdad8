/// What a newer matter leaves of one that was open on the same invoices.
public struct EarlierMatter: Hashable, Sendable {
  /// Which one.
  public let id: MatterID
  /// `"promise"`, `"plan"`, `"dispute"` or `"escalation"`.
  public let kind: String
  /// Whether nothing of it is left.
  public let isOver: Bool
  /// What becomes of it: `"400.00 USD of 1 200.00 USD on Fri 4 Dec ends"`.
  public let sentence: String
}

extension AccountPicture {
  /// What an entry that is not saved yet leaves of each open matter on the invoices of its own.
  ///
  /// `"1 200.00 USD on Fri 4 Dec ends"`, `"400.00 USD of 1 200.00 USD on Fri 4 Dec ends"`,
  /// `"1 200.00 USD on Fri 4 Dec stands beside it"`; of a plan that another one takes the place of
  /// `"the plan of 900.00 USD in 3 ends"`; of a dispute that is raised anew `"400.00 USD contested on INV-2 for price ends"`;
  /// of a proposal `"final demand, proposed, is overtaken"`.
  public func takenOver(by body: EntryBody, _ policy: Policy) -> [EarlierMatter] {
    promisesTakenOver(by: body) + plansTakenOver(by: body) + disputesTakenOver(by: body, policy)
      + escalationsTakenOver(by: body)
  }

  private func escalationsTakenOver(by body: EntryBody) -> [EarlierMatter] {
    guard let terms = body.first(EscalationTerms.self) else { return [] }
    return escalations.filter { $0.isAhead && Set($0.terms.invoices).isSubset(of: terms.invoices) }.map {
      EarlierMatter(
        id: $0.id, kind: EscalationTerms.name, isOver: true,
        sentence: "\($0.terms.title), \($0.state.title), is overtaken")
    }
  }

  private func disputesTakenOver(by body: EntryBody, _ policy: Policy) -> [EarlierMatter] {
    body.all(DisputeTerms.self).flatMap { terms in
      contestedAnew(by: terms).map { dispute, part in
        let amount = Money(minor: part.disputed, part.original.currency)
        let reason = policy.disputeReasons.title(terms.reason)
        return EarlierMatter(
          id: dispute.id, kind: DisputeTerms.name, isOver: dispute.parts.count { $0.disputed > 0 } == 1,
          sentence: "\(amount) contested on \(part.invoice) for \(reason) ends")
      }
    }
  }

  private func plansTakenOver(by body: EntryBody) -> [EarlierMatter] {
    let planned = Set(body.all(PlanTerms.self).flatMap(\.covers).map(\.number))
    return plans.filter { plan in
      plan.next != nil && plan.brokenOn == nil && plan.terms.covers.contains { planned.contains($0.number) }
    }.map { plan in
      let total = (try? plan.terms.total()).map { " of \($0)" } ?? ""
      let sentence = "the plan\(total) in \(plan.instalments.count) ends"
      return EarlierMatter(id: plan.id, kind: PlanTerms.name, isOver: true, sentence: sentence)
    }
  }

  private func promisesTakenOver(by body: EntryBody) -> [EarlierMatter] {
    let promised = body.all(PromiseTerms.self).filter { $0.kind == .promise }.flatMap(\.covers)
    let covered = Set((promised + body.all(PlanTerms.self).flatMap(\.covers)).map(\.number))
    let replaces = body.replaces
    return promises.filter { $0.state.isActive && !covered.isDisjoint(with: $0.parts.keys) }.map { promise in
      let whole = "\(promise.standing) on \(promise.terms.day.brief(asOf))"
      let parts = replaces.filter { $0.promise == promise.id }
      let taken = Money(minor: parts.reduce(0) { $0 + $1.amount.minor }, promise.standing.currency)
      let isOver = !parts.isEmpty && taken.minor >= promise.left
      let sentence =
        parts.isEmpty
        ? "\(whole) stands beside it" : isOver ? "\(whole) ends" : "\(taken) of \(whole) ends"
      return EarlierMatter(id: promise.id, kind: PromiseTerms.name, isOver: isOver, sentence: sentence)
    }
  }
}
