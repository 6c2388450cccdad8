import Receivables
import SampleEntries
import Testing

@Suite("A call in words")
struct CallWordsTests {
  private func call(_ code: String) throws -> EntryBody {
    var call = ProposedCall(action: "OUT", result: code, contact: "Jane")
    let friday = try day("2026-11-27")
    let money = Money(minor: 120_000, .usd)
    switch code {
    case "PP", "PD":
      call.outcome.promise = ProposedPromise(amount: money, day: friday, method: "ach", invoices: [])
    case "PS":
      call.outcome.promise = ProposedPromise(
        amount: money, day: try day("2026-11-20"), method: "cash", reference: "R7", invoices: ids(1, 2, 3))
    case "DI":
      call.outcome.dispute = ProposedDispute(
        reason: "price", amount: Money(minor: 40_000, .usd), invoices: ids(1))
    case "PL":
      call.outcome.plan = try ProposedPlan(splitting: money, into: 3, first: friday, invoices: ids(1, 2))
    case "CB": call.outcome.next = NextAction(.callBack, on: friday, at: try TypedTime.read("1400"))
    case "GK", "PR": call.outcome.next = NextAction(code == "PR" ? .checkRun : .call, on: friday)
    default: break
    }
    if ["PD", "UF", "RF"].contains(code) { call.outcome.reason = "cash_flow" }
    return try call.completed(for: SampleAccount().picture, policy: try Policy.shipped).body
  }

  @Test(
    "is read back to the customer when something was agreed",
    arguments: [
      (
        "PP",
        "So you will pay 1 200.00 USD by ACH on Friday 27 November for invoices 4711 and 4712. I will note that."
      ),
      (
        "PS",
        "So you sent 1 200.00 USD in cash on Friday 20 November, reference R7, for invoices 4711, 4712 and 4713. "
          + "I will look for it."
      ),
      (
        "DI",
        "So you dispute 400.00 USD of invoice 4711: price. I will look into it and come back to you by "
          + "Wednesday 25 November."
      ),
      (
        "PL",
        "So you will pay 1 200.00 USD for invoices 4711 and 4712 in 3 instalments, from 400.00 USD on Friday 27 "
          + "November to 400.00 USD on Wednesday 27 January. I will note that."
      ),
      ("CB", "So I will call you back on Friday 27 November at 14:00 your time."),
      ("PR", "So it is approved and goes out with your payment run on Friday 27 November. I will note that."),
      ("NR", "So I will send invoices 4711 and 4712 again and call you on Tuesday 24 November."),
      ("GK", "So I will call again on Friday 27 November."),
      ("UF", "So I will call again on Monday 23 November."),
      ("NA", nil), ("HU", nil), ("RF", nil),
    ] as [(String, String?)])
  func readBack(code: String, text: String?) throws {
    #expect(try call(code).readBack(try Policy.shipped) == text)
  }

  @Test(
    "is one line of a timeline",
    arguments: [
      ("PP", "PP promise to pay 1 200.00 USD on Fri 27 Nov by ACH · Jane"),
      (
        "PD",
        "PD promises part, rest open 1 200.00 USD on Fri 27 Nov by ACH · Jane · cash flow"
      ),
      ("DI", "DI disputes 400.00 USD, price · Jane"),
      ("PL", "PL plan agreed 1 200.00 USD in 3 monthly from Fri 27 Nov · Jane"),
      ("CB", "CB asked to be called back Fri 27 Nov 14:00 · Jane"),
      ("GK", "GK contact away until Fri 27 Nov · Jane"),
      ("NA", "NA no answer · Jane"),
    ])
  func summary(code: String, text: String) throws {
    #expect(try call(code).line(policy: try Policy.shipped) == text)
  }

  @Test(
    "is checked against what the customer does",
    arguments: [
      ("2026-11-27", nil, nil, []),
      ("2026-11-27", "Thu", nil, ["Said Fri 27 Nov; pays Thursdays; likely Thu 3 Dec."]),
      ("2026-12-03", "Thu", nil, []),
      ("2026-11-27", "monthly 15", nil, ["Said Fri 27 Nov; pays on day 15 of the month; likely Tue 15 Dec."]),
      ("2026-11-27", nil, Weekday.monday, ["Said Fri 27 Nov; usually pays Mondays; likely Mon 30 Nov."]),
      ("2026-11-28", nil, nil, ["Sat 28 Nov is on a weekend; the next business day is Mon 30 Nov."]),
      ("2026-11-26", nil, nil, ["Thu 26 Nov is a holiday; the next business day is Fri 27 Nov."]),
      ("2026-12-22", nil, nil, ["31 days away; a promise reaches 30. Say why."]),
    ] as [(String, String?, Weekday?, [String])])
  func realism(iso: String, run: String?, weekday: Weekday?, remarks: [String]) throws {
    var account = SampleAccount()
    account.customer.paymentRun = run.flatMap { PaymentRun(text: $0) }
    account.habits.usualWeekday = weekday
    let policy = try Policy.shipped
    #expect(RealismCheck.remarks(on: try day(iso), for: account.picture, policy: policy) == remarks)
  }

  @Test("is checked against the promises made before")
  func keptRate() throws {
    var account = SampleAccount()
    account.habits.kept = 3
    let friday = try day("2026-11-27")
    let policy = try Policy.shipped
    #expect(RealismCheck.remarks(on: friday, for: account.picture, policy: policy).isEmpty)
    account.habits.broken = 1
    account.habits.partlyKept = 1
    account.habits.slipTenths = 45
    let remarks = RealismCheck.remarks(on: friday, for: account.picture, policy: policy)
    #expect(remarks == ["Kept 3 of 5 promises, late ones by 4.5 days."])
  }
}
