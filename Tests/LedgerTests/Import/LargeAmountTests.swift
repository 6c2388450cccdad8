import Receivables
import Testing

@testable import Ledger

/// Amounts that fit one by one and not together end in a refusal with the line, and nothing is stored.
struct LargeAmountTests {
  private static func refusals(_ bench: ImportBench, _ rows: [IncomingRow]) throws -> [Refusal] {
    let before = try bench.content()
    let error = #expect(throws: ImportError.self) { try bench.take(rows, headings: [.amount: "Total"]) }
    #expect(try bench.content() == before)
    guard case .refused(let refusals) = try #require(error) else { throw Refusal(reason: "not refused") }
    return refusals
  }

  @Test func theInvoicesOfACustomer() throws {
    let bench = try ImportBench()
    let rows = try [
      IncomingRow.invoice("A", of: "1", line: 2), .invoice("B", of: "2", amount: .max, line: 3),
      .invoice("C", of: "2", amount: .max, line: 4),
    ]
    let refusal = try #require(try Self.refusals(bench, rows).first)
    #expect(refusal.line == 3 && refusal.column == "Total")
    #expect(
      refusal.reason
        == "The amounts of customer 2 together are larger than can be kept exactly. Correct the export.")
    #expect(try bench.take([rows[0], rows[1]]).invoices.added == 2)
    #expect(try Self.refusals(bench, [rows[2]]).map(\.line) == [4])
  }

  @Test func whatIsLeftOfACreditAndWhatWasUsedOfIt() throws {
    let bench = try ImportBench()
    let applied = [IncomingApplication(invoice: "A", amount: 100)]
    try bench.take([.invoice("A"), .credit("P", amount: 100, for: applied)])
    let refusal = try #require(try Self.refusals(bench, [.credit("P", amount: .max, open: .max)]).first)
    #expect(refusal.line == 2 && refusal.column == "Total")
    #expect(refusal.reason.hasPrefix("With this line the amounts of P are larger than can be kept exactly."))
  }

  @Test func whatAPaymentIsPutAgainst() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A")])
    let twice = [
      IncomingApplication(invoice: "A", amount: .max), IncomingApplication(invoice: "A", amount: .max),
    ]
    #expect(try Self.refusals(bench, [.credit("P", amount: .max, for: twice)]).map(\.line) == [2])
  }

  @Test func theBooksOfAllCustomersMayComeToMore() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", of: "1", amount: .max), .invoice("B", of: "2", amount: .max)])
    #expect(try bench.ledger.verify() == [])
  }
}
