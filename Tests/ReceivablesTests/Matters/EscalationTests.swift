import Receivables
import SampleEntries
import Testing

@Suite("An escalation")
struct EscalationTests {
  /// 5 000.00 past due since Wed 1 April 2026, called firmly in May; as of Mon 8 June it may get a final demand.
  private func account() throws -> AccountSketch {
    var account = AccountSketch()
    try account.invoice(500_000, due: "2026-04-01", number: "A-1")
    try account.call("HU", on: "2026-05-05", next: (.call, "2026-05-20"))
    return account
  }

  private func policy(_ approvers: String...) throws -> Policy {
    var policy = try Policy.shipped
    policy.approvers = approvers
    return policy
  }

  private func propose(
    _ rung: String?, on made: String, reason: String = "", _ account: inout AccountSketch,
    carriedOut: Bool = false
  ) throws -> MatterID {
    let call = try ProposedEscalation(rung, reason: reason, isCarriedOut: carriedOut).completed(
      for: try account.picture(made), policy: try .shipped)
    return MatterID(try account.enter(call.body, on: made))
  }

  private func change(
    _ id: MatterID, _ state: EscalationState?, on made: String, note: String = "", due: String? = nil,
    by: String? = nil, as collector: String = "boss", _ account: inout AccountSketch, _ policy: Policy? = nil
  ) throws {
    let change = ProposedEscalationChange(
      of: id, state: state, by: by, dueOn: try due.map { try day($0) }, note: note)
    let policy = try policy ?? .shipped
    try account.enter(
      change.completed(for: try account.picture(made, policy), policy: policy, by: collector).body, on: made)
  }

  private func problem(_ body: () throws -> Void) -> CallProblem? {
    do {
      try body()
      return nil
    } catch {
      return error as? CallProblem
    }
  }

