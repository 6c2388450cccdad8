/// A discount or a waived fee as somebody means to record it.
public struct ProposedIncentive: Hashable, Sendable {
  /// How much is given up.
  public enum Size: Hashable, Sendable {
    /// Hundredths of a percent of what it is given on: 200 is 2 %.
    case share(Int)
    /// An amount in the currency of what it is given on.
    case amount(Money)
  }

  /// What is given up.
  public var kind: Incentive.Kind
  /// How much.
  public var size: Size
  /// The last day on which the money has to be there; nil for the last day of what it is given on.
  public var until: CalendarDay?
  /// Who approved it, where it is beyond what the policy allows.
  public var approvedBy: String?

  /// A discount or a waived fee.
  public init(
    _ kind: Incentive.Kind, _ size: Size, until: CalendarDay? = nil, approvedBy: String? = nil
  ) {
    self.kind = kind
    self.size = size
    self.until = until
    self.approvedBy = approvedBy
  }
}

extension ProposedIncentive {
  /// What it comes to on `whole`, whose last day is `last`: a share is turned into an amount, half a minor unit up. Who has
  /// to approve it is not looked at. Throws `CallProblem`.
  ///
  /// 2 % of 4 999.99 USD is 100.00 USD.
  func terms(on whole: Money, last: CalendarDay, today: CalendarDay) throws(CallProblem) -> Incentive {
    var amount = whole
    var basisPoints: Int?
    switch size {
    case .share(let share):
      // In 128 bits, so that no amount is too large for it.
      let product = Int128(whole.minor) * Int128(share) + 5_000
      guard let minor = Int64(exactly: product / 10_000) else { throw CallProblem(MoneyError.overflow) }
      amount.minor = minor
      basisPoints = share
    case .amount(let said): amount = said
    }
    guard amount.currency == whole.currency else {
      throw CallProblem(.discount, "The invoices are in \(whole.currency).")
    }
    guard amount.minor > 0 else {
      throw CallProblem(.discount, "Nothing of \(whole) is given up by that. Type more, or leave it out.")
    }
    guard amount.minor < whole.minor else {
      throw CallProblem(.discount, "\(amount) is not less than all of it, \(whole).")
    }
    let until = until ?? last
    guard until >= today else { throw CallProblem(.discount, "\(until.long) has passed.") }
    guard until <= last else {
      throw CallProblem(
        .discount, "\(until.long) is after the last day on which the money is to come, \(last.long).")
    }
    return Incentive(kind, amount, until: until, basisPoints: basisPoints)
  }

  /// The same, approved where it is beyond what the policy allows. Throws `CallProblem`.
  func completed(
    on whole: Money, last: CalendarDay, today: CalendarDay, policy: Policy
  ) throws(CallProblem) -> Incentive {
    var terms = try terms(on: whole, last: last, today: today)
    if let sentence = policy.excess(of: terms, on: whole, today: today) {
      terms.approvedBy = try policy.approval(of: sentence, by: approvedBy)
    }
    return terms
  }
}

extension Policy {
  /// Why what is given up on `whole` needs to be approved: a sentence; nil for what a collector may give up alone.
  ///
  /// `"A discount of 250.00 USD is more than 3 % of 5 000.00 USD."`
  public func excess(of incentive: Incentive, on whole: Money, today: CalendarDay) -> String? {
    let days = today.distance(to: incentive.until)
    if days > incentives.longestDays {
      return "Its last day is \(days) days away; a discount reaches \(incentives.longestDays) days at most."
    }
    let most = Int128(whole.minor) * Int128(incentives.largestBasisPoints)
    // Half a minor unit is what turning a share into an amount may add.
    guard Int128(incentive.amount.minor) * 10_000 > most + 5_000 else { return nil }
    let share = Incentive.percent(incentives.largestBasisPoints)
    return "A \(incentive.title) is more than \(share) of \(whole)."
  }

  /// Who approved what is beyond a limit, told by `sentence`: one of those who may. Throws `CallProblem`.
  func approval(of sentence: String, by name: String?) throws(CallProblem) -> String {
    guard let name, !name.isEmpty else {
      throw CallProblem(.approval, "\(sentence) Say who approved it.")
    }
    guard !approvers.isEmpty else { return name }
    guard let known = approvers.first(where: { $0.lowercased() == name.lowercased() }) else {
      let who = approvers.joined(separator: ", ")
      throw CallProblem(.approval, "\(name) may not approve it. By the policy these may: \(who).")
    }
    return known
  }
}
