import Receivables
import Testing

@testable import Interchange

/// Nothing of a file is rounded, turned, raised or left out without being named with its place.
struct NothingUnsaidTests {
  private static let head =
    "Customer,Type,Invoice No,Date,Due Date,Amount,Paid Amount,Balance,Credit Limit,Currency\n"

  /// A good line, then `cells` on line 3.
  private static func file(
    type: String = "", date: String = "2026-01-31", due: String = "2026-02-28", amount: String,
    paid: String = "",
    balance: String = "", limit: String = "", currency: String = "USD"
  ) -> String {
    head + "A,,1,2026-01-31,2026-02-28,5.50,,,,USD\n"
      + "A,\(type),2,\(date),\(due),\(amount),\(paid),\(balance),\(limit),\(currency)\n"
  }

  private static let rounded =
    "Amounts with more decimals than their currency, rounded half away from zero: 1, first "
  private static let negative = "Negative amounts taken as credit notes: 1, first "
  private static let overpaid =
    "Invoices paid with more than they come to; the excess is a credit of the customer: 1, first "

  private static let cases: [(String, String)] = [
    (file(amount: "1000.50", currency: "JPY"), rounded + #""1000.50" on line 3, column "Amount"."#),
    (file(amount: "1", limit: "99.999"), rounded + #""99.999" on line 3, column "Credit Limit"."#),
    (file(amount: "-100.00", balance: "-40.00"), negative + #""-100.00" on line 3, column "Amount"."#),
    (file(type: "Invoice", amount: "-100.00"), negative + #""-100.00" on line 3, column "Amount"."#),
    (file(amount: "", balance: "-40.00"), negative + #""-40.00" on line 3, column "Balance"."#),
    (
      file(amount: "100.00", balance: "110.00"),
      #"Open amounts above the full amount, which is raised to them: 1, first "110.00" on line 3, column "Balance"."#
    ),
    (file(amount: "100.00", balance: "-10.00"), overpaid + #""-10.00" on line 3, column "Balance"."#),
    (file(amount: "100.00", paid: "110.00"), overpaid + #""110.00" on line 3, column "Paid Amount"."#),
    (
      head + "A,,1,2026-01-31,2026-02-28,5.50,,,,USD\nTotal,,,,,5.50,,,,\n",
      "Totals rows skipped: 1, first on line 3."
    ),
    (
      file(type: "Bill", amount: "5.00"),
      #"Drafts, voided documents and bills skipped: 1, first "Bill" on line 3, column "Type"."#
    ),
  ]

  @Test(arguments: cases)
  func isNamedWithItsPlace(_ text: String, _ sentence: String) throws {
    let report = try Sample.read(text).report
    #expect(report.refused == [])
    #expect(report.notes.sentences == [sentence])
  }

  @Test func aCreditBySignWithAnOpenAmountOfTheOtherSignIsRefused() throws {
    for type in ["", "Invoice"] {
      let refusal = try #require(Sample.refusal(Self.file(type: type, amount: "-100.00", balance: "100.00")))
      #expect(refusal.line == 3 && refusal.column == "Balance")
      #expect(refusal.reason.hasPrefix("The full amount is -100.00 and the open amount 100.00: one says"))
    }
    // One that is called a credit may be written with either sign.
    let named = try Sample.read(Self.file(type: "Credit note", amount: "-100.00", balance: "100.00"))
    #expect(named.documents.last?.kind == .creditNote && named.report.notes.sentences == [])
  }

  @Test(arguments: [
    ("\"Acme\" Ltd", "\"Acme\" Ltd"), ("Acme \"North\" Ltd", "Acme \"North\" Ltd"),
    ("\"A\" \"B\"", "\"A\" \"B\""),
    ("\"\"\"Acme\"\" Ltd\"", "\"Acme\" Ltd"), ("\"Acme, Ltd\"", "Acme, Ltd"),
  ])
  func quotationMarksOfANameStay(_ cell: String, _ name: String) throws {
    let outcome = try Sample.read("Customer,Invoice No,Date,Amount\n\(cell),1,2026-01-31,5\n")
    #expect(outcome.rows.map(\.customer.number) == [name])
  }

  @Test(arguments: ["\"Acme, Inc\" Ltd", "\"Say \"\"x\"\"\" y", "\"Acme\nInc\" Ltd"])
  func aFieldThatCouldEndInTwoPlacesIsRefused(_ cell: String) throws {
    let refusal = try #require(
      Sample.refusal("Customer,Invoice No,Date,Amount\nB,1,2026-01-31,5\n\(cell),2,2026-01-31,5\n"))
    #expect(refusal.line == 3 && refusal.column == "Customer")
    #expect(refusal.reason.hasPrefix("Text follows the closing quotation mark"))
  }

  @Test(arguments: ["9999-12-31", "0001-01-01", "1989-12-31", "2201-01-01", "31.12.9999"])
  func aDayFarOutsideOfAnyBusinessIsRefused(_ day: String) throws {
    for text in [Self.file(date: day, amount: "1"), Self.file(due: day, amount: "1")] {
      let refusal = try #require(Sample.refusal(text) { $0.dateOrder = .dayMonthYear })
      #expect(refusal.line == 3 && ["Date", "Due Date"].contains(refusal.column))
      #expect(
        refusal.reason.contains(day) && refusal.reason.contains("does not lie in the years 1990 to 2200"))
    }
    let wide = try Sample.read(Self.file(date: day, amount: "1")) {
      $0.dateOrder = .dayMonthYear
      $0.years = 1...9999
    }
    #expect(wide.documents.count == 2)
  }

  /// One file for each column that tells a day, on line 2.
  @Test(arguments: [
    ("Customer,Invoice No,Date,Settled Date,Amount\nA,1,2026-01-31,0001-01-01,5\n", "Settled Date"),
    ("Customer,Invoice No,Due Date,Baseline Date,Amount\nA,1,,9999-12-31,5\n", "Baseline Date"),
    ("Customer,Payment No,Payment Date,Payment Amount\nA,1,9999-12-31,5\n", "Payment Date"),
    ("Customer No,Payment Run\nA,fortnightly from 0001-01-08\n", "Payment Run"),
    ("Customer,Invoice No,Date,Amount,Terms\nA,1,2198-01-01,5,net 3650\n", "Terms"),
  ])
  func everyColumnOfDaysHasBounds(_ text: String, _ column: String) throws {
    let refusal = try #require(Sample.refusal(text))
    #expect(refusal.line == 2 && refusal.column == column, "\(refusal)")
    #expect(refusal.reason.contains("does not lie in the years"))
  }

  @Test func theDayOfAListHasThemToo() throws {
    let text = "As of 9999-12-31\n\nCustomer,Invoice No,Date,Amount\nA,1,2026-01-31,5\n"
    #expect(
      try #require(Sample.refusal(text)).reason.hasPrefix("The day of this list, 9999-12-31, does not lie"))
    let day = CalendarDay(iso: "2026-03-31")
    #expect(try Sample.read(text) { $0.asOf = day }.file.asOf == day)
  }

  @Test func manyPlacesAreCountedAndTheFirstTenNamed() {
    var occurrences = Occurrences()
    #expect(occurrences.told == "0")
    occurrences.add(line: 7, column: "Terms", "\"x\"")
    #expect(occurrences.told == "1, first \"x\" on line 7, column \"Terms\"")
    occurrences.add(line: 9)
    #expect(occurrences.told == "2, first \"x\" on line 7, column \"Terms\", then on line 9")
    for line in 10...30 { occurrences.add(line: line) }
    #expect(
      occurrences.told
        == "23, first \"x\" on line 7, column \"Terms\", then on lines 9, 10, 11, 12, 13, 14, 15, 16, 17 …")
  }

  @Test("a customer is called what stands above the row, also where the row before had the same number")
  func namesAbove() throws {
    let read = try Sample.read(
      """
      Customer no,Invoice no,Invoice date,Due date,Amount
      Alpha Ltd,,,,
      100,I1,2026-01-05,2026-02-05,10.00
      Beta Ltd,,,,
      100,I2,2026-01-05,2026-02-05,10.00
      100,I3,2026-01-05,2026-02-05,10.00

      """)
    #expect(read.rows.map(\.customer.name) == ["Alpha Ltd", "Beta Ltd", "Beta Ltd"])
  }
}
