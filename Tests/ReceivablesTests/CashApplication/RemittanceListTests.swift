import Receivables
import Testing

/// A list that came with a payment says what it pays by its numbers and by the column that adds up.
struct RemittanceListTests {
  /// Open invoices: INV-1001 of 100.00, INV-1002 of 200.00, INV-1003 of 50.00, and two with digits alone.
  private static func picture() throws -> AccountPicture {
    let issued = try day("2026-09-01")
    let file = AccountFile(
      customer: Customer(id: AccountID(rawValue: 1), number: "10042", name: "Elm"),
      invoices: [
        ("INV-1001", 10_000), ("INV-1002", 20_000), ("INV-1003", 5_000), ("500", 60_000), ("209631", 90_000),
      ].enumerated().map {
        Invoice(
          id: DocumentID(rawValue: Int64($0 + 1)), number: $1.0, issued: issued, due: issued.advanced(by: 30),
          original: Money(minor: Int64($1.1), .eur))
      })
    return try AccountPicture(of: file, policy: .shipped, asOf: try day("2026-11-20"))
  }

  private static func read(_ text: String, paying minor: Int64) throws -> RemittanceList.Reading {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { place, line in
      RemittanceList.Row(
        line: place + 1, cells: line.split(separator: ";", omittingEmptySubsequences: false).map(String.init))
    }
    let list = RemittanceList(name: "list.csv", rows: rows)
    let booking = BankBooking(format: "MT940", account: "532013000")
    let money = ReceivedMoney(
      day: try day("2026-11-19"), amount: Money(minor: minor, .eur), payer: "Elm", text: "", booking: booking)
    return try list.read(for: money, on: try picture())
  }

  @Test(
    "the column that adds up is what is paid, in any notation, with a total or without",
    arguments: [
      ("Invoice;Amount\nINV-1001;100.00\nINV-1002;200.00", 30_000, "1 10000, 2 20000", 0),
      ("Rechnung;Betrag\nINV-1001;100,00\nINV-1002;200,00\nSumme;300,00", 30_000, "1 10000, 2 20000", 0),
      (
        "Datum;Beleg;Brutto;Skonto;Netto\n1.9.;INV-1001;100,00;2,00;98,00\n1.9.;INV-1002;200,00;4,00;196,00",
        29_400,
        "1 9800, 2 19600", 2
      ),
      ("INV-1001;60.00\nINV-1001;40.00\nINV-1003;50.00", 15_000, "1 10000, 3 5000", 0),
      ("payment of invoice INV-1003, thank you;50.00", 5_000, "3 5000", 0),
    ])
  func reads(_ text: String, _ paid: Int64, _ parts: String, _ short: Int) throws {
    let reading = try Self.read(text, paying: paid)
    #expect(reading.parts.map { "\($0.invoice.rawValue) \($0.amount)" }.joined(separator: ", ") == parts)
    #expect(reading.short == short)
  }

  @Test("what names no open invoice is told and waits on the account")
  func strange() throws {
    let reading = try Self.read("INV-1001;100.00\nINV-9999;25.00", paying: 12_500)
    #expect(reading.parts.map(\.amount) == [10_000])
    #expect(reading.strange == ["INV-9999 25.00"])
  }

  @Test(
    "what does not fit is refused with the line",
    arguments: [
      (
        "INV-1001;100.00\nINV-1002;150.00", 30_000,
        "No column of list.csv adds up to 300.00 EUR. Put the money against the invoices by hand."
      ),
      ("INV-9;100.00", 10_000, "list.csv names no open invoice of 10042."),
      ("INV-1001 and INV-1002;300.00", 30_000, "Line 1 of list.csv may name INV-1001 and INV-1002."),
      ("INV-1001;100.00;USD", 10_000, "Line 1 of list.csv is in USD, the payment in EUR."),
      (
        "INV-1001;60.00;100.00\nINV-1002;100.00;60.00", 16_000,
        "Several columns of list.csv add up to 160.00 EUR and say different things. Put the money against the invoices by hand."
      ),
      (
        "INV-1001;60.005\nINV-1002;100.00", 10_000,
        "No column of list.csv adds up to 100.00 EUR. Put the money against the invoices by hand."
      ),
      (
        "INV-1001;60.00\nINV-1002;100.00\nINV-9;800.00", 16_000,
        "No column of list.csv adds up to 160.00 EUR. Put the money against the invoices by hand."
      ),
      // A customer's number that is an invoice's too; amounts and days that look like numbers.
      (
        "500;A-771;40.00\n500;A-772;60.00", 10_000,
        "No column of list.csv adds up to 100.00 EUR. Put the money against the invoices by hand."
      ),
      ("A-771;500.00", 50_000, "list.csv names no open invoice of 10042."),
      ("1,20 9631 X;500.00", 50_000, "list.csv names no open invoice of 10042."),
      ("OLD-77;2096.31", 209_631, "list.csv names no open invoice of 10042."),
      (
        "INV-1001;INV-1002;300.00", 30_000,
        "list.csv pays 300.00 EUR of invoice INV-1001, of which 100.00 EUR is open."
      ),
      (
        "INV-1001;150.00", 15_000,
        "list.csv pays 150.00 EUR of invoice INV-1001, of which 100.00 EUR is open."
      ),
      (
        "INV-1001;100.00\ncredit note;-20.00", 8_000,
        "Line 2 of list.csv takes something off for what is no open invoice. Put the money against the invoices by hand."
      ),
    ])
  func refused(_ text: String, _ paid: Int64, _ sentence: String) throws {
    do throws(any Error) {
      _ = try Self.read(text, paying: paid)
      Issue.record("\(text) was read")
    } catch let problem as CallProblem {
      #expect(problem.sentence == sentence)
    }
  }
}
