import Receivables
import Testing

@testable import Ledger

/// Customer, number, currency and kind say which document is meant: no import changes them.
struct IdentityTests {
  private static func refusals(_ bench: ImportBench, _ rows: [IncomingRow]) throws -> [Refusal] {
    let error = #expect(throws: ImportError.self) {
      try bench.take(rows, headings: [.currency: "Curr", .number: "Doc"])
    }
    guard case .refused(let refusals) = try #require(error) else { throw Refusal(reason: "not refused") }
    return refusals
  }

  @Test("with payments on it and without", arguments: [false, true])
  func anInvoiceKeepsItsCurrency(isPaid: Bool) throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", currency: "EUR")])
    if isPaid {
      var payment = try IncomingRow.credit("P", for: [IncomingApplication(invoice: "A", amount: 40)])
      payment.document?.amount = Money(minor: 40, try #require(Currency("EUR")))
      try bench.take([payment])
    }
    let before = try bench.content()
    let refusals = try Self.refusals(bench, [.invoice("B", line: 2), .invoice("A", line: 3)])
    #expect(refusals.map(\.line) == [3] && refusals.map(\.column) == ["Curr"])
    #expect(
      refusals.first?.reason == "Invoice A is in USD here, but in EUR in the book. Correct the export.")
    #expect(try bench.content() == before)
  }

  @Test(arguments: [IncomingDocument.Kind.payment, .creditNote])
  func aCreditKeepsItsCurrency(_ kind: IncomingDocument.Kind) throws {
    let bench = try ImportBench()
    try bench.take([.credit("C", kind: kind)])
    let before = try bench.content()
    var other = try IncomingRow.credit("C", kind: kind)
    other.document?.amount = Money(minor: 100, try #require(Currency("EUR")))
    let refusal = try #require(try Self.refusals(bench, [other]).first)
    let name = kind == .payment ? "Payment" : "Credit note"
    #expect(refusal.line == 2 && refusal.column == "Curr")
    #expect(refusal.reason == "\(name) C is in EUR here, but in USD in the book. Correct the export.")
    #expect(try bench.content() == before)
  }

  @Test func aFileThatNamesNoCurrencySaysHowToNameOne() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", currency: "EUR")])
    let error = #expect(throws: ImportError.self) { try bench.take([.invoice("A")]) }
    #expect(
      error
        == .refused([
          Refusal(
            line: 2,
            reason:
              "Invoice A is in USD here, but in EUR in the book. Say with --currency which one is meant.")
        ]))
  }

  @Test func twoCurrenciesOfOneInvoiceInAFileAreRefused() throws {
    let refusals = try Self.refusals(
      try ImportBench(), [.invoice("A", line: 2), .invoice("A", currency: "EUR", line: 3)])
    #expect(
      refusals.map(\.reason) == [
        "Invoice A is in EUR here, but in USD earlier in the file. Correct the export."
      ])
  }

  @Test("in the book or in one file, whichever comes first", arguments: [true, false], [true, false])
  func aCreditNoteWithTheNumberOfAnInvoiceIsAnotherDocument(isInBook: Bool, isInvoiceFirst: Bool) throws {
    let bench = try ImportBench()
    let rows = try [IncomingRow.invoice("A", line: 2), .credit("A", kind: .creditNote)]
    let ordered = isInvoiceFirst ? rows : rows.reversed()
    let result: ImportResult
    if isInBook {
      try bench.take([ordered[0]])
      result = try bench.take([ordered[1]])
    } else {
      result = try bench.take(ordered)
    }
    #expect(try bench.open() == ["A": 100])
    #expect(result.notes.namesakes.count == 1)
    #expect(
      result.notes.sentences == [
        "Invoices and credit notes with the same number, kept as two documents: 1, first \"A\" on line 2."
      ])
    #expect(try bench.take(rows).notes.sentences == [])
  }
}
