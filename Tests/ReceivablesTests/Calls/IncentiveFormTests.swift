import Receivables
import SampleEntries
import Testing

/// 5 000.00 past due on Thu 26 November 2026; a discount reaches 3 % and 90 days.
@Suite("What is given up, as it is typed")
struct IncentiveFormTests {
  private func account() throws -> AccountSketch {
    var account = AccountSketch()
    try account.invoice(500_000, due: "2026-10-27", number: "INV-77")
    return account
  }

  private func completed(
    _ result: String, _ texts: [CallLine: String], _ policy: Policy? = nil
  ) throws -> EntryBody {
    let policy = try policy ?? .shipped
    let rule = try #require(policy.result(result))
    let typed = TypedCall(
      [TypedCall.Part(rule, texts)], on: try account().picture("2026-11-26"), tagged: [], policy: policy,
      zones: [:])
    return try typed.completed().body
  }

  @Test(
    "a share is turned into an amount, and the last day is that of the promise unless it is said",
    arguments: [
      ("2%", "discount 100.00 USD 2026-11-27, 200"), ("2 %", "discount 100.00 USD 2026-11-27, 200"),
      ("1.25%", "discount 62.50 USD 2026-11-27, 125"), ("0,5%", "discount 25.00 USD 2026-11-27, 50"),
      ("98.00", "discount 98.00 USD 2026-11-27"), ("98 usd", "discount 98.00 USD 2026-11-27"),
      ("fee 40", "waived_fee 40.00 USD 2026-11-27"), ("fee 1%", "waived_fee 50.00 USD 2026-11-27, 100"),
      ("98 until t", "discount 98.00 USD 2026-11-26"),
      ("2% by 27 nov", "discount 100.00 USD 2026-11-27, 200"),
    ])
  func understood(typed: String, told: String) throws {
    let incentive = try #require(
      try completed("PP", [.date: "fri", .discount: typed]).first(PromiseTerms.self)?.incentive)
    let share = incentive.basisPoints.map { ", \($0)" } ?? ""
    #expect(
      "\(incentive.kind.rawValue) \(incentive.amount.text) USD \(incentive.until.iso)\(share)" == told)
    #expect(incentive.approvedBy == nil)
  }

  @Test(
    "what cannot be is told at the line",
    arguments: [
      ("x", "“x” is no discount. Type 2%, 98.00 or fee 40.00"), ("fee", "is no discount"),
      ("0%", "is no discount"), ("100%", "is no discount"), ("1.234%", "is no discount"),
      ("5000", "5 000.00 USD is not less than all of it, 5 000.00 USD."),
      ("2% until fir", "“fir” is not a day"), ("98 eur", "The invoices are in USD."),
      ("2% until y", "Wed 25 Nov 2026 has passed."),
      (
        "2% until 30 nov",
        "Mon 30 Nov 2026 is after the last day on which the money is to come, Fri 27 Nov 2026."
      ),
    ])
  func refused(typed: String, sentence: String) throws {
    let problem = try #require(throws: LineProblem.self) {
      try completed("PP", [.date: "fri", .discount: typed])
    }
    #expect(problem.field == .discount)
    #expect(problem.sentence.contains(sentence), "\(problem.sentence)")
  }

  @Test("half a minor unit of a share is rounded up")
  func rounded() throws {
    let incentive = try completed("PP", [.date: "fri", .amount: "4999.75", .discount: "2%"])
      .first(PromiseTerms.self)?.incentive
    #expect(incentive?.amount.minor == 10_000)
    #expect(
      try completed("PP", [.date: "fri", .amount: "4999.74", .discount: "2%"]).first(PromiseTerms.self)?
        .incentive?.amount.minor == 9_999)
  }

  @Test(
    "beyond a limit of the policy somebody has to approve it, and the record says who",
    arguments: [
      ("PP", "3%", "fri", nil, ""),
      ("PP", "3.01%", "fri", nil, "A discount of 150.50 USD is more than 3 % of 5 000.00 USD."),
      ("PP", "fee 160", "fri", nil, "A waived fee of 160.00 USD is more than 3 %"),
      ("PP", "5%", "fri", "joe", "joe may not approve it"), ("PP", "5%", "fri", "pat", ""),
      ("PL", "2%", "+5", "", "Its last day is 95 days away; a discount reaches 90 days at most."),
      ("PL", "2% until 27 dec", "+5", nil, ""),
    ])
  func approval(result: String, typed: String, first: String, by: String?, problem: String) throws {
    var policy = try Policy.shipped
    policy.approvers = ["Ann", "Pat"]
    var texts: [CallLine: String] = [.date: first, .discount: typed]
    if result == "PL" { texts[.instalments] = "4" }
    texts[.approval] = by
    guard problem.isEmpty else {
      let found = try #require(throws: LineProblem.self) { try completed(result, texts, policy) }
      #expect(found.field == .approval && found.sentence.contains(problem), "\(found.sentence)")
      return
    }
    let body = try completed(result, texts, policy)
    let incentive = body.first(PromiseTerms.self)?.incentive ?? body.first(PlanTerms.self)?.incentive
    #expect(try #require(incentive).approvedBy == by.map { _ in "Pat" })
  }

  @Test("it stands in the story, in what is read back, and in the journal's text")
  func words() throws {
    let body = try completed("PP", [.date: "fri", .discount: "2%", .method: "ach"])
    #expect(
      body.line(policy: try .shipped)
        == "PP promise to pay 5 000.00 USD on Fri 27 Nov by ACH, 2 % off, 100.00 USD, if 4 900.00 is paid by Fri 27 Nov"
    )
    #expect(
      body.readBack(try .shipped)
        == "So you will pay 5 000.00 USD by ACH on Friday 27 November for invoice INV-77, 2 % off, 100.00 USD, if "
        + "4 900.00 is paid by Friday 27 November. I will note that.")
    #expect(body.text.contains("\ndiscount 100.00 USD 2026-11-27\ndiscount_rate 200"))
    #expect(try EntryBody(text: body.text) == body)
    let plan = try completed("PL", [.date: "fri", .instalments: "2 weekly", .discount: "fee 40"])
    #expect(
      plan.line(policy: try .shipped).hasSuffix(", fee of 40.00 USD waived if 4 960.00 is paid by Fri 4 Dec"))
    #expect(plan.text.contains("\nwaived_fee 40.00 USD 2026-12-04"))
    #expect(try EntryBody(text: plan.text) == plan)
  }

  @Test(
    "an entry that says nothing of it is what it was, and one that says nonsense is not read",
    arguments: [
      ("", true), ("\ndiscount 98.00 USD 2026-05-01", true), ("\ndiscount 98.00 EUR 2026-05-01", false),
      ("\ndiscount -98.00 USD 2026-05-01", false), ("\ndiscount 98.00 USD", false),
      ("\nwaived_fee 98.00 USD 2026-05-xx", false),
    ])
  func journal(lines: String, isRead: Bool) throws {
    let text = """
      [promise]
      amount 1000.00 USD
      day 2026-05-01
      covers INV-1 1000.00 USD
      grace 2
      tolerance 100 0.00 USD\(lines)
      """
    let body = EntryBody(stored: text)
    #expect((body.unreadable == nil) == isRead, "\(body.unreadable ?? "")")
    #expect(body.text == text)
    #expect((body.first(PromiseTerms.self)?.incentive != nil) == (isRead && !lines.isEmpty))
  }
}
