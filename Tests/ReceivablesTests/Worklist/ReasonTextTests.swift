import Receivables
import Testing

@Suite("Why a row stands where it stands, in words")
struct ReasonTextTests {
  private static let today = CalendarDay(number: 20_778)  // Sat 21 Nov 2026

  @Test(arguments: [
    ("old_90", Reason.Finding.since(today.advanced(by: -95)), 10, "oldest 95 days past due +10"),
    ("silent_14", .since(today.advanced(by: -1)), 5, "1 day without contact +5"),
    ("level_2", .number(2), 10, "promise level 2 +10"),
    ("broken_1", .number(1), 10, "1 promise not kept +10"),
    ("limit_90", .number(93), 5, "93 % of the credit limit +5"),
    ("drift_7", .number(8), 5, "pays 8 days later than before +5"),
    ("unapplied_25", .number(30), -10, "30 % of past due is unapplied −10"),
    ("callback", .at(today, TimeOfDay(hour: 14, minute: 0)), 0, "callback due: today at 14:00"),
    ("follow_up", .at(today.advanced(by: -1), nil), 0, "follow-up due: Fri 20 Nov 2026"),
    (
      "new_past_due", .newlyDue(Money(minor: 362_147, .usd), since: CalendarDay(number: 20_783)), 0,
      "new past due: 3 621.47 USD since Thu 26 Nov"
    ),
    (
      "pre_run", .run([Money(minor: 86_735, .usd)], today.advanced(by: 10)), 0,
      "before payment run Tue 1 Dec 2026: 867.35 USD due by then"
    ),
    (
      "pre_run", .run([Money(minor: 86_735, .usd), Money(minor: 500, .eur)], today), 0,
      "before payment run today: 867.35 USD + 5.00 EUR due by then"
    ),
    ("new_past_due", .since(today.advanced(by: -70)), 0, "first contact: past due for 70 days"),
    ("new_past_due", .amount(Money(minor: 50_000, .usd)), 0, "new past due: 500.00 USD"),
    (
      "follow_up", .takenBack(Money(minor: 50_000, .usd), today.advanced(by: -1)), 0,
      "follow-up due: 500.00 USD taken back on Fri 20 Nov 2026"
    ),
    (
      "follow_up", .takenBack(Money(minor: 50_000, .usd), today), 0,
      "follow-up due: 500.00 USD taken back today"
    ),
    (
      "follow_up", .disputed(since: today.advanced(by: -9), owner: "cash"), 0,
      "follow-up due: disputed 9 days, cash application"
    ),
    (
      "follow_up", .disputed(since: today.advanced(by: -1), owner: "Bob Roe"), 0,
      "follow-up due: disputed 1 day, Bob Roe"
    ),
    ("follow_up", .disputed(since: today, owner: nil), 0, "follow-up due: disputed today"),
    (
      "follow_up", .creditExpected(since: today.advanced(by: -9), owner: "sales"), 0,
      "follow-up due: credit expected for 9 days, sales"
    ),
    (
      "follow_up", .freed(Money(minor: 50_000, .usd), today.advanced(by: -1)), 0,
      "follow-up due: 500.00 USD no longer disputed since Fri 20 Nov 2026"
    ),
    (
      "follow_up", .escalated("final demand", .proposed, since: today.advanced(by: -3), owner: "manager"), 0,
      "follow-up due: final demand proposed 3 days, manager"
    ),
    (
      "terms_review", .review(TermsReview(limitPercent: 120, driftTenths: 95, lateTenths: 183, paid: 6)), 0,
      "terms review: 120 % of the credit limit, pays 9 days later than before, the last 6 paid 18 days late"
    ),
    ("gone", .number(1), 0, "gone: 1"),
  ])
  func tells(code: String, finding: Reason.Finding, points: Int, text: String) throws {
    let reason = Reason(code: code, finding: finding, points: points)
    #expect([reason].told(under: try Policy.shipped, on: Self.today).map(\.description) == [text])
  }

  @Test("Rules that found the same thing are one reason")
  func merged() throws {
    let since = Reason.Finding.since(Self.today.advanced(by: -95))
    let reasons = [("old_30", 5), ("level_2", 10), ("old_90", 10)].map {
      Reason(code: $0.0, finding: $0.0 == "level_2" ? .number(2) : since, points: $0.1)
    }
    #expect(
      reasons.told(under: try Policy.shipped, on: Self.today).map(\.description)
        == ["oldest 95 days past due +15", "promise level 2 +10"])
  }

  @Test("A promise is told with its amount and day")
  func promise() throws {
    let amount = Money(minor: 120_000, try #require(Currency("USD")))
    let friday = Self.today.advanced(by: -1)
    let findings: [(String, Reason.Finding, String)] = [
      ("promise_due", .promise(amount, friday), "promise due today: 1 200.00 USD for Fri 20 Nov 2026"),
      (
        "broken_promise", .failed(amount, paid: 0, friday),
        "promise broken: nothing of 1 200.00 USD for Fri 20 Nov 2026"
      ),
      (
        "broken_promise", .failed(amount, paid: 50_000, friday),
        "promise partly kept: 500.00 of 1 200.00 USD for Fri 20 Nov 2026"
      ),
    ]
    for (code, finding, text) in findings {
      let reason = Reason(code: code, finding: finding, points: 0)
      #expect(reason.text(under: try Policy.shipped, on: Self.today) == text)
    }
  }
}
