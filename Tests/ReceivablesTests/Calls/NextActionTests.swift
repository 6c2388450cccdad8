import Receivables
import Testing

@Suite("What happens after a call")
struct NextActionTests {
  @Test(
    "follows the result table",
    arguments: [
      ("NA", NextAction.Kind.call, "2026-11-23"), ("BZ", .call, "2026-11-21"), ("VM", .call, "2026-11-24"),
      ("LM", .call, "2026-11-24"), ("WN", .call, "2026-11-21"), ("PS", .checkPayment, "2026-11-30"),
      ("PR", .checkRun, "2026-11-27"), ("WA", .call, "2026-11-25"), ("NR", .resend, "2026-11-24"),
      ("RF", .escalate, "2026-11-21"), ("UF", .call, "2026-11-23"), ("IN", .legal, "2026-11-21"),
      ("HU", .call, "2026-11-23"), ("SK", .call, "2026-11-23"),
    ])
  func defaults(code: String, kind: NextAction.Kind, iso: String) throws {
    var account = SampleAccount()
    account.customer.paymentRun = .weekly(.friday)
    let record = try CallRecord(action: "OUT", result: code, reason: "cash_flow")
      .completed(for: account.picture, policy: try SampleAccount.policy())
    #expect(record.next == NextAction(kind, on: try day(iso)))
  }

  @Test("is after promise and grace, at the first instalment, or on the day that was asked")
  func askedDays() throws {
    let picture = SampleAccount().picture
    let policy = try SampleAccount.policy()
    let friday = try day("2026-11-27")
    var call = CallRecord(action: "OUT", result: "PP")
    call.promise = PromiseTerms(amount: .zero(.usd), day: friday, invoices: [])
    #expect(
      try call.completed(for: picture, policy: policy).next
        == NextAction(.checkPromise, on: try day("2026-11-30")))
    call.result = "PD"
    call.reason = "cash_flow"
    #expect(try call.completed(for: picture, policy: policy).next == NextAction(.checkPromise, on: friday))
    var plan = CallRecord(action: "OUT", result: "PL")
    plan.plan = try PlanTerms(splitting: Money(minor: 125_000, .usd), into: 4, first: friday, invoices: [])
    let agreed = try plan.completed(for: picture, policy: policy)
    #expect(agreed.next == NextAction(.checkPlan, on: friday))
    #expect(agreed.plan?.invoices == ids(1, 2))
    let away = CallRecord(action: "OUT", result: "GK", next: NextAction(.call, on: friday))
    #expect(try away.completed(for: picture, policy: policy).next == NextAction(.call, on: friday))
  }

  @Test("is a callback in the customer's zone")
  func callback() throws {
    let time = try TypedTime.read("2pm")
    let day = try day("2026-11-24")
    let call = CallRecord(action: "OUT", result: "CB", next: NextAction(.callBack, on: day, at: time))
    let next = try call.completed(for: SampleAccount().picture, policy: try SampleAccount.policy()).next
    #expect(next == NextAction(.callBack, on: day, at: time, zone: "America/Chicago"))
  }

  @Test("is always there while anything is open, and never invented for an account that owes nothing")
  func noOrphans() throws {
    let policy = try SampleAccount.policy()
    var paid = SampleAccount()
    paid.open = []
    let call = CallRecord(action: "IN", result: "HU")
    #expect(try call.completed(for: paid.picture, policy: policy).next == nil)
    #expect(try call.completed(for: SampleAccount().picture, policy: policy).next != nil)
  }

  @Test("names the number that was found dead")
  func deadNumber() throws {
    var account = SampleAccount()
    account.deadNumbers = ["5550100"]
    let call = CallRecord(action: "OUT", result: "WN")
    #expect(try call.completed(for: account.picture, policy: try SampleAccount.policy()).phone == "555-0101")
  }
}
