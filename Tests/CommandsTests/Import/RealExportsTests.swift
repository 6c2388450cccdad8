import Glibc
import Ledger
import Receivables
import Testing

@testable import Commands

/// Exports of real systems, where they are at hand.
@Suite(.enabled(if: RealExports.exist, "needs the real exports in ../shared/data"))
struct RealExportsTests {
  @Test func paddedNumbersAreTheSameInvoices() throws {
    let book = try ImportedBook()
    let first = try book.take(RealExports.directory + "ibm/accounts-receivable.csv")
    #expect(first.result.invoices.added == 2_466)
    #expect(first.result.customers.added == 100)
    let second = try book.take(RealExports.directory + "ibm/accounts-receivable-padded-numbers.csv")
    #expect(second.result.isUnchanged)
    #expect(second.result.invoices.unchanged == 2_466)
  }

  @Test func bucketsAgreeWithASecondCalculationOverTheFile() throws {
    let book = try ImportedBook()
    let path = RealExports.directory + "ibm/accounts-receivable.csv"
    _ = try book.take(path)
    let day = try #require(CalendarDay(year: 2013, month: 7, day: 1))
    var derived: [String: [Int64]] = [:]
    try book.ledger.forEachAccount { file in
      let summary = try AccountSummary(of: file, policy: book.ledger.policy, asOf: day)
      if let balance = summary.balances.first { derived[file.customer.number] = balance.buckets }
      return true
    }
    var expected: [String: [Int64]] = [:]
    for line in try TextFile.read(path).split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let days = try [4, 5, 8].map { try #require(Self.day(cells[$0])) }
      guard days[0] <= day, days[2] > day else { continue }
      let late = days[1].distance(to: day)
      let bucket = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4
      let parts = cells[6].split(separator: ".")
      let cents = try #require(Int64(parts[0])) * 100 + (parts.count > 1 ? Self.cents(parts[1]) : 0)
      expected[String(cells[1]), default: [0, 0, 0, 0, 0]][bucket] += cents
    }
    #expect(derived == expected)
    #expect(expected.count > 50)
  }

  @Test func currenciesStayApartAndCustomersAreKnownByNumber() throws {
    let book = try ImportedBook()
    let outcome = try book.take(RealExports.directory + "highradius/open_invoices.csv")
    #expect(outcome.result.invoices.added == 9_681)
    #expect(outcome.result.customers.added == 553)
    var expected: [String: Int64] = [:]
    for line in try TextFile.read(RealExports.directory + "highradius/open_invoices.csv").split(
      separator: "\n"
    )
    .dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let parts = cells[cells.count - 2].split(separator: ".")
      let major = try #require(Int64(parts[0]))
      let cents = parts.count > 1 ? Self.cents(parts[1]) : 0
      expected[cells[0] == "CA02" ? "CAD" : "USD", default: 0] += major * 100 + cents
    }
    #expect(try book.billed() == expected)
    #expect(try book.take(RealExports.directory + "highradius/open_invoices.csv").result.isUnchanged)
  }

  @Test func theRuinedCopyIsRefusedAndNothingIsStored() throws {
    let book = try ImportedBook()
    let outcome = try book.take(RealExports.directory + "highradius/open_invoices-excel-ruined-dates.csv")
    let refusal = try #require(outcome.refused.first)
    #expect(refusal.column == "clear_date" && refusal.line == 2)
    #expect(refusal.reason.contains("05:23.4"))
    #expect(try book.billed().isEmpty)
  }

  /// `1/15/2013`.
  private static func day(_ text: Substring) -> CalendarDay? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    return parts.count == 3 ? CalendarDay(year: parts[2], month: parts[0], day: parts[1]) : nil
  }

  /// Hundredths of decimals as written, a third one rounded half up.
  private static func cents(_ decimals: Substring) -> Int64 {
    let digits = decimals.compactMap(\.wholeNumberValue) + [0, 0, 0]
    return Int64(digits[0] * 10 + digits[1] + (digits[2] >= 5 ? 1 : 0))
  }
}
