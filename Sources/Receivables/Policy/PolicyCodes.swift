/// A list of a policy whose codes stand in the journal for good.
public enum CodeList: String, Hashable, Sendable, CaseIterable {
  /// Kinds of contact.
  case actions = "calls.actions"
  /// What came of contacts.
  case results = "calls.results"
  /// Why a customer does not pay.
  case reasons = "calls.reasons"
  /// How a customer pays.
  case methods = "calls.methods"
  /// Why a customer contests.
  case disputeReasons = "calls.dispute_reasons"
  /// Who works on disputes.
  case disputeOwners = "disputes.owners"
  /// What disputes came from.
  case rootCauses = "disputes.root_causes"
  /// The ladder.
  case rungs = "escalation.ladder"
  /// Who is responsible for a rung.
  case escalationOwners = "escalation.owners"
  /// Why something is not chased.
  case holdReasons = "holds.reasons"

  /// Whether something else than a code may be typed in its place: a person, a reason of one's own.
  var takesWords: Bool {
    switch self {
    case .disputeOwners, .escalationOwners, .rootCauses, .holdReasons: true
    default: false
    }
  }
}

/// A code that the journal holds.
public struct UsedCode: Hashable, Sendable {
  /// Of which list of a policy.
  public var list: CodeList
  /// As it stands in entries: `"PP"`.
  public var code: String

  /// A code of a list.
  public init(_ list: CodeList, _ code: String) {
    self.list = list
    self.code = code
  }
}

extension Policy {
  /// The codes of a list, in use or retired, in its order.
  public func codes(of list: CodeList) -> [String] {
    switch list {
    case .actions: actions.map(\.code)
    case .results: results.map(\.code)
    case .reasons: reasons.map(\.code)
    case .methods: methods.map(\.code)
    case .disputeReasons: disputeReasons.map(\.code)
    case .disputeOwners: disputes.owners.map(\.code)
    case .rootCauses: disputes.rootCauses.map(\.code)
    case .rungs: escalation.rungs.map(\.code)
    case .escalationOwners: escalation.owners.map(\.code)
    case .holdReasons: holdReasons.map(\.code)
    }
  }

  /// Those of `used` that this policy does not have, list by list: entries with them could not be read by it. Where words
  /// may stand for a code, only what is a code of the policy `before` is one.
  public func missing(_ used: some Sequence<UsedCode>, before: Policy) -> [UsedCode] {
    let used = Set(used)
    return CodeList.allCases.flatMap { list in
      let own = Set(codes(of: list))
      let former = Set(before.codes(of: list))
      return used.lazy.filter { $0.list == list && !own.contains($0.code) }
        .filter { !list.takesWords || former.contains($0.code) }
        .sorted { $0.code < $1.code }
    }
  }
}

extension EntryBody {
  /// The codes of a policy that it holds.
  public var usedCodes: Set<UsedCode> {
    var codes: Set<UsedCode> = []
    func add(_ list: CodeList, _ code: String?) {
      if let code, !code.isEmpty { codes.insert(UsedCode(list, code)) }
    }
    for section in sections {
      switch section {
      case let contact as ContactRecord: add(.actions, contact.action)
      case let outcome as Outcome:
        add(.results, outcome.result)
        add(.reasons, outcome.reason)
      case let promise as PromiseTerms: add(.methods, promise.method)
      case let dispute as DisputeTerms:
        add(.disputeReasons, dispute.reason)
        add(.disputeOwners, dispute.owner)
      case let hold as HoldTerms: add(.holdReasons, hold.reason)
      case let escalation as EscalationTerms:
        add(.rungs, escalation.rung)
        add(.escalationOwners, escalation.owner)
      case let change as MatterChange where change.kind == DisputeTerms.name:
        add(.disputeOwners, change.owner)
        add(.rootCauses, change.cause)
      case let change as MatterChange where change.kind == EscalationTerms.name:
        add(.escalationOwners, change.owner)
      default: break
      }
    }
    return codes
  }
}
