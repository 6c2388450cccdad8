import Receivables
import Testing

@testable import Interchange

/// A file's own totals beside what was taken of it.
struct PrintedTotalsTests {
  private static let head = "Customer,Invoice No,Date,Due Date,Amount,Open balance,Status\n"

  private static func sentence(_ rows: String...) throws -> String? {
    try Sample.read(head + rows.joined(separator: "\n") + "\n").report.totals.sentence
  }

  private static let two = [
    "A,1,2026-10-01,2026-10-31,100.00,60.00,", "B,2,2026-10-01,2026-10-31,40.00,-15.00,",
  ]

  @Test func sumsThatAgreeAreBothTold() throws {
    #expect(
      try Self.sentence(Self.two[0], "Total A,,,,100.00,60.00,", Self.two[1], "Total,,,,140.00,45.00,")
        == "2 lines come to 45.00 USD; the file's own 2 totals agree: 45.00 USD.")
  }

  @Test func aLineThatIsMissingIsSeen() throws {
    #expect(
      try Self.sentence(Self.two[0], "Total,,,,,95.00,")
        == "The file's own total on line 3 is 95.00 USD, but the lines above it come to 60.00 USD. Look at the file before "
        + "you rely on it.")
    let parts = try Self.sentence(Self.two[0], "Total A,,,,,61.00,", Self.two[1], "Total,,,,,45.00,")
    #expect(parts?.contains("line 3 is 61.00 USD, but the lines above it come to 60.00 USD") ?? false)
  }

  @Test func whatIsLeftOutIsNoDifference() throws {
    #expect(
      try Self.sentence(Self.two[0], "A,3,2026-10-01,2026-10-31,30.00,30.00,Draft", "Total,,,,130.00,90.00,")
        == "1 line comes to 60.00 USD, those left out to 30.00 USD; the file's own total agrees: 90.00 USD.")
  }

  @Test func partsInOneCurrencyEachAreCompared() throws {
    let head = "Customer,Invoice No,Date,Amount,Currency\n"
    let rows = "A,1,2026-10-01,5.00,EUR\nTotal A,,,5.00,\nB,2,2026-10-01,6.00,USD\nTotal B,,,%@,\n"
    #expect(
      try Sample.read(head + rows.replacing("%@", with: "6.00")).report.totals.sentence
        == "2 lines are in several currencies; the file's own 2 totals agree with the lines above.")
    let wrong = try Sample.read(head + rows.replacing("%@", with: "7.00")).report.totals.sentence
    // Another total may be of one currency only: nobody can say.
    #expect(wrong == "2 lines are in several currencies; the file's own total agrees with the lines above.")
  }

  @Test("percentages, other currencies and files without totals tell nothing")
  func nothingToCompare() throws {
    #expect(try Self.sentence(Self.two[0]) == nil)
    #expect(try Self.sentence(Self.two[0], "Percentage of total,,,,,100.00%,") == nil)
    let text =
      "Customer,Invoice No,Date,Amount,Currency\nA,1,2026-10-01,5.00,EUR\nB,2,2026-10-01,6.00,USD\nTotal,,,11.00,\n"
    #expect(try Sample.read(text).report.totals.sentence == nil)
  }
}

/// Whom a line is about, where the file does not simply say so.
struct CustomerCellsTests {
  private static func customers(_ text: String) throws -> [String] {
    let read = try Sample.read(text)
    #expect(read.refused == [])
    return read.rows.map { "\($0.customer.number)|\($0.customer.name ?? "-")|\($0.customer.identity)" }
  }

  @Test func numberAndNameInOneCellAreTakenApartWhereAllLinesHaveThem() throws {
    let head = "Customer,Invoice No,Date,Amount\n"
    #expect(
      try Self.customers(
        head + "10023 - Acme Tools,1,2026-10-01,5\n10024: Birch,2,2026-10-01,6\nTotal,,,11\n") == [
          "10023|Acme Tools|number", "10024|Birch|number",
        ])
    #expect(
      try Self.customers(head + "10023 - Acme Tools,1,2026-10-01,5\nBirch,2,2026-10-01,6\n") == [
        "10023 - Acme Tools|10023 - Acme Tools|name", "Birch|Birch|name",
      ])
  }

  @Test func zerosTellCustomersApartOnlyBesideAnotherName() throws {
    let head = "Customer No,Customer Name,Invoice No,Date,Amount\n"
    #expect(
      try Self.customers(
        head
          + "0012,Adams,1,2026-10-01,5\n12,Zoller,2,2026-10-01,6\n007,Bo,3,2026-10-01,7\n7,BO,4,2026-10-01,7\n"
      ) == [
        "0012|Adams|spelling", "12|Zoller|spelling", "007|Bo|number", "7|BO|number",
      ])
  }

  @Test func besideACustomerNameACustomerIsANumber() throws {
    #expect(
      try Self.customers("Customer,Customer Name,Invoice No,Date,Amount\nC-1,Acme,1,2026-10-01,5\n") == [
        "C-1|Acme|number"
      ])
  }
}
