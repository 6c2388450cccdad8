import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// A list of everything open on a day.
struct ImportSnapshotTests {
  private func bench() throws -> ImportBench {
    let bench = try ImportBench()
    try bench.take(
      [.invoice("A", open: 100), .invoice("B", open: 100), .invoice("C", open: 100)], snapshot: -7)
    return bench
  }

  @Test func whatItNoLongerListsIsClearedOnItsDay() throws {
    let bench = try bench()
    let result = try bench.take([.invoice("A", open: 100), .invoice("C", open: 100)], snapshot: 0, yes: true)
    #expect(result.invoices.closed == 1)
    #expect(result.invoices.unchanged == 2)
    #expect(try bench.open(asOf: -1) == ["A": 100, "B": 100, "C": 100])
    #expect(try bench.open(asOf: 0) == ["A": 100, "B": 0, "C": 100])
    let source = try bench.ledger.connection.first("select source from application") { $0.text(0) }
    #expect(source == "cleared")
    #expect(try bench.take([.invoice("A", open: 100), .invoice("C", open: 100)], snapshot: 0).isUnchanged)
  }

  @Test func aLowerBalanceIsPartlyCleared() throws {
    let bench = try bench()
    let rows = try [
      IncomingRow.invoice("A", open: 30), .invoice("B", open: 100), .invoice("C", open: 100),
    ]
    #expect(try bench.take(rows, snapshot: 0).invoices.changed == 1)
    #expect(try bench.open() == ["A": 30, "B": 100, "C": 100])
  }

  @Test func whatReappearsIsReopenedByAReversal() throws {
    let bench = try bench()
    try bench.take([.invoice("A", open: 100), .invoice("C", open: 100)], snapshot: 0, yes: true)
    let all = try [IncomingRow.invoice("A", open: 100), .invoice("B", open: 60), .invoice("C", open: 100)]
    #expect(try bench.take(all, snapshot: 1).invoices.changed == 1)
    #expect(try bench.open(asOf: 0)["B"] == 0)
    #expect(try bench.open(asOf: 1)["B"] == 60)
    let reversal = try bench.ledger.connection.first(
      "select amount, source from application where reverses is not null"
    ) { [$0.text(0), $0.text(1)] }
    #expect(reversal == ["-60", "cleared"])
  }

  @Test func oneThatIsFarSmallerAsksFirstAndStoresNothing() throws {
    let bench = try bench()
    let before = try bench.content()
    #expect(throws: ImportError.shrinks(closing: 2, of: 3)) {
      try bench.take([.invoice("A", open: 100), .invoice("D", amount: 70, open: 1)], snapshot: 0)
    }
    #expect(try bench.content() == before)
  }

  @Test func oneThatListsNothingClosesNothingEvenIfSomebodyAgreesToMany() throws {
    let bench = try bench()
    let before = try bench.content()
    #expect(throws: ImportError.listsNothing(closing: 3)) { try bench.take([], snapshot: 0, yes: true) }
    #expect(try bench.content() == before)
    #expect(try bench.take([], snapshot: 0, isDryRun: true).invoices.closed == 3)
    #expect(try bench.take([], snapshot: 0, yes: true, isEmpty: true).invoices.closed == 3)
    // Nothing was open any more.
    #expect(try bench.take([], snapshot: 1).isUnchanged)
  }

  @Test func whatWasPaidAfterItsDayIsNotPaidTwice() throws {
    let bench = try bench()
    try bench.take([.credit("P", day: 3, for: [IncomingApplication(invoice: "A", amount: 100)])], day: 3)
    try bench.take([.invoice("B", open: 100), .invoice("C", open: 100)], snapshot: 0, day: 4, yes: true)
    #expect(try bench.open() == ["A": 0, "B": 100, "C": 100])
  }

  @Test func anOlderOneIsRefused() throws {
    let bench = try bench()
    #expect(throws: ImportError.self) { try bench.take([.invoice("A", open: 100)], snapshot: -8, yes: true) }
  }

  @Test func aPlainImportClosesNothing() throws {
    let bench = try bench()
    #expect(try bench.take([.invoice("A", open: 100)], day: 1).isUnchanged)
    #expect(try bench.open() == ["A": 100, "B": 100, "C": 100])
  }

  @Test func aCreditThatItNoLongerListsIsSpentAndOneThatReappearsIsNot() throws {
    let bench = try bench()
    let invoices = try [
      IncomingRow.invoice("A", open: 100), .invoice("B", open: 100), .invoice("C", open: 100),
    ]
    func unapplied(_ day: Int) throws -> [Int64] {
      let id = try #require(try bench.ledger.accountID(number: "1"))
      let file = try bench.ledger.account(id)
      let picture = try AccountPicture(of: file, policy: bench.ledger.policy, asOf: TestBooks.day(day))
      return picture.unapplied.map(\.left)
    }
    try bench.take(invoices + [.credit("P", open: 40)], snapshot: 0)
    #expect(try unapplied(0) == [40])
    #expect(try bench.take(invoices, snapshot: 1).payments.closed == 1)
    #expect(try unapplied(0) == [40])
    #expect(try unapplied(1) == [])
    #expect(try bench.take(invoices, snapshot: 1).isUnchanged)
    #expect(try bench.take(invoices + [.credit("P", open: 40)], snapshot: 2).payments.changed == 1)
    #expect(try unapplied(2) == [40])
  }
}
