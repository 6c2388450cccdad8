import Receivables
import Testing

@Suite("Which customers the credit desk looks at again")
struct TermsReviewTests {
  /// Owes 1 000.00 past due since Wed 1 April 2026 and has paid so many invoices so many days late.
  private func account(limit: Int64?, late: [Int]) throws -> AccountSketch {
    var account = AccountSketch()
    account.file.customer.creditLimit = limit.map { Money(minor: $0, .usd) }
    try account.invoice(100_000, due: "2026-04-01")
    for (index, days) in late.enumerated() {
      let due = try day("2026-01-05").advanced(by: index)
      let invoice = try account.invoice(1_000, due: due.iso)
      try account.apply(1_000, to: invoice, on: due.advanced(by: days).iso)
    }
    return account
  }

  @Test(
    "over the limit, habitually late, or drifting, each with its count",
    arguments: [
      (nil, [], nil, nil), (100_001, [], nil, nil),
      (100_000, [], "100 % of the credit limit", .hold),
      (nil, [15, 15], nil, nil), (nil, [15, 15, 15], "the last 3 paid 15 days late", .review),
      (nil, [14, 15, 15], nil, nil),
      (nil, [0, 0, 0, 0, 9, 9, 9, 9], "pays 9 days later than before", .review),
    ] as [(Int64?, [Int], String?, CreditDesk.Proposal?)])
  func reasons(limit: Int64?, late: [Int], reason: String?, proposal: CreditDesk.Proposal?) throws {
    let picture = try account(limit: limit, late: late).picture("2026-04-20")
    #expect(picture.summary.views.contains(WorklistViews(.termsReview)) == (reason != nil))
    let told = picture.summary.reasons.told(under: try .shipped, on: try day("2026-04-20")).map(\.text)
    if let reason { #expect(told.contains("terms review: \(reason)"), "\(told)") }
    let desk = CreditDesk(picture)
    #expect(desk.reasons == [reason].compactMap { $0 })
    #expect(desk.proposal == proposal)
  }
}
