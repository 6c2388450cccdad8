import Receivables
import Settings
import Testing

@Suite("The codes in the journal that a policy no longer has")
struct UsedCodeTests {
  let policy: Policy
  static let day = CalendarDay(number: 20_000)

  init() throws { policy = try PolicyFile.shipped() }

  /// Every list of a policy, and a section that holds its code in one place.
  static let bodies: [(CodeList, String, EntryBody)] = [
    (.actions, "OUT", EntryBody(ContactRecord(action: "OUT", effects: [], note: ""))),
    (.results, "VM", EntryBody(Outcome(result: "VM", reason: nil, invoices: []))),
    (.reasons, "oversight", EntryBody(Outcome(result: "", reason: "oversight", invoices: []))),
    (.disputeReasons, "price", EntryBody(DisputeTerms(reason: "price", amount: nil, covers: [], dueOn: day))),
    (
      .disputeOwners, "sales",
      EntryBody(DisputeTerms(reason: "", amount: nil, covers: [], dueOn: day, owner: "sales"))
    ),
    (.rootCauses, "damage", EntryBody(change(DisputeTerms.name, cause: "damage"))),
    (.rungs, "agency", EntryBody(EscalationTerms(rung: "agency", title: "", dueOn: day, invoices: []))),
    (.escalationOwners, "legal", EntryBody(change(EscalationTerms.name, owner: "legal"))),
    (.holdReasons, "audit", EntryBody(HoldTerms(reason: "audit", by: "", until: day))),
  ]

  private static func change(_ kind: String, owner: String? = nil, cause: String? = nil) -> MatterChange {
    var change = MatterChange(
      of: MatterID(EntryNumber(rawValue: 1)), kind: kind, note: "")
    change.owner = owner
    change.cause = cause
    return change
  }

  @Test("Each is found, and missed only where it is gone", arguments: bodies)
  func each(list: CodeList, code: String, body: EntryBody) {
    #expect(body.usedCodes == [UsedCode(list, code)])
    #expect(policy.missing(body.usedCodes, before: policy) == [])
    var other = policy
    other.drop(code, from: list)
    #expect(other.codes(of: list).count == policy.codes(of: list).count - 1)
    #expect(other.missing(body.usedCodes, before: policy) == [UsedCode(list, code)])
  }

  @Test("A person or a reason that somebody typed is no code; a result that nobody knows is one")
  func words() {
    let used: Set = [
      UsedCode(.disputeOwners, "Bob Roe"), UsedCode(.holdReasons, "wife ill"), UsedCode(.results, "ZZ"),
    ]
    #expect(policy.missing(used, before: policy) == [UsedCode(.results, "ZZ")])
  }
}

extension Policy {
  fileprivate mutating func drop(_ code: String, from list: CodeList) {
    switch list {
    case .actions: actions.removeAll { $0.code == code }
    case .results: results.removeAll { $0.code == code }
    case .reasons: reasons.removeAll { $0.code == code }
    case .methods: methods.removeAll { $0.code == code }
    case .disputeReasons: disputeReasons.removeAll { $0.code == code }
    case .disputeOwners: disputes.owners.removeAll { $0.code == code }
    case .rootCauses: disputes.rootCauses.removeAll { $0.code == code }
    case .rungs: escalation.rungs.removeAll { $0.code == code }
    case .escalationOwners: escalation.owners.removeAll { $0.code == code }
    case .holdReasons: holdReasons.removeAll { $0.code == code }
    }
  }
}
