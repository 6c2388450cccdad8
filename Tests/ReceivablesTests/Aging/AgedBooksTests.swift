import Receivables
import Testing

@testable import Settings

/// Reports over all accounts age the books by themselves: as they would be aged with everything else.
struct AgedBooksTests {
  @Test(arguments: [0, 1, 2] as [UInt64])
  func areTheBalancesOfTheWholeAccount(series: UInt64) throws {
    var policy = try PolicyFile.shipped()
    if series == 1 { policy.aging = AgingPolicy(bounds: [10, 40], basis: .issued) }
    for seed in 0..<400 {
      let file = RandomAccount(seed: series * 1_000 + UInt64(seed), policy).file
      for offset in [0, 20, 60, 100, 150, 250] {
        let day = RandomAccount.start.advanced(by: offset)
        var books = AgedBooks(policy.aging, asOf: day)
        for _ in 0..<2 {
          books.begin()
          try Self.add(file, to: &books)
        }
        let whole = try AccountSummary(of: file, policy: policy, asOf: day).balances
        let (found, wanted) = (try books.balances(), whole)
        #expect(found.map(\.currency) == wanted.map(\.currency), "seed \(seed), day \(offset)")
        #expect(found.map(\.buckets) == wanted.map(\.buckets), "seed \(seed), day \(offset)")
        #expect(found.map(\.credits) == wanted.map(\.credits), "seed \(seed), day \(offset)")
      }
    }
  }

  private static func add(_ file: AccountFile, to books: inout AgedBooks) throws {
    for invoice in file.invoices.sorted(by: { $0.id < $1.id }) {
      books.add(
        invoice: invoice.id.rawValue, issued: invoice.issued, due: invoice.due,
        amount: invoice.original.minor,
        invoice.original.currency)
    }
    for credit in file.credits.sorted(by: { $0.id < $1.id }) {
      books.add(
        credit: credit.id.rawValue, dated: credit.dated, spent: credit.spent, amount: credit.amount.minor,
        credit.amount.currency)
    }
    for application in file.applications {
      try books.add(
        applied: application.amount, to: application.invoice.rawValue, of: application.credit?.rawValue,
        dated: application.dated)
    }
  }

  @Test func amountsTooLargeTogetherAreAnError() throws {
    var books = AgedBooks(AgingPolicy(), asOf: RandomAccount.start)
    books.begin()
    for id in 1...2 as ClosedRange<Int64> {
      books.add(
        invoice: id, issued: RandomAccount.start, due: RandomAccount.start, amount: .max, .usd)
    }
    #expect(throws: MoneyError.overflow) { try books.balances() }
  }
}
