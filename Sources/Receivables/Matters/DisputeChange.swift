/// What somebody means to change about a dispute, before it is checked. What is nil stays as it is.
public struct ProposedDisputeChange: Hashable, Sendable {
  /// The dispute.
  public var dispute: MatterID
  /// How it stands from here on: one of `DisputeState.settable`.
  public var state: DisputeState?
  /// Who works on it, as typed: a department of the policy, or a person.
  public var owner: String?
  /// When somebody looks at it again.
  public var dueOn: CalendarDay?
  /// How much of what is disputed now is accepted; more than that is refused.
  public var accepted: Money?
  /// Code of a root cause of the policy.
  public var cause: String?
  /// What was found out.
  public var note: String

  /// A change; everything not named stays.
  public init(
    of dispute: MatterID, state: DisputeState? = nil, owner: String? = nil, dueOn: CalendarDay? = nil,
    accepted: Money? = nil, cause: String? = nil, note: String = ""
  ) {
    self.dispute = dispute
    self.state = state
    self.owner = owner
    self.dueOn = dueOn
    self.accepted = accepted
    self.cause = cause
    self.note = note
  }
}

/// A change of a dispute as it is stored, and what will come of it.
public struct CompletedDisputeChange: Hashable, Sendable {
  /// The entry.
  public var body: EntryBody
  /// What happens to the money and when somebody looks at it:
  /// `"200.00 USD is not chased until its credit is in the books, looked for on Fri 11 Dec."`
  public var outlook: String
}

extension AccountPicture {
  /// The disputes that are not over, those to be looked at first before the others.
  public var openDisputes: [DisputeStatus] {
    disputes.filter(\.isOpen).sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
  }
}

extension ProposedDisputeChange {
  /// The change with every default filled in and checked against the account. Accepting less than is disputed is to accept
  /// it partly, and the amount lies on the invoices oldest first; the credit is looked for after the policy's days.
  ///
  /// Throws `CallProblem` with the field to mend: `.amount` what is accepted, `.date` the day, `.reason` the root cause;
  /// none when nothing changes or the dispute is over.
  public func completed(
    for picture: AccountPicture, policy: Policy
  ) throws(CallProblem) -> CompletedDisputeChange {
    guard let status = picture.openDisputes.first(where: { $0.id == dispute }) else {
      throw CallProblem(nil, "This dispute is not open any more.")
    }
    var change = MatterChange(of: dispute, kind: DisputeTerms.name, note: note)
    let owner = self.owner.map(policy.disputes.owner(typed:))
    if owner != status.owner, owner?.isEmpty == false { change.owner = owner }
    if cause != status.cause { change.cause = cause }
    let laid = try laid(on: status)
    let meant = meant(laid, status)
    change.state = meant?.rawValue
    change.accepted = zip(status.parts, laid ?? []).map { part, amount in
      .init(invoice: part.invoice, amount: Money(minor: part.withoutMoney + amount, part.original.currency))
    }
    if meant == .rejected { keepAnswered(of: status, in: &change) }
    let now = meant ?? status.state
    change.dueOn = try checkedDay(now, turns: meant != nil, status, picture.asOf, policy)
    try checkCause(meant, status, policy)
    guard change != MatterChange(of: dispute, kind: DisputeTerms.name) else {
      throw CallProblem(nil, "Nothing changes yet: choose a state, or say what is new.")
    }
    return CompletedDisputeChange(
      body: EntryBody(change),
      outlook: outlook(now, turns: meant != nil, laid, change.dueOn ?? status.dueOn, status, picture, policy))
  }

  /// How it stands from here on; nil when it stands as before.
  private func meant(_ laid: [Int64]?, _ status: DisputeStatus) -> DisputeState? {
    if let laid { return laid == status.parts.map(\.disputed) ? .accepted : .partly }
    let isAsBefore = state == status.state || state?.expectsCredit == true && status.state.expectsCredit
    return isAsBefore ? nil : state
  }