  @Test("is proposed for the next rung, told in the entry, and somebody's next action until it is decided")
  func proposed() throws {
    var account = try account()
    let completed = try ProposedEscalation().completed(
      for: try account.picture("2026-06-08"), policy: try .shipped)
    #expect(
      completed.body
        == EntryBody(
          EscalationTerms(
            rung: "final_demand", title: "final demand", owner: "manager", dueOn: try day("2026-06-09"),
            found: "68 of 60 days past due, 5 000.00 USD of 250", invoices: ["A-1"])))
    #expect(
      completed.outlook
        == "Final demand is proposed; manager looks after it, to be decided by Tue 9 Jun. "
        + "Gate: 68 of 60 days past due, 5 000.00 USD of 250.")
    #expect(completed.body.gist(policy: try .shipped) == "final demand proposed")
    try account.enter(completed.body, on: "2026-06-08")
    let picture = try account.picture("2026-06-09")
    #expect(picture.summary.lane == .followUp)
    #expect(picture.summary.next == NextAction(.escalate, on: try day("2026-06-09")))
    #expect(picture.summary.flags.contains(.escalated))
    #expect(picture.matters.first?.title == "final demand")
    #expect(picture.proposable(try .shipped).isEmpty, "one proposal waits at a time")
  }

  @Test("before its gate, or passing a rung over, needs a reason and says so wherever it shows")
  func exceptions() throws {
    var account = try account()
    let refused = problem { _ = try propose("agency", on: "2026-05-16", &account) }
    #expect(refused?.field == .reason)
    #expect(
      refused?.sentence
        == "Agency: before its gate: 45 of 90 days past due, 0 of 1 broken promises; skips final demand, credit hold. "
        + "Say why it is taken all the same.")
    _ = try propose("agency", on: "2026-05-16", reason: "moves abroad", &account)
    let body = try #require(account.file.entries.last?.body)
    #expect(
      body.gist(policy: try .shipped)
        == "agency proposed, before its gate: 45 of 90 days past due, 0 of 1 broken promises; skips final demand, credit hold"
    )
    #expect(body.freeText == "moves abroad")
  }

  @Test(
    "goes from one state only to those that can follow",
    arguments: [
      ([], [.approved, .declined]), ([.approved], [.carriedOut, .declined]), ([.declined], []),
      ([.approved, .carriedOut], [.returned, .done]), ([.approved, .carriedOut, .returned], []),
    ] as [([EscalationState], [EscalationState])])
  func states(said: [EscalationState], following: [EscalationState]) throws {
    var account = try account()
    let id = try propose(nil, on: "2026-06-08", &account)
    for state in said { try change(id, state, on: "2026-06-08", note: "so", &account) }
    let status = try account.picture("2026-06-08").escalations[0]
    #expect(status.state == said.last ?? .proposed)
    for state in EscalationState.settable {
      var copy = account
      let refused = problem { try change(id, state, on: "2026-06-08", note: "so", &copy) }
      #expect(
        (refused == nil) == (following.contains(state) || state == status.state && status.isOpen), "\(state)")
    }
  }

  @Test(
    "is decided by whom the policy names, and not by who proposed it",
    arguments: [
      ([], "tester", nil, true), ([], "tester", "anybody", true), (["Ann Lee"], "tester", nil, false),
      (["Ann Lee"], "tester", "ann lee", true), (["Ann Lee"], "ann lee", nil, true),
      (["tester", "Ann Lee"], "tester", nil, false), (["tester"], "boss", "Tester", false),
    ] as [([String], String, String?, Bool)])
  func rights(approvers: [String], collector: String, by: String?, isAllowed: Bool) throws {
    var account = try account()
    var policy = try Policy.shipped
    policy.approvers = approvers
    let id = try propose(nil, on: "2026-06-08", &account)
    for state in [EscalationState.approved, .declined] {
      var copy = account
      let refused = problem {
        try change(id, state, on: "2026-06-09", note: "so", by: by, as: collector, &copy, policy)
      }
      #expect((refused == nil) == isAllowed)
      #expect(isAllowed || refused?.field == .approval)
      guard isAllowed else { continue }
      #expect(
        try copy.picture("2026-06-09", policy).escalations[0].decidedBy?.lowercased()
          == (by ?? collector).lowercased())
    }
  }

  @Test(
    "carried out, the next rung is offered, the account stands on it and is looked at after the policy's days"
  )
  func carriedOut() throws {
    var account = try account()
    let id = try propose(nil, on: "2026-06-08", &account)
    try change(id, .approved, on: "2026-06-09", &account)
    try change(id, .carriedOut, on: "2026-06-09", &account)
    let picture = try account.picture("2026-06-12")
    #expect(picture.ladder.title == "final demand" && picture.ladder.next?.code == "credit_hold")
    #expect(picture.summary.next == NextAction(.checkEscalation, on: try day("2026-06-24")))
    #expect(picture.summary.lane == nil, "its money waits with it")
    #expect(picture.summary.balances[0].toCollect == 500_000)
    #expect(picture.proposable(try .shipped).first?.code == "credit_hold")
    // What falls due besides is not parked by it.
    try account.invoice(10_000, due: "2026-06-10")
    #expect(try account.picture("2026-06-16").summary.lane != nil)
  }

  @Test("an attempt in vain before it asks for no other, one after it does")
  func attempts() throws {
    var account = try account()
    try account.call("NA", on: "2026-06-05", next: (.call, "2026-06-08"))
    #expect(try account.picture("2026-06-08").summary.next?.kind == .call)
    let id = try propose(nil, on: "2026-06-08", &account)
    #expect(
      try account.picture("2026-06-09").summary.next == NextAction(.escalate, on: try day("2026-06-09")))
    try change(id, .approved, on: "2026-06-09", due: "2026-06-30", &account)
    #expect(try account.picture("2026-06-10").summary.lane == nil)
    try account.call("NA", on: "2026-06-10", next: (.call, "2026-06-11"))
    #expect(try account.picture("2026-06-11").summary.next?.kind == .call)
  }

  @Test("what went wrong before it asks for no call, what goes wrong after it does")
  func failures() throws {
    var account = try account()
    let invoice = account.file.invoices[0].id
    try account.promise(100_000, for: "2026-05-29", on: "2026-05-06", [invoice])
    try account.promise(400_000, for: "2026-06-12", on: "2026-05-06", [invoice])
    #expect(try account.picture("2026-06-08").summary.lane == .brokenPromise)
    let id = try propose(nil, on: "2026-06-08", &account)
    let proposed = try account.picture("2026-06-08").summary
    #expect(proposed.lane == nil)
    #expect(proposed.next == NextAction(.escalate, on: try day("2026-06-09")))
    try change(id, .approved, on: "2026-06-09", due: "2026-06-30", &account)
    #expect(try account.picture("2026-06-11").summary.lane == nil)
    #expect(try account.picture("2026-06-15").summary.lane == .brokenPromise)
  }

  @Test("an agency takes all of the account from the queue until it gives it back")
  func placement() throws {
    var account = try account()
    try account.invoice(40_000, due: "2026-07-20")
    let id = try propose("agency", on: "2026-07-08", reason: "gone", &account)
    try change(id, .approved, on: "2026-07-09", &account)
    #expect(try account.picture("2026-07-09").summary.balances[0].toCollect == 500_000)
    try change(id, .carriedOut, on: "2026-07-09", due: "2026-09-01", &account)
    let placed = try account.picture("2026-08-03")
    #expect(placed.summary.lane == nil)
    #expect(placed.invoices.map { $0.slices[.held] } == [500_000, 40_000])
    #expect(placed.summary.next == NextAction(.checkEscalation, on: try day("2026-09-01")))
    #expect(placed.ladder.measures.oldestDue == (try day("2026-04-01")), "what is placed is as old as it is")
    #expect(placed.ladder.title == "agency" && placed.ladder.next == nil)
    try change(id, .returned, on: "2026-08-10", note: "cannot collect", &account)
    let returned = try account.picture("2026-08-11")
    #expect(returned.summary.lane != nil && returned.summary.balances[0].toCollect == 540_000)
    #expect(returned.ladder.title == "firm call", "what was taken back does not count")
    // As of a day before it was carried out nothing is held yet.
    #expect(try account.picture("2026-07-08").invoices.allSatisfy { $0.slices[.held] == 0 })
  }

  @Test("a credit hold is in force until it is released, and is to be released when its invoices are cleared")
  func creditHold() throws {
    var account = try account()
    let id = try propose("credit_hold", on: "2026-06-17", reason: "no answer", &account)
    try change(id, .approved, on: "2026-06-17", &account)
    try change(id, .carriedOut, on: "2026-06-17", due: "2026-09-01", &account)
    let held = try account.picture("2026-06-18")
    #expect(held.summary.flags.contains(.creditHold) && held.summary.flags.letters.hasSuffix("S"))
    #expect(held.summary.lane != nil, "credit is one thing and collecting another")
    try account.apply(500_000, to: account.file.invoices[0].id, on: "2026-07-01")
    let paid = try account.picture("2026-07-01")
    #expect(paid.summary.next == NextAction(.checkEscalation, on: try day("2026-07-01")))
    #expect(CreditDesk(paid).proposal == .release)
    try change(id, .returned, on: "2026-07-01", note: "paid", &account)
    #expect(try !account.picture("2026-07-01").summary.flags.contains(.creditHold))
    #expect(try account.picture("2026-07-01").candidates.isEmpty)
  }

  @Test("is over when its invoices are cleared, and undone as if it had never been")
  func over() throws {
    var account = try account()
    let before = try account.picture("2026-06-10")
    let id = try propose(nil, on: "2026-06-08", &account)
    var undone = account
    try undone.enter(.reversal(of: id.entry, reason: "mistake"), on: "2026-06-10")
    let after = try undone.picture("2026-06-10")
    #expect(after.summary == before.summary && after.ladder == before.ladder)
    #expect(after.escalations.map(\.state) == [.voided])
    var approved = account
    try change(id, .approved, on: "2026-06-09", &approved)
    try approved.enter(.reversal(of: EntryNumber(rawValue: 3), reason: "mistake"), on: "2026-06-10")
    #expect(try approved.picture("2026-06-10").escalations.map(\.state) == [.proposed])
    try account.apply(500_000, to: account.file.invoices[0].id, on: "2026-06-10")
    let paid = try account.picture("2026-06-10").escalations[0]
    #expect(paid.state == .over && !paid.isOpen)
    #expect(try paid.closedOn == day("2026-06-10"))
  }

  @Test("declined, the account comes up the next business day")
  func declined() throws {
    var account = try account()
    let id = try propose(nil, on: "2026-06-08", &account)
    #expect(problem { try change(id, .declined, on: "2026-06-08", &account) }?.field == .reason)
    try change(id, .declined, on: "2026-06-08", note: "they pay on Friday", &account)
    #expect(try account.picture("2026-06-09").summary.lane == .followUp)
    #expect(try account.picture("2026-06-09").proposable(try .shipped).first?.code == "final_demand")
  }
}
