import Receivables
import Testing

@testable import Interchange

/// Files as people really have them: what is read all the same, and what is refused with its place.
struct HostileExportTests {
  private static let head = "Customer,Invoice No,Date,Due Date,Amount\n"

  @Test(
    arguments: [
      ("(100.00)", -10_000), ("100.00-", -10_000), ("\u{2212}100", -10_000), ("\"1,234.56\"", 123_456),
      ("$5.10", 510), ("100.00 Cr", -10_000), ("0.005", 1), ("92233720368547758.07", Int64.max),
    ] as [(String, Int64)])
  func amountsAreReadInEveryNotation(_ text: String, _ minor: Int64) throws {
    let document = try #require(
      try Sample.read(Self.head + "A,1,2026-01-31,2026-02-28,\(text)\nA,2,2026-01-31,2026-02-28,0.55\n")
        .documents.first)
    #expect(document.kind == (minor < 0 ? .creditNote : .invoice))
    #expect(document.amount.minor == abs(minor))
  }

  @Test(arguments: [
    "1e3", "12abc", "92233720368547758.08", "-92233720368547758.08", "--5", "1.2.3",
  ])
  func whatIsNotAnAmountIsRefusedWithLineAndColumn(_ text: String) throws {
    let refusal = try #require(
      Sample.refusal(Self.head + "A,1,2026-01-31,2026-02-28,0.55\nA,2,2026-01-31,2026-02-28,\(text)\n"))
    #expect(refusal.line == 3)
    #expect(refusal.column == "Amount")
    #expect(refusal.reason.contains(text))
  }

  @Test(arguments: ["A\u{0},2,2026-01-31,2026-02-28,5\n", "\"A,2,2026-01-31,2026-02-28,5\n"])
  func whatMakesATextUnreadableIsRefusedWithLineAndColumn(_ line: String) {
    let refusal = Sample.refusal(Self.head + "A,1,2026-01-31,2026-02-28,5\n" + line)
    #expect(refusal?.line == 3 && refusal?.column == "Customer")
  }

  @Test func twoNotationsOfAmountsInOneFileAreRefusedNamingBoth() throws {
    let refusal = try #require(
      Sample.refusal(
        Self.head + "A,1,2026-01-31,2026-02-28,\"1,234.56\"\nA,2,2026-01-31,2026-02-28,\"1.234,56\"\n"))
    #expect(refusal.line == 3)
    #expect(refusal.reason.contains("1.234,56") && refusal.reason.contains("1,234.56"))
  }

  @Test func thousandsAndDecimalsThatLookAlikeAreAskedFor() throws {
    let text = Self.head + "A,1,2026-01-31,2026-02-28,1.234\n"
    #expect(try #require(Sample.refusal(text)).reason.contains("--decimal-mark"))
    #expect(try Sample.read(text) { $0.decimal = .comma }.documents.map(\.amount.minor) == [123_400])
    #expect(try Sample.read(text) { $0.decimal = .point }.documents.map(\.amount.minor) == [123])
  }

  @Test func decimalsBeyondTheCurrencysAreRoundedAndCounted() throws {
    let outcome = try Sample.read(
      Self.head + "A,1,2026-01-31,2026-02-28,64982.589\nA,2,2026-01-31,2026-02-28,0.12\n")
    #expect(outcome.documents.map(\.amount.minor) == [6_498_259, 12])
    #expect(outcome.report.notes.rounded.count == 1)
  }

  @Test func datesDecideTheirOrderOverTheWholeFileAndTheLineThatDidIsKnown() throws {
    let text = Self.head + "A,1,3/4/2026,5/6/2026,1\nA,2,27/4/2026,28/6/2026,1\n"
    let outcome = try Sample.read(text)
    #expect(outcome.file.dateOrder == .dayMonthYear)
    #expect(outcome.file.decidingLine == 3)
    #expect(outcome.documents.first?.issued.iso == "2026-04-03")
  }

  @Test func aFileWhoseDatesAllHaveTwoReadingsAsksForTheOrder() throws {
    let text = Self.head + "A,1,3/4/2026,5/6/2026,1\n"
    let problem = #expect(throws: ExportProblem.self) { try Sample.read(text) }
    guard case .ambiguousDates(let example, let refusal) = try #require(problem) else {
      throw Refusal(reason: "not ambiguous")
    }
    #expect(example == "3/4/2026")
    #expect(refusal.reason.contains("--date-order"))
    #expect(
      try Sample.read(text) { $0.dateOrder = .monthDayYear }.documents.first?.issued.iso == "2026-03-04")
    #expect(
      try Sample.read(text) { $0.fallbackDateOrder = .dayMonthYear }.documents.first?.issued.iso
        == "2026-04-03")
  }

  @Test func datesOfBothOrdersInOneFileAreRefused() throws {
    let refusal = try #require(
      Sample.refusal(Self.head + "A,1,27/4/2026,1/1/2026,1\nA,2,4/27/2026,1/1/2026,1\n"))
    #expect(refusal.line == 3)
  }

  @Test func destroyedDatesRefuseTheFileWithLineColumnAndValue() throws {
    let refusal = try #require(
      Sample.refusal(Self.head + "A,1,2026-01-31,2026-02-28,1\nA,2,00:00.0,05:23.4,1\n"))
    #expect(refusal.line == 3)
    #expect(refusal.column == "Date")
    #expect(refusal.reason.contains("00:00.0"))
  }

  @Test func aNumberThatASpreadsheetHasShortenedIsRefused() throws {
    let refusal = try #require(Sample.refusal(Self.head + "A,1.93E+09,2026-01-31,2026-02-28,1\n"))
    #expect(refusal.column == "Invoice No")
  }

  @Test func aDateThatTheCalendarDoesNotHaveIsRefusedWithItsPlace() throws {
    let refusal = try #require(Sample.refusal(Self.head + "A,1,31.04.2026,2026-02-28,1\n"))
    #expect(refusal.line == 2 && refusal.column == "Date")
  }

  @Test(arguments: [
    ("Invoice No,Date,Amount\n1,2026-01-31,5\n", "customer"),
    ("Customer,Invoice No,Date\nA,1,2026-01-31\n", "amount"),
    ("Customer,Invoice No,Amount\nA,1,5\n", "date"),
  ])
  func aFileWithoutANeededColumnIsRefusedNamingWhatWasLookedForAndFound(
    _ text: String, _ missing: String
  ) throws {
    let refusal = try #require(Sample.refusal(text))
    #expect(refusal.reason.contains("No column tells the \(missing)") || refusal.reason.contains(missing))
    #expect(refusal.reason.contains("Invoice No"))
    #expect(refusal.reason.contains("--map"))
  }

  @Test func twoColumnsOfOneNameAreRefusedWhenTheNameMattersAndKeptWhenItDoesNot() throws {
    let twice = "Customer,Invoice No,Date,Amount,Amount\nA,1,2026-01-31,5,6\n"
    #expect(try #require(Sample.refusal(twice)).reason.contains("2 columns"))
    let harmless = "Customer,Invoice No,Date,Amount,Color,Color\nA,1,2026-01-31,5,x,y\n"
    #expect(try Sample.read(harmless).documents.count == 1)
  }

  @Test func aRaggedRowIsRefusedWhenItHasTooMuchAndReadWhenTheRestIsEmpty() throws {
    let long = try #require(Sample.refusal(Self.head + "A,1,2026-01-31,2026-02-28,1,234.56\n"))
    #expect(long.line == 2)
    #expect(try Sample.read(Self.head + "A,1,2026-01-31,2026-02-28,1,,\n").documents.count == 1)
    #expect(try #require(Sample.refusal(Self.head + "A,1,2026-01-31\n")).reason.contains("amount"))
  }

  @Test func everyFaultyLineIsNamedNotOnlyTheFirst() throws {
    let report = try Sample.read(
      Self.head + "A,1,2026-01-31,2026-02-28,x\nA,2,2026-01-31,2026-02-28,5\n,3,y,,\n"
    ).report
    #expect(report.refused.map(\.line) == [2, 4])
  }

  @Test func aContradictionDoesNotHideOtherFaults() throws {
    let text =
      Self.head + "A,1,27.10.2026,26.11.2026,\"1,50\"\nA,2,28.10.2026,27.11.2026,abc\n"
      + "A,3,02.13.2026,27.11.2026,\"5,00\"\nA,4,29.10.2026,27.11.2026,5.25\nA,5,29.10.2026,27.11.2026,5,1\n"
    let outcome = try Sample.read(text)
    #expect(outcome.report.refused.map(\.line) == [3, 4, 5, 6])
    #expect(outcome.report.refused.map(\.column) == ["Amount", "Date", "Amount", nil])
    #expect(outcome.report.refusedCount == 4)
    #expect(
      outcome.report.refused[1].reason.hasPrefix("\"02.13.2026\" can only be month first, but \"27.10.2026\"")
    )
    #expect(
      outcome.report.refused[2].reason.hasPrefix("\"5.25\" has a decimal point, but \"1,50\" on line 2"))
    #expect(outcome.rows.isEmpty)
  }

  @Test func theLaterOfTwoContradictoryCellsIsTheFaultyOne() throws {
    let refusal = Sample.refusal(Self.head + "A,1,4/27/2026,1/1/2026,1\nA,2,27/4/2026,1/1/2026,1\n")
    #expect(refusal?.line == 3)
    #expect(
      refusal?.reason.hasPrefix("\"27/4/2026\" can only be day first, but \"4/27/2026\" on line 2") == true)
  }

  @Test(arguments: [
    "As of 20.11.2026", "Stichtag: 20.11.2026", "Stichtag 20.11.2026", "Stand: 20.11.2026",
    "Offene Posten per 20.11.2026", "Offene Posten;Stichtag;20.11.2026",
  ])
  func aTitleTellsTheDayOfASnapshot(_ title: String) throws {
    let outcome = try Sample.read(
      title
        + "\n\nKundennummer;Rechnungsnummer;Rechnungsdatum;Betrag;Referenz\n1;RE-1;27.10.2026;100,00;PO 7\n")
    #expect(outcome.file.asOf?.iso == "2026-11-20")
    #expect(outcome.documents.first?.reference == "PO 7")
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func theDelimiterIsFound(_ delimiter: String) throws {
    let text = (Self.head + "A,1,2026-01-31,2026-02-28,5\n").replacing(",", with: delimiter)
    #expect(try Sample.read(text).documents.count == 1)
  }

  @Test func namesThatLookLikeSomethingElseAreOnlyNames() throws {
    let names = ["NULL", "-oQ", "--help", "=cmd()", "Total Wine", "\u{1B}[2J", "\u{202E}evil"]
    let text = Self.head + names.map { "\($0),1,2026-01-31,2026-02-28,5\n" }.joined()
    #expect(try Sample.read(text).rows.map(\.customer.number) == names)
  }

  @Test func aCustomerListHasCustomersContactsAndNoDocuments() throws {
    let outcome = try Sample.read(
      "Customer No;Customer Name;Terms;Credit Limit;Currency;Collector;Contact;Email;Phone;Mobile;Payment Run\n"
        + "007;Alder;net 30;10000;EUR;ann;Jane;j@alder.example;+49 30 1;+49 170 2;Thu\n")
    let customer = try #require(outcome.rows.first?.customer)
    #expect(outcome.file.kind == .customers)
    #expect(customer.terms == .net(30))
    #expect(customer.creditLimit?.description == "10 000.00 EUR")
    #expect(customer.contact?.phones.map(\.number) == ["+49 30 1", "+49 170 2"])
    #expect(customer.paymentRun == .weekly(.thursday))
  }

  @Test(arguments: ["Tag;Beleg", "Beleg;Wert"])
  func anInvoiceListUnderUnknownHeadingsIsNoCustomerList(_ headings: String) throws {
    let row = headings.replacing("Tag", with: "03.02.2026").replacing("Beleg", with: "4711")
      .replacing("Wert", with: "1.234,50")
    let refusal = try #require(Sample.refusal("Customer;\(headings)\nAlder;\(row)\n"))
    #expect(refusal.reason.hasPrefix("No column tells an amount or a balance, and "))
    #expect(refusal.reason.contains("Looked for") && refusal.reason.contains("found Customer, "))
    #expect(refusal.reason.hasSuffix("Choose the column with --map."))
  }

  @Test func aCustomerListMayTellWhatNobodyAskedFor() throws {
    let plain = try Sample.read("Customer;Region;Postal Code\nAlder;North;20261127\n")
    #expect(plain.file.kind == .customers)
    let dated = try Sample.read("Customer;Phone;Customer Since\nAlder;+49 30 1;2019-02-03\n")
    #expect(dated.file.kind == .customers)
  }

  @Test func aBouncedPaymentIsADocumentOfItsOwnAndACreditNoteStaysOne() throws {
    let outcome = try Sample.read(
      "Customer,Type,Payment No,Payment Date,Payment Amount,Applied to Invoice\n"
        + "1001,Payment,P1,2026-02-27,100.00,A\n1001,Payment,P1,2026-03-13,-100.00,A\n"
        + "1001,Credit note,C1,2026-03-14,20.00,A\n")
    #expect(outcome.documents.map(\.number) == ["P1", "P1 reversed", "C1"])
    #expect(outcome.documents.map(\.amount.minor) == [10_000, -10_000, 2_000])
    #expect(outcome.documents.map(\.kind) == [.payment, .payment, .creditNote])
    #expect(outcome.rows.map { $0.applications.map(\.amount) } == [[10_000], [-10_000], [2_000]])
    let mixed = Sample.refusal(
      "Customer,Payment No,Payment Date,Payment Amount,Applied to Invoice,Amount Applied\n"
        + "1001,P1,2026-02-27,-100.00,A,100.00\n")
    #expect(mixed?.reason == "The payment and what is applied of it have opposite signs. Correct the export.")
  }

  @Test func aPaymentThatSeveralRowsPutAgainstInvoicesIsOnePayment() throws {
    let outcome = try Sample.read(
      "Customer,Payment No,Payment Date,Payment Amount,Method,Applied to Invoice,Amount Applied\n"
        + "A,P1,2026-03-01,150,ach,INV-1,100\nA,P1,2026-03-01,150,ach,INV-2,50\nA,,2026-03-02,7,check,,\n")
    #expect(outcome.file.kind == .payments)
    #expect(outcome.documents.map(\.number) == ["P1", "2026-03-02 7.00"])
    #expect(outcome.documents.map(\.amount.minor) == [15_000, 700])
    #expect(outcome.rows.first?.applications.map(\.amount) == [10_000, 5_000])
  }

  /// A bounced payment is negative, and so is what it takes back.
  @Test(arguments: [
    (["A,P1,150,INV-1,150.01"], 2, "Payment P1 is 150.00 USD, but 150.01 USD"),
    (
      ["A,P1,150,INV-1,100", "B,P1,150,INV-9,150", "A,P1,150,INV-2,60"], 4,
      "Payment P1 is 150.00 USD, but 160.00 USD"
    ),
    (["A,P1,150,INV-1,100", "A,P1,150,INV-1,100"], 3, "Payment P1 is 150.00 USD, but 200.00 USD"),
    (["A,P1,150,INV-1,", "A,P1,150,INV-2,"], 3, "Payment P1 is 150.00 USD, but 300.00 USD"),
    (["A,,150,INV-1,151"], 2, "Payment 2026-03-01 150.00 is 150.00 USD, but 151.00 USD"),
    (
      ["A,P1,-150,INV-1,-100", "A,P1,-150,INV-2,-51"], 3,
      "Payment P1 reversed is -150.00 USD, but -151.00 USD"
    ),
  ])
  func aPaymentGivesNoMoreThanItHas(_ rows: [String], _ line: Int, _ beginning: String) throws {
    let headings = "Customer,Payment No,Payment Amount,Applied to Invoice,Amount Applied,Payment Date\n"
    let text = headings + rows.map { $0 + ",2026-03-01\n" }.joined()
    let refusal = try #require(Sample.refusal(text))
    #expect(refusal.line == line && refusal.column == "Amount Applied")
    #expect(refusal.reason == beginning + " of it is applied to invoices. Correct the export.")
    let stored = try Sample.read(text).rows.flatMap(\.applications).count
    #expect(stored == 0)
  }

  @Test func aPaymentWhoseAmountTheExportDoesNotTellHasWhatIsApplied() throws {
    let outcome = try Sample.read(
      "Customer,Payment No,Payment Date,Applied to Invoice,Amount Applied\n"
        + "A,P1,2026-03-01,INV-1,100\nA,P1,2026-03-01,INV-2,50\n")
    #expect(outcome.documents.map(\.amount.minor) == [15_000])
  }
}
