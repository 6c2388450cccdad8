import Receivables
import Settings
import Testing

@testable import Ledger

@Suite("Stored summaries")
struct SummaryTextTests {
  @Test("come back as they were, with every kind of finding")
  func findings() throws {
    let day = CalendarDay(number: 20_781)
    let time = TimeOfDay(hour: 14, minute: 0)
    let usd = try #require(Currency("USD"))
    let eur = try #require(Currency("EUR"))
    let findings: [Reason.Finding] = [
      .since(day), .amount(Money(minor: 120_000, usd)), .number(3), .promise(Money(minor: 1, usd), day),
      .failed(Money(minor: 120_000, usd), paid: 50_000, day), .at(day, nil), .at(day, time),
      .run([Money(minor: 86_735, usd)], day), .run([Money(minor: 5, usd), Money(minor: 4, eur)], day),
      .newlyDue(Money(minor: 5, usd), since: day), .takenBack(Money(minor: 6, usd), day),
      .disputed(since: day, owner: nil), .disputed(since: day, owner: "for"),
      .disputed(since: day, owner: ""),
      .creditExpected(since: day, owner: "Jürgen 100 %\n=x"), .creditExpected(since: day, owner: nil),
      .freed(Money(minor: 7, usd), day),
      .escalated("final demand", .proposed, since: day, owner: "manager"),
      .escalated("Zum Anwalt", .carriedOut, since: day, owner: nil),
      .gate(try Self.gate(day, Money(minor: 8, usd))), .gate(try Self.gate(nil, nil)),
      .review(TermsReview(limitPercent: 120, driftTenths: nil, lateTenths: 183, paid: 6)),
      .review(TermsReview(driftTenths: 70, paid: 20)),
    ]
    var summary = try AccountSummary(
      of: try RollingTests.livelyBooks(accounts: 1).ledger.account(AccountID(rawValue: 1)),
      policy: PolicyFile.shipped(), asOf: day)
    summary.reasons = findings.map { Reason(code: "a code of words", finding: $0, points: -5) }
    summary.next = NextAction(.callBack, on: day, at: time, zone: "America/New_York", offset: -18_000)
    summary.matterSums = [
      MatterSum(view: .disputes, since: day, owner: "Bob Roe", amounts: [Money(minor: 9, usd)]),
      MatterSum(view: .plans, since: day, amounts: [Money(minor: 1, usd), Money(minor: 2, eur)]),
      MatterSum(view: .claims, since: day, amounts: []),
      MatterSum(view: .holds, since: day, owner: "", amounts: []),
    ]
    summary.lastWorked = WorkedMark(day: day, result: "NA")
    #expect(try SummaryText.summary(in: SummaryText.text(of: summary)) == summary)
  }

  private static func gate(_ due: CalendarDay?, _ amount: Money?) throws -> GateFinding {
    var measures = LadderMeasures()
    (measures.oldestDue, measures.amount, measures.major, measures.brokenPromises) = (due, amount, 8, 2)
    return GateFinding(
      title: "final demand", gate: .init(afterDays: 60, atLeastMajor: 250, brokenPromises: 1),
      measures: measures)
  }

  @Test("come back as they were, for many accounts on many days")
  func roundTrip() throws {
    let books = try RollingTests.livelyBooks(seed: 11, accounts: 60)
    let policy = try PolicyFile.shipped()
    try books.ledger.forEachAccount { file in
      for offset in stride(from: -40, to: 40, by: 7) {
        let summary = try AccountSummary(of: file, policy: policy, asOf: TestBooks.day(offset))
        #expect(try SummaryText.summary(in: SummaryText.text(of: summary)) == summary)
      }
      return true
    }
  }

  @Test(
    "that a hand changed are refused, not misread",
    arguments: [
      "lane nowhere", "rank 1 A", "balance USD x", "", "why 1", "why 0 disputed 20781 sales for follow_up",
      "why 0 disputed 20781 =%4 for follow_up", "why 0 escalated up 20781 =x for follow_up",
      "why 0 gate 60 250 1 x 2 8 - - =x for ladder", "why 0 review x - - 6 for terms_review",
      // Numbers that no book gives, of which the sum of two is none any more.
      "why 9223372036854775807 number 3 for limit", "why 0 since -9223372036854775808 for limit",
      "oldest 9223372036854775807", "rank 4611686018427387904 A 1 0 0 0 0",
      "rank 1 A 1 0 0 9223372036854775807 0",
    ])
  func damaged(line: String) throws {
    guard !line.isEmpty else { return }
    #expect(throws: LedgerError.self) { try SummaryText.summary(in: line) }
  }
}
