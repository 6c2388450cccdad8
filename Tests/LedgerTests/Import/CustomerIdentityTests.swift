import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// Which customer of the book a line means.
struct CustomerIdentityTests {
  private static func row(
    _ customer: String, _ invoice: String, _ identity: IncomingCustomer.Identity, name: String? = nil,
    line: Int = 2
  ) throws -> IncomingRow {
    var row = try IncomingRow.invoice(invoice, of: customer, name: name, line: line)
    row.customer.identity = identity
    return row
  }

  private static func books(_ bench: ImportBench) throws -> [String] {
    var found: [String] = []
    try bench.ledger.forEachAccount { file in
      found.append("\(file.customer.number): \(file.invoices.map(\.number).sorted().joined(separator: " "))")
      return true
    }
    return found.sorted()
  }

  @Test func namesInAnySpellingAreOneCustomer() throws {
    let bench = try ImportBench()
    let rows = try [
      Self.row("Acme Ltd", "1", .name), Self.row("ACME  LTD.", "2", .name, line: 3),
      Self.row("Acmé Ltd", "3", .name, line: 4),
      Self.row("Acme Ltd", "4", .name, line: 5),
    ]
    let result = try bench.take(rows)
    #expect(try Self.books(bench) == ["Acme Ltd: 1 2 4", "Acmé Ltd: 3"])
    #expect(result.notes.spellings.count == 1 && result.notes.lookAlikes.count == 1)
    #expect(try bench.take(rows).isUnchanged)
    #expect(try bench.take([Self.row("acme ltd", "5", .name)]).customers.added == 0)
  }

  @Test("in any order, and found again by each file", arguments: [false, true])
  func zerosTellCustomersApart(isReversed: Bool) throws {
    let bench = try ImportBench()
    let rows = try [
      Self.row("0012", "A", .spelling, name: "Adams"),
      Self.row("12", "Z", .spelling, name: "Zoller", line: 3),
    ]
    let list = isReversed ? rows.reversed() : rows
    try bench.take(list)
    #expect(try Self.books(bench) == ["0012: A", "12: Z"])
    #expect(try bench.take(list).isUnchanged)
    // A later file may name only one of them.
    #expect(try bench.take([Self.row("12", "Z", .number, name: "Zoller")]).isUnchanged)
    #expect(try bench.take([Self.row("0012", "A", .number, name: "Adams")]).isUnchanged)
    for number in ["0012", "12"] {
      let id = try #require(try bench.ledger.accountID(number: number))
      #expect(try bench.ledger.account(id).customer.number == number)
    }
    #expect(try bench.ledger.verify() == [])
  }

  @Test func theListOfCustomersCountsMoreThanInvoices() throws {
    let bench = try ImportBench()
    var master = IncomingRow(line: 2, customer: IncomingCustomer(number: "1", name: "Alpha"))
    master.customer.terms = .net(45)
    var run = ImportRun.test("customers.csv")
    run.kind = "customers"
    _ = try bench.take([run], [[master]])
    var row = try IncomingRow.invoice("A", name: "alpha")
    row.customer.terms = .net(30)
    row.customer.collector = "kim"
    let result = try bench.take([row])
    let id = try #require(try bench.ledger.accountID(number: "1"))
    let customer = try bench.ledger.account(id).customer
    #expect(customer.name == "Alpha" && customer.terms == .net(45) && customer.collector == "kim")
    #expect(result.notes.otherMasterData.count == 1)
    #expect(try bench.take([row]).isUnchanged)
  }

  @Test func anInvoiceWithoutTermsIsDueByThoseOfItsCustomer() throws {
    let bench = try ImportBench()
    var master = IncomingRow(line: 2, customer: IncomingCustomer(number: "1", name: "Alpha"))
    master.customer.terms = .net(45)
    try bench.take([master])
    var row = try IncomingRow.invoice("A")
    let issued = try #require(row.document).issued
    row.document?.due = issued
    row.document?.assumed = [.due, .terms]
    let result = try bench.take([row])
    let id = try #require(try bench.ledger.accountID(number: "1"))
    let invoice = try #require(try bench.ledger.account(id).invoices.first)
    #expect(invoice.issued.distance(to: invoice.due) == 45 && result.notes.agreedTerms.count == 1)
  }

  @Test func whatIsPaidTooMuchIsACreditForAsLongAsTheFileSaysSo() throws {
    let bench = try ImportBench()
    let row = { (open: Int64) in try IncomingRow.invoice("A", amount: 500, open: open) }
    let first = try bench.take([row(-20)])
    let id = try #require(try bench.ledger.accountID(number: "1"))
    #expect(first.payments.added == 1)
    #expect(try bench.ledger.account(id).credits.map(\.amount.minor) == [20])
    #expect(try bench.take([row(-20)]).isUnchanged)
    try bench.take([row(-30)])
    #expect(try bench.ledger.account(id).credits.map(\.amount.minor) == [30])
    try bench.take([row(0)], day: 1)
    #expect(try bench.ledger.account(id).credits.allSatisfy { $0.spent != nil })
    #expect(try bench.open() == ["A": 0])
  }
}
