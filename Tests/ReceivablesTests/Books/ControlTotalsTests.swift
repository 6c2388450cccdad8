import Receivables
import Testing

/// What an account comes to, to be held against the accounting system.
struct ControlTotalsTests {
  private static func money(_ minor: Int64, _ code: String = "USD") throws -> Money {
    Money(minor: minor, try #require(Currency(code)))
  }

  private static func file() throws -> AccountFile {
    let day = CalendarDay(number: 20_000)
    func invoice(_ id: Int64, _ amount: Money) -> Invoice {
      Invoice(id: DocumentID(rawValue: id), number: "\(id)", issued: day, due: day, original: amount)
    }
    func credit(_ id: Int64, _ amount: Money, spent: CalendarDay? = nil) -> Credit {
      Credit(
        id: DocumentID(rawValue: id), number: "\(id)", kind: .payment, dated: day, amount: amount,
        spent: spent)
    }
    func application(_ id: Int64, to invoice: Int64, of credit: Int64?, _ amount: Int64) -> Application {
      Application(
        id: id, invoice: DocumentID(rawValue: invoice), credit: credit.map { DocumentID(rawValue: $0) },
        source: .payment, dated: day, amount: amount)
    }
    return AccountFile(
      customer: Customer(id: AccountID(rawValue: 1), number: "1", name: "Alder"),
      invoices: [
        invoice(1, try money(10_000)), invoice(2, try money(5_000)), invoice(3, try money(700, "JPY")),
      ],
      credits: [
        credit(1, try money(6_000)), credit(2, try money(900), spent: day), credit(3, try money(-50)),
      ],
      applications: [
        application(1, to: 1, of: 1, 4_000), application(2, to: 1, of: nil, 1_000),
        application(3, to: 2, of: 2, 100),
        application(4, to: 1, of: 3, -50),
      ])
  }

  @Test func everyCurrencyForItself() throws {
    // Open: 15,000 less 4,000, 1,000 and 100, and the 50 that were taken back. Unapplied: 2,000 of the first; what a list
    // no longer shows is spent; what took 50 back has nothing left.
    #expect(
      try Self.file().controlTotals.map(\.text) == [
        "JPY 1 700 700 0 0 0", "USD 2 150.00 99.50 3 68.50 20.00",
      ])
  }

  @Test func accountsAddUp() throws {
    var sum = try Self.file().controlTotals
    sum.add(try Self.file().controlTotals)
    #expect(sum.map(\.text) == ["JPY 2 1400 1400 0 0 0", "USD 4 300.00 199.00 6 137.00 40.00"])
  }

  @Test func theyMayComeToMoreThanADocumentMay() throws {
    var sum: [ControlTotals] = []
    var total = ControlTotals(try #require(Currency("USD")))
    (total.billed, total.open) = (Int128(Int64.max), Int128(Int64.min))
    for _ in 0..<3 { sum.add([total]) }
    #expect(sum[0].text == "USD 0 276701161105643274.21 -276701161105643274.24 0 0.00 0.00")
    #expect(ControlTotals(text: sum[0].text) == sum[0])
    #expect(Self.read(sum[0].text) == sum)
  }

  @Test func linesAreReadAsTheyWereWritten() throws {
    let totals = try Self.file().controlTotals
    #expect(Self.read(totals.map(\.text).joined(separator: "\n")) == totals)
    #expect(Self.read("\n\nJPY 1 700 -700 0 0 0\n")?.map(\.text) == ["JPY 1 700 -700 0 0 0"])
    #expect(Self.read("BHD 1 0.005 -0.005 0 0.000 0.000")?.map(\.billed) == [5])
    #expect(Self.read("") == [])
  }

  private static func read(_ lines: String) -> [ControlTotals]? {
    Array(lines.utf8).withUnsafeBufferPointer { [ControlTotals](lines: $0) }
  }

  @Test(arguments: [
    "", "USD", "USD 1 1.00 1.00 1 1.00", "USD 1 1.00 1.00 1 1.00 1.00 1", "USDX 1 1.00 1.00 1 1.00 1.00",
    "USD x 1.00 1.00 1 1.00 1.00", "USD -1 1.00 1.00 1 1.00 1.00", "USD 1 1.0 1.00 1 1.00 1.00",
    "USD 1 +1.00 1.00 1 1.00 1.00", "USD 1 1.00 1.00 1 1,00 1.00", "JPY 1 1.5 1 1 1 1",
  ])
  func whatIsNoLineOfTotalsIsNone(_ text: String) {
    #expect(ControlTotals(text: text) == nil)
    if !text.isEmpty { #expect(Self.read("USD 1 1.00 1.00 1 1.00 1.00\n" + text) == nil) }
  }
}
