import Receivables
import SampleEntries
import Testing

@Suite("A result that escalates")
struct EscalatingResultTests {
  /// 5 000.00 past due since Wed 1 April 2026.
  private func account() throws -> AccountSketch {
    var account = AccountSketch()
    try account.invoice(500_000, due: "2026-04-01", number: "A-1")
    return account
  }

  private func call(_ result: String) -> ProposedCall {
    var call = ProposedCall(action: "OUT", result: result, contact: "Jane", note: "said so")
    call.outcome.reason = "unwilling"
    return call
  }

  @Test(
    "proposes a rung by itself, with who is responsible and what its gate does not have",
    arguments: [
      (
        "RF", "2026-06-08", "final_demand", "manager", NextAction.Kind.escalate, "refuses to pay",
        "skips reminder, call, firm call"
      ),
      (
        "RF", "2026-04-09", "final_demand", "manager", .escalate, "refuses to pay",
        "before its gate: 8 of 60 days past due; skips reminder, call, firm call"
      ),
      (
        "IN", "2026-04-09", "legal", "legal", .legal, "insolvency notice",
        "before its gate: 8 of 180 days past due; skips reminder, call, firm call, final demand, credit hold"
      ),
    ] as [(String, String, String, String, NextAction.Kind, String, String)])
  func proposes(
    result: String, on made: String, rung: String, owner: String, kind: NextAction.Kind, reason: String,
    exception: String
  ) throws {
    var account = try account()
    let completed = try account.log(call(result), on: made)
    let terms = try #require(completed.body.first(EscalationTerms.self))
    #expect(terms.rung == rung && terms.owner == owner && terms.reason == reason)
    #expect(terms.exception == exception)
    #expect(terms.invoices == ["A-1"])
    #expect(completed.body.next(try .shipped) == NextAction(kind, on: try day(made)))
    #expect(completed.rest.isEmpty && completed.body.first(ContactStep.self) == nil)
    // Nobody did it on the day of the call, so that it is back on the next.
    let next = try Policy.shipped.calendar.day(1, businessDaysAfter: day(made))
    let picture = try AccountPicture(of: account.file, policy: .shipped, asOf: next)
    #expect(picture.summary.lane == .followUp && picture.summary.next?.kind == kind)
    #expect(picture.summary.flags.contains(.escalated))
  }

  @Test("tells what it proposed, and of the rest what somebody wrote")
  func told() throws {
    var account = try account()
    var body = try account.log(call("RF"), on: "2026-04-09").body
    #expect(
      body.line(policy: try .shipped)
        == "RF refuses to pay, final demand proposed, before its gate: 8 of 60 days past due; skips reminder, "
        + "call, firm call · Jane · unwilling")
    #expect(body.gist(policy: try .shipped) == "RF refuses to pay, final demand proposed")
    #expect(body.freeText == "said so")
    var silent = call("IN")
    silent.note = ""
    account = try self.account()
    body = try account.log(silent, on: "2026-04-09").body
    #expect(body.gist(policy: try .shipped) == "IN insolvency notice, legal proposed")
    #expect(body.freeText == "")
  }

  @Test(
    "of insolvency goes to law also where a lower rung waits, which is then overtaken, and undone waits again"
  )
  func overtakes() throws {
    var account = try account()
    try account.log(call("RF"), on: "2026-06-08")
    let body = try account.log(call("IN"), on: "2026-06-10").body
    #expect(body.first(EscalationTerms.self)?.rung == "legal")
    let before = try account.picture("2026-06-09")
    #expect(
      before.takenOver(by: body, try .shipped).map(\.sentence) == ["final demand, proposed, is overtaken"])
    let picture = try account.picture("2026-06-11")
    #expect(picture.escalations.map(\.state) == [.proposed, .overtaken])
    #expect(picture.escalations.map(\.isOpen) == [true, false])
    #expect(picture.escalations[1].closedOn == (try day("2026-06-10")))
    #expect(picture.summary.next?.kind == .legal)
    #expect(try picture.proposable(.shipped).isEmpty)
    let again = try account.log(call("IN"), on: "2026-06-12").body
    #expect(again.first(EscalationTerms.self) == nil)
    try account.enter(.reversal(of: EntryNumber(rawValue: 2), reason: "mistake"), on: "2026-06-12")
    #expect(try account.picture("2026-06-12").escalations.map(\.state) == [.voided, .proposed])
  }

  @Test("proposes nothing where a proposal waits, and nothing is left without a step")
  func waits() throws {
    var account = try account()
    try account.log(call("RF"), on: "2026-06-08")
    let second = try account.log(call("RF"), on: "2026-06-10")
    #expect(second.body.first(EscalationTerms.self) == nil)
    #expect(second.body.first(ContactStep.self)?.action == NextAction(.escalate, on: try day("2026-06-10")))
  }

  @Test("proposes nothing under a policy without a ladder")
  func noLadder() throws {
    var policy = try Policy.shipped
    policy.escalation = EscalationPolicy()
    var account = try account()
    let completed = try account.log(call("RF"), on: "2026-06-08", policy)
    #expect(completed.body.sections.map { type(of: $0).name } == ["contact", "outcome", "step"])
  }
}
