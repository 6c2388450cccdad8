import Receivables
import Testing

@testable import Ledger

/// Sequences of files after which an invoice was open for more or less than it is.
struct MoneyTakenBackTests {
  private static func cancelled(_ row: IncomingRow) -> IncomingRow {
    var row = row
    row.document?.isCancelled = true
    row.document?.assumed = [.amount, .due]
    row.applications = []
    return row
  }

  private static func payment(
    _ number: String, _ parts: [(String, Int64)], of amount: Int64 = 100, day: Int = -5
  ) throws -> IncomingRow {
    try IncomingRow.credit(
      number, amount: amount, day: day,
      for: parts.map { IncomingApplication(invoice: $0.0, amount: $0.1) })
  }

  @Test("a payment that was put elsewhere, or made smaller, fails once", arguments: [true, false])
  func failedTwice(isMoved: Bool) throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A"), .invoice("B", line: 3)])
    try bench.take([try Self.payment("P", [("A", 100)])])
    try bench.take([
      isMoved ? try Self.payment("P", [("B", 100)]) : try Self.payment("P", [("A", 60)], of: 60)
    ])
    try bench.take([Self.cancelled(try Self.payment("P", []))])
    #expect(try bench.open() == ["A": 100, "B": 100])
    #expect(try bench.ledger.verify() == [])
  }

  @Test func aClearanceThatWasTakenBackIsNoClearance() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", open: 100), .invoice("B", open: 50)], snapshot: 0)
    try bench.take([.invoice("B", open: 50)], snapshot: 5, yes: true)
    try bench.take([.invoice("A", open: 100)], day: 6)
    try bench.take([Self.cancelled(try .invoice("A"))], day: 7)
    #expect(try bench.open()["A"] == 0)
    try bench.take([.invoice("A", open: 100)], day: 8)
    #expect(try bench.open()["A"] == 100)
    #expect(try bench.ledger.verify() == [])
  }

  @Test func whatFailedWaitsForNothing() throws {
    let bench = try ImportBench()
    try bench.take([try Self.payment("P", [("A", 100)])])
    try bench.take([Self.cancelled(try Self.payment("P", []))])
    try bench.take([.invoice("A")])
    #expect(try bench.open() == ["A": 100])
  }

  @Test func whatAListSpentCanStillFail() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A"), .invoice("B", line: 3)])
    try bench.take([try Self.payment("P", [("A", 100)], of: 150)])
    try bench.take([.invoice("B", open: 100)], snapshot: 5, yes: true)
    try bench.take([Self.cancelled(try Self.payment("P", []))], day: 6)
    #expect(try bench.open()["A"] == 100)
  }

  @Test func ofReceiptsWithOneReferenceThatOfTheDayFails() throws {
    let bench = try ImportBench()
    try bench.take([try Self.payment("BACS", [], day: -9), try Self.payment("BACS", [], of: 50, day: -5)])
    try bench.take([Self.cancelled(try Self.payment("BACS", [], of: 50, day: -5))])
    var left: [Int64] = []
    try bench.ledger.forEachAccount { file in
      left += file.credits.filter { $0.spent == nil }.map(\.amount.minor)
      return true
    }
    #expect(left == [100])
  }

  @Test("what failed and came on another line is there", arguments: [true, false])
  func retried(isFailedFirst: Bool) throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A")])
    let (came, failed) = (try Self.payment("P", [("A", 100)]), Self.cancelled(try Self.payment("P", [])))
    let rows = isFailedFirst ? [failed, came] : [came, failed]
    try bench.take(rows)
    #expect(try bench.open() == ["A": 0])
    #expect(try bench.take(rows).isUnchanged)
  }
}

/// Money that two files tell of.
struct MoneyToldTwiceTests {
  @Test("a list with what is open and the payment behind it", arguments: [true, false])
  func balanceAndPayment(isListFirst: Bool) throws {
    let bench = try ImportBench()
    let list = try IncomingRow.invoice("A", open: 60)
    let payment = try IncomingRow.credit(
      "P", amount: 40, day: -5, for: [IncomingApplication(invoice: "A", amount: 40)])
    for row in isListFirst ? [list, payment] : [payment, list] { try bench.take([row]) }
    #expect(try bench.open() == ["A": 60])
    for row in isListFirst ? [list, payment] : [payment, list] { #expect(try bench.take([row]).isUnchanged) }
  }

  @Test func aPaymentAfterTheListIsMore() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", open: 60)], snapshot: 0)
    try bench.take(
      [.credit("P", amount: 40, day: 3, for: [IncomingApplication(invoice: "A", amount: 40)])], day: 4)
    #expect(try bench.open() == ["A": 20])
  }

  @Test func severalRowsOfAPaymentWaitTogether() throws {
    let bench = try ImportBench()
    let parts = [50, 50].map { IncomingApplication(invoice: "A", amount: $0) }
    try bench.take([.credit("P", for: parts)])
    try bench.take([.invoice("A")])
    #expect(try bench.open() == ["A": 0])
  }

  @Test func anOlderListMeansTheInvoiceThatWasRenumbered() throws {
    let bench = try ImportBench()
    let old = [try IncomingRow.invoice("A", open: 100), try .invoice("B", amount: 77, open: 77, line: 3)]
    try bench.take(old)
    try bench.take(
      [.invoice("A-R", open: 100), .invoice("B", amount: 77, open: 77, line: 3)], snapshot: 5)
    #expect(try bench.take(old, day: 6).isUnchanged)
    #expect(try bench.open() == ["A-R": 100, "B": 77])
  }

  @Test("whichever line comes first", arguments: [true, false])
  func instalmentsThatArePaidTooMuchKeepTheirCredits(isReversed: Bool) throws {
    let bench = try ImportBench()
    var rows = [try IncomingRow.invoice("A", open: -20), try IncomingRow.invoice("A", open: 70, line: 3)]
    let due = TestBooks.day(20)
    rows[1].document?.due = due
    let list = isReversed ? rows.reversed() : rows
    try bench.take(list)
    var credits: [Int64] = []
    try bench.ledger.forEachAccount { file in
      credits += file.credits.filter { $0.spent == nil }.map(\.amount.minor)
      return true
    }
    #expect(credits == [20])
    #expect(try bench.take(list).isUnchanged)
  }

  @Test func theElectedSpellingOfANameIsFound() throws {
    let bench = try ImportBench()
    var rows = [
      try IncomingRow.invoice("1", of: "Beta Co."), try .invoice("2", of: "BETA CO", line: 3),
      try .invoice("3", of: "BETA CO", line: 4),
    ]
    for place in rows.indices { rows[place].customer.identity = .name }
    try bench.take(rows)
    #expect(try bench.ledger.verify() == [])
    #expect(try bench.ledger.accountID(number: "BETA CO") != nil)
  }
}
