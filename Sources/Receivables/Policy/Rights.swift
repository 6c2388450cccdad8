/// Something that a policy can leave to some users of the system.
public enum Right: String, Hashable, Sendable, CaseIterable {
  /// To reverse or correct what another user wrote. What a customer withdraws is another matter.
  case takeBack = "take_back"
  /// To write that something is approved or declined: a rung of the ladder, a plan or discount beyond a limit.
  case approve
  /// To make another policy that of the book.
  case applyPolicy = "apply_policy"
  /// To erase text from the journal.
  case erase

  /// What comes after "may": `"reverse or correct what another user wrote"`.
  public var title: String {
    switch self {
    case .takeBack: "reverse or correct what another user wrote"
    case .approve: "write down that something is approved or declined"
    case .applyPolicy: "apply another policy"
    case .erase: "erase text from the journal"
    }
  }
}

/// Which users of the system may do what. A name with `@` before it is a group of the system. What is not in it everybody
/// may.
public struct Rights: Hashable, Sendable {
  /// Who may, by right; nobody named means everybody.
  public var holders: [Right: [String]]

  /// Everybody may everything that `holders` does not name.
  public init(_ holders: [Right: [String]] = [:]) { self.holders = holders }

  /// Whether the user, who is in these groups, has the right.
  ///
  /// `Rights([.erase: ["@dpo", "ann"]]).allows(.erase, user: "bob", groups: ["dpo"])` is true.
  public func allows(_ right: Right, user: String, groups: Set<String>) -> Bool {
    let named = holders[right] ?? []
    return named.isEmpty
      || named.contains { $0.hasPrefix("@") ? groups.contains(String($0.dropFirst())) : $0 == user }
  }
}

extension EntryBody {
  /// What somebody must be allowed to do to write this about the account. `user` is the operating system's.
  public func rightsNeeded(by user: String, on file: AccountFile) -> Set<Right> {
    var rights: Set<Right> = []
    if let number = first(Reversal.self)?.entry,
      let entry = file.entries.first(where: { $0.number == number }), entry.actor != user
    {
      rights.insert(.takeBack)
    }
    if sections.contains(where: { $0.isApproval }) { rights.insert(.approve) }
    return rights
  }
}

extension EntrySection {
  /// Whether it says that somebody approved or declined something.
  fileprivate var isApproval: Bool {
    switch self {
    case let change as MatterChange:
      change.kind == EscalationTerms.name
        && [EscalationState.approved, .declined].map(\.rawValue).contains(change.state)
    case let terms as PlanTerms: terms.approvedBy != nil || terms.incentive?.approvedBy != nil
    case let terms as PromiseTerms: terms.incentive?.approvedBy != nil
    default: false
    }
  }
}
