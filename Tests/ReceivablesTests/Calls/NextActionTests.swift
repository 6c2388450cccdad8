import Receivables
import SampleEntries
import Testing

@Suite("What happens after a call")
struct NextActionTests {
  private func completed(
    _ call: ProposedCall, _ account: SampleAccount = SampleAccount(), zones: [String: ZoneRules] = [:]
  ) throws -> CompletedCall {
    try call.completed(for: account.picture, policy: .shipped, zones: zones)
  }

  private func step(_ completed: CompletedCall) -> NextAction? {
    completed.body.first(ContactStep.self)?.action
  }

  @Test(
    "follows the result table",
    arguments: [
      ("NA", NextAction.Kind.call, "2026-11-23"), ("BZ", .call, "2026-11-21"), ("VM", .call, "2026-11-24"),
      ("LM", .call, "2026-11-24"), ("WN", .call, "2026-11-21"), ("PR", .checkRun, "2026-11-27"),
      ("WA", .call, "2026-11-25"), ("NR", .resend, "2026-11-24"), ("RF", .escalate, "2026-11-21"),
      ("UF", .call, "2026-11-23"), ("IN", .legal, "2026-11-21"), ("HU", .call, "2026-11-23"),
      ("SK", .call, "2026-11-23"),
    ])
  func defaults(code: String, kind: NextAction.Kind, iso: String) throws {
    var account = SampleAccount()
    account.customer.paymentRun = .weekly(.friday)
    let call = ProposedCall(action: "OUT", result: code, reason: "cash_flow")
    #expect(try completed(call, account).body.next(.shipped) == NextAction(kind, on: try day(iso)))
  }

  @Test("of a promise is its matter's: the first business day after its date and grace")
  func promise() throws {
    let friday = try day("2026-11-27")
    var call = ProposedCall(action: "OUT", result: "PP", reason: "cash_flow")
    for code in ["PP", "PD"] {
      call.outcome.result = code
      call.outcome.promise = ProposedPromise(amount: .zero(.usd), day: friday, invoices: [])
      let all = try completed(call)
      #expect(all.rest.isEmpty)
      #expect(step(all) == nil)
      #expect(all.body.next(try .shipped) == NextAction(.checkPromise, on: try day("2026-11-30")))
    }
  }

  @Test("about what a promise leaves open is the next business day, or the day of the part that was promised")
  func partialPromise() throws {
    let wednesday = try day("2026-12-02")
    for (code, iso) in [("PP", "2026-11-23"), ("PD", "2026-12-02")] {
      let call = ProposedCall(
        action: "OUT", result: code, reason: "cash_flow",
        promise: ProposedPromise(amount: Money(minor: 25_000, .usd), day: wednesday, invoices: []))
      let part = try completed(call)
      #expect(part.rest == [Money(minor: 100_000, .usd)])
      #expect(step(part) == NextAction(.call, on: try day(iso)))
    }
  }

  @Test("of a claim is to look for the money after 5 business days")
  func claim() throws {
    // Thanksgiving is a holiday.
    let sent = try completed(ProposedCall(action: "OUT", result: "PS"))
    #expect(sent.body.first(PromiseTerms.self)?.checkOn == (try day("2026-11-30")))
    #expect(step(sent) == nil)
    #expect(sent.body.next(try .shipped) == NextAction(.checkPayment, on: try day("2026-11-30")))
  }

  @Test("of a plan is its matter's: the first business day after the first instalment and its grace")
  func plan() throws {
    var call = ProposedCall(action: "OUT", result: "PL")
    call.outcome.plan = try ProposedPlan(
      splitting: Money(minor: 125_000, .usd), into: 4, first: try day("2026-11-27"), invoices: [])
    let agreed = try completed(call)
    #expect(step(agreed) == nil)
    #expect(agreed.body.next(try .shipped) == NextAction(.checkPlan, on: try day("2026-11-30")))
    #expect(agreed.body.first(PlanTerms.self)?.covers.map(\.number) == ["4711", "4712"])
    #expect(agreed.body.first(PlanTerms.self)?.covers.map(\.amount.minor) == [100_000, 25_000])
  }

  @Test("of a dispute is its due day, and one for what is not contested")
  func dispute() throws {
    let call = ProposedCall(
      action: "OUT", result: "DI", dispute: ProposedDispute(reason: "price", invoices: ids(2)))
    let raised = try completed(call)
    #expect(raised.body.first(DisputeTerms.self)?.dueOn == (try day("2026-11-25")))
    #expect(raised.rest == [Money(minor: 100_000, .usd)])
    #expect(step(raised) == NextAction(.call, on: try day("2026-11-23")))
  }

  @Test("is on the day that was asked, and a callback in the customer's zone with its offset")
  func asked() throws {
    let friday = try day("2026-11-27")
    let away = ProposedCall(action: "OUT", result: "GK", next: NextAction(.call, on: friday))
    #expect(step(try completed(away)) == NextAction(.call, on: friday))
    let time = try TypedTime.read("2pm")
    let call = ProposedCall(
      action: "OUT", result: "CB", next: NextAction(.callBack, on: friday, at: time))
    let zones = ["America/Chicago": ZoneRules(offset: -21_600), "Europe/London": ZoneRules(offset: 0)]
    #expect(
      step(try completed(call, zones: zones))
        == NextAction(.callBack, on: friday, at: time, zone: "America/Chicago", offset: -21_600))
    #expect(
      step(try completed(call)) == NextAction(.callBack, on: friday, at: time, zone: "America/Chicago"))
  }

  @Test("is always there while anything is open, and never invented for an account that owes nothing")
  func noOrphans() throws {
    var paid = SampleAccount()
    paid.open = []
    let call = ProposedCall(action: "IN", result: "HU")
    #expect(step(try completed(call, paid)) == nil)
    #expect(step(try completed(call)) != nil)
  }

  @Test("names the number that was found dead")
  func deadNumber() throws {
    var account = SampleAccount()
    account.deadNumbers = ["5550100"]
    let contact = try completed(ProposedCall(action: "OUT", result: "WN"), account).body
      .first(ContactRecord.self)
    #expect(contact?.phone == "555-0101")
    #expect(contact?.effects == [.worked, .numberDead])
  }
}
