import Receivables
import Testing

@testable import Interchange

/// Lines that lost their end, and columns that all lines leave out.
struct DamagedLineTests {
  private static let head = "Customer;Invoice No;Date;Due Date;Amount;Currency;Reference\n"
  private static let full = "A;1;2026-01-31;2026-02-28;5,00;EUR;R1\n"

  @Test(arguments: [
    ("B;2;2026-01-31;2026-02-28;150,00", "Currency, Reference"),
    ("B;2;2026-01-31;2026-02-28;150,00;EUR", "Reference"),
    ("B;2", "Date, Due Date, Amount, Currency, Reference"),
  ])
  func aLineShorterThanTheOthersIsDamage(_ line: String, _ missing: String) throws {
    let refusal = try #require(Sample.refusal(Self.head + Self.full + line))
    let count = line.split(separator: ";").count
    #expect(refusal.line == 3 && refusal.column == missing.split(separator: ",").first.map(String.init))
    #expect(
      refusal.reason == "The line has \(count) fields, others have 7: it lacks \(missing). "
        + "Export the file again, or complete the line.")
  }

  @Test func aListOfCustomersIsNoLessStrict() throws {
    let refusal = Sample.refusal("Customer;Phone;Collector\nA;+49 30 1;ann\nB;+49 30 2\n")
    #expect(refusal?.line == 3 && refusal?.column == "Collector")
  }

  @Test(arguments: [
    ["A;1;2026-01-31;2026-02-28;5,00;EUR", "B;2;2026-01-31;2026-02-28;6,00;EUR"],
    ["A;1;2026-01-31;2026-02-28;5,00;EUR;", "B;2;2026-01-31;2026-02-28;6,00;EUR"],
    ["A;1;2026-01-31;2026-02-28;5,00;EUR;;", "B;2;2026-01-31;2026-02-28;6,00;EUR;"],
  ])
  func columnsThatAreEmptyInTheWholeFileMayBeLeftOut(_ lines: [String]) throws {
    let outcome = try Sample.read(Self.head + lines.joined(separator: "\n"))
    #expect(outcome.report.refused.isEmpty)
    #expect(outcome.documents.map(\.amount.description) == ["5.00 EUR", "6.00 EUR"])
  }

  @Test func titlesTotalsAndBlankLinesMayBeShort() throws {
    let outcome = try Sample.read(Self.head + "Alder\n" + Self.full + "\nTotal;;;;5,00\n  \nTotal\n")
    #expect(outcome.report.refused.isEmpty)
    #expect(outcome.documents.count == 1)
    #expect(outcome.report.notes.totals.count == 2)
  }

  @Test func aCurrencyThatOneLineLacksIsRefusedUnlessAPersonNamesIt() throws {
    let text = Self.head + Self.full + "B;2;2026-01-31;2026-02-28;6,00;;R2\n"
    let refusal = try #require(Sample.refusal(text))
    #expect(refusal.line == 3 && refusal.column == "Currency")
    #expect(refusal.reason.contains("--currency"))
    let named = try Sample.read(text) { $0.fillsCurrency = true }
    #expect(named.documents.map(\.amount.currency.code) == ["EUR", "USD"])
  }

  @Test func aCurrencyColumnThatIsEmptyThroughoutIsNoted() throws {
    let outcome = try Sample.read(Self.head + "A;1;2026-01-31;2026-02-28;5,00;;R1\n")
    #expect(outcome.documents.map(\.amount.currency.code) == ["USD"])
    #expect(outcome.file.emptyCurrency?.column == "Currency")
    #expect(outcome.file.emptyCurrency?.assumed.code == "USD")
    #expect(try Sample.read(Self.head + Self.full).file.emptyCurrency == nil)
  }

  @Test func aCustomerWithoutACreditLimitNeedsNoCurrency() throws {
    let head = "Customer;Credit Limit;Currency;Phone\nA;100,00;EUR;1\n"
    #expect(try Sample.read(head + "B;;;2\n").report.refused.isEmpty)
    #expect(Sample.refusal(head + "B;50,00;;2\n")?.column == "Currency")
  }
}
