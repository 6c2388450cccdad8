/// What the matters of one kind that are open on an account come to: what a view of such matters shows and adds up.
public struct MatterSum: Hashable, Sendable {
  /// The view that lists them.
  public var view: WorklistView
  /// Since when the oldest of them is open.
  public var since: CalendarDay
  /// Who works on the oldest dispute: a code of the policy's owners, or a name; nil for nobody and for other matters.
  public var owner: String?
  /// What is claimed, disputed, planned or held, one amount a currency; nothing where none of it is open any more.
  public var amounts: [Money]

  /// A sum.
  public init(view: WorklistView, since: CalendarDay, owner: String? = nil, amounts: [Money]) {
    self.view = view
    self.since = since
    self.owner = owner
    self.amounts = amounts
  }
}

extension WorklistView {
  /// What its sums are: `"planned"` where it lists accounts for matters of theirs; nil where they are what is to be
  /// collected.
  public var matterWord: String? {
    switch self {
    case .promisesDue: "promised"
    case .claims: "said paid"
    case .disputes: "disputed"
    case .plans: "planned"
    case .holds: "on hold"
    default: nil
    }
  }
}

extension AccountSummary {
  /// What the matters come to for which a view lists the account, one amount a currency; nil where the view is about what
  /// is to be collected, or does not list it.
  public func matters(in view: WorklistView) -> [Money]? {
    guard view == .promisesDue else { return matterSums.first { $0.view == view }?.amounts }
    var sums: [Money] = []
    // Where a sum does not fit, the parts are told.
    for promised in promised { do { try sums.add(promised.amount) } catch { sums.append(promised.amount) } }
    return promised.isEmpty ? nil : sums
  }
}

extension AccountDerivation {
  /// What is open of claims, disputes, plans and holds. Throws `MoneyError.overflow`.
  var matterSums: [MatterSum] {
    get throws(MoneyError) {
      var sums: [MatterSum] = []
      for promise in inProgress.promises where promise.state == .verifying {
        let left = Money(minor: promise.left, promise.terms.amount.currency)
        try sums.add(.claims, promise.takenOn, [left])
      }
      for dispute in inProgress.disputes where dispute.isOpen {
        try sums.add(.disputes, dispute.openedOn, owner: dispute.owner, dispute.sum(\.disputed))
      }
      let open = inProgress.matters.filter(\.isOpen)
      for plan in inProgress.plans where open.contains(where: { $0.id == plan.id }) {
        let (amount, paid) = plan.sums
        try sums.add(.plans, plan.agreedOn, [amount.subtracting(paid)])
      }
      for hold in open where hold.kind == HoldTerms.name {
        try sums.add(.holds, hold.openedOn, hold.held)
      }
      return sums
    }
  }
}

extension [MatterSum] {
  /// Adds a matter to the sum of its view; the oldest says since when and with whom.
  fileprivate mutating func add(
    _ view: WorklistView, _ day: CalendarDay, owner: String? = nil, _ amounts: [Money]
  ) throws(MoneyError) {
    let index = firstIndex { $0.view == view } ?? endIndex
    if index == endIndex { append(MatterSum(view: view, since: day, owner: owner, amounts: [])) }
    if day < self[index].since { (self[index].since, self[index].owner) = (day, owner) }
    for amount in amounts where amount.minor != 0 { try self[index].amounts.add(amount) }
  }
}