  /// What is accepted now of each part, minor units; nil when nothing is said about that.
  private func laid(on status: DisputeStatus) throws(CallProblem) -> [Int64]? {
    let disputed = status.parts.map(\.disputed)
    guard state == nil || state?.expectsCredit == true else {
      guard accepted == nil else {
        throw CallProblem(.amount, "An amount goes with accepted or partly. Leave it out, or choose one.")
      }
      return nil
    }
    guard let accepted else {
      if state == .partly, status.state != .partly {
        throw CallProblem(.amount, "How much of it is accepted?")
      }
      return state == .accepted && !status.state.expectsCredit ? disputed : nil
    }
    let whole: [Money]
    do { whole = try status.sum(\.disputed) } catch { throw CallProblem(error) }
    guard whole.count == 1, let whole = whole.first, whole.currency == accepted.currency else {
      throw CallProblem(.amount, "The dispute is not in \(accepted.currency).")
    }
    guard accepted.minor > 0, accepted.minor <= whole.minor else {
      throw CallProblem(.amount, "Disputed now is \(whole); \(accepted) cannot be accepted of it.")
    }
    // All that is still expected is what was decided.
    if status.state.expectsCredit, accepted == whole { return nil }
    var left = accepted.minor
    return disputed.map { part in
      defer { left -= min(left, part) }
      return min(left, part)
    }
  }

  /// What was credited already stays accepted when the rest is rejected.
  private func keepAnswered(of status: DisputeStatus, in change: inout MatterChange) {
    guard status.state.expectsCredit, status.parts.contains(where: { $0.withoutMoney > 0 }) else { return }
    change.state = DisputeState.partly.rawValue
    change.accepted = status.parts.map {
      .init(invoice: $0.invoice, amount: Money(minor: $0.withoutMoney, $0.original.currency))
    }
  }

  /// The day that is stored; nil when it stays.
  private func checkedDay(
    _ state: DisputeState, turns: Bool, _ status: DisputeStatus, _ today: CalendarDay, _ policy: Policy
  ) throws(CallProblem) -> CalendarDay? {
    guard state != .rejected else {
      guard dueOn == nil else {
        throw CallProblem(.date, "Rejected, it is not looked at again. Leave the day out.")
      }
      return nil
    }
    if let dueOn {
      guard dueOn >= today else { throw CallProblem(.date, "\(dueOn.long) has passed.") }
      return dueOn == status.dueOn ? nil : dueOn
    }
    if state.expectsCredit, turns {
      return policy.office.day(policy.disputes.creditDays, businessDaysAfter: today)
    }
    guard status.dueOn >= today else {
      throw CallProblem(.date, "\(status.dueOn.long) has passed. When is it looked at again?")
    }
    return nil
  }

  private func checkCause(
    _ state: DisputeState?, _ status: DisputeStatus, _ policy: Policy
  ) throws(CallProblem) {
    if let cause, cause != status.cause,
      !policy.disputes.rootCauses.contains(where: { $0.code == cause && !$0.isRetired })
    {
      throw CallProblem(.reason, "“\(cause)” is not a root cause.")
    }
    guard state?.isDecision == true, cause == nil, status.cause == nil else { return }
    throw CallProblem(.reason, "What did it come from? A decision needs the root cause.")
  }
}

extension DisputedPart {
  /// What was credited and written off of it, minor units.
  fileprivate var withoutMoney: Int64 { credited + writtenOff }
}

// MARK: What will come of it

extension ProposedDisputeChange {
  private func outlook(
    _ state: DisputeState, turns: Bool, _ laid: [Int64]?, _ dueOn: CalendarDay, _ status: DisputeStatus,
    _ picture: AccountPicture, _ policy: Policy
  ) -> String {
    let disputed = status.parts.map(\.disputed)
    let next = policy.applied(to: picture.file).calendar.day(1, businessDaysAfter: picture.asOf).brief
    let isPastDue = status.parts.contains { part in
      picture.invoices.contains { $0.invoice.number == part.invoice && $0.isPastDue }
    }
    func free(_ amounts: [Int64]) -> String {
      "\(Self.words(amounts, status)) is free again\(isPastDue ? ": the account comes up on \(next)." : ".")"
    }
    switch state {
    case .rejected: return free(disputed)
    case .toBeCollected:
      return (turns ? free(disputed) + " " : "") + "It is looked at again on \(dueOn.brief(picture.asOf))."
    case .accepted, .partly:
      let waiting = laid ?? disputed
      let rest = zip(disputed, waiting).map { $0 - $1 }
      let credit =
        "\(Self.words(waiting, status)) is not chased until its credit is in the books, looked for on \(dueOn.brief(picture.asOf))."
      return credit + (rest.contains { $0 > 0 } ? " " + free(rest) : "")
    default:
      return
        "\(Self.words(disputed, status)) is not chased; it is looked at again on \(dueOn.brief(picture.asOf))."
    }
  }

  private static func words(_ amounts: [Int64], _ status: DisputeStatus) -> String {
    var sums: [Money] = []
    // Only to be read: a sum that does not fit is left out.
    for (part, amount) in zip(status.parts, amounts) {
      try? sums.add(Money(minor: amount, part.original.currency))
    }
    return sums.map(\.description).joined(separator: ", ")
  }
}
