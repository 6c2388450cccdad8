import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// What settled days, open amounts and payments make of an invoice.
struct ImportSettlementTests {
  @Test func aSettledDayIsAPaymentInFullOnThatDay() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", settled: -3)])
    #expect(try bench.open(asOf: -4) == ["A": 100])
    #expect(try bench.open(asOf: -3) == ["A": 0])
    let source = try bench.ledger.connection.first("select source from application") { $0.text(0) }
    #expect(source == "payment")
  }

  @Test func aCorrectedSettledDayReplacesTheOldOne() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", settled: -3)])
    #expect(try bench.take([.invoice("A", settled: -6)]).invoices.changed == 1)
    #expect(try bench.open(asOf: -6) == ["A": 0])
    #expect(try bench.ledger.connection.first("select count(*) from application") { $0.int(0) } == 1)
  }

  @Test func aSettledDayThatIsGoneReopens() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", settled: -3)])
    #expect(try bench.take([.invoice("A", tellsSettled: true)], day: 1).invoices.changed == 1)
    #expect(try bench.open() == ["A": 100])
    #expect(try bench.open(asOf: 0) == ["A": 0])
    #expect(try bench.take([.invoice("A", tellsSettled: true)], day: 2).isUnchanged)
  }

  @Test func anExportWithoutSettledDaysTakesNothingBack() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", settled: -3)])
    #expect(try bench.take([.invoice("A")], day: 1).isUnchanged)
    #expect(try bench.open() == ["A": 0])
  }

  @Test func aPaymentIsAppliedOnceAndWhatIsLeftStaysUnapplied() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A"), .invoice("B")])
    let payment = try IncomingRow.credit(
      "P", amount: 150,
      for: [IncomingApplication(invoice: "A", amount: 100), IncomingApplication(invoice: "X", amount: 50)])
    let first = try bench.take([payment])
    #expect(first.payments.added == 1)
    #expect(first.notes.unknownInvoices.count == 1)
    #expect(try bench.take([payment], day: 1).isUnchanged)
    #expect(try bench.open() == ["A": 0, "B": 100])
    try bench.take([.invoice("X", amount: 80)])
    #expect(try bench.open() == ["A": 0, "B": 100, "X": 30])
    #expect(try bench.take([payment]).isUnchanged)
  }

  /// Accounting put a payment against other invoices than at first, or corrected its amount.
  @Test func aPaymentThatIsPutElsewhereLeavesNoMoreThanItHas() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A"), .invoice("B"), .invoice("C")])
    func put(_ amounts: [String: Int64], of amount: Int64 = 100) throws -> [String: Int64] {
      let applications = amounts.map { IncomingApplication(invoice: $0.key, amount: $0.value) }
      let payment = try IncomingRow.credit("P", amount: amount, for: applications)
      try bench.take([payment])
      #expect(try bench.take([payment], day: 1).isUnchanged)
      #expect(try bench.ledger.verify() == [])
      return try bench.open()
    }
    #expect(try put(["A": 60, "B": 40]) == ["A": 40, "B": 60, "C": 100])
    #expect(try put(["A": 60]) == ["A": 40, "B": 60, "C": 100])
    #expect(try put(["C": 70]) == ["A": 70, "B": 100, "C": 30])
    #expect(try put(["B": 100]) == ["A": 100, "B": 0, "C": 100])
    #expect(try put([:], of: 80) == ["A": 100, "B": 20, "C": 100])
  }

  @Test func aPaymentIsNeverPutAgainstAnInvoiceInAnotherCurrency() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", currency: "EUR")])
    let payment = try IncomingRow.credit("P", for: [IncomingApplication(invoice: "A", amount: 100)])
    #expect(try bench.take([payment]).notes.unknownInvoices.count == 1)
    #expect(try bench.open() == ["A": 100])
    #expect(try bench.ledger.verify() == [])
  }

  @Test func aNegativePaymentTakesBackWhatAnEarlierOnePaid() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A")])
    let both = [
      try IncomingRow.credit("P", day: -5, for: [IncomingApplication(invoice: "A", amount: 100)]),
      try IncomingRow.credit(
        "P reversed", amount: -60, day: -2, for: [IncomingApplication(invoice: "A", amount: -60)]),
    ]
    #expect(try bench.take(both).payments.added == 2)
    #expect(try bench.open(asOf: -3) == ["A": 0])
    #expect(try bench.open() == ["A": 60])
    #expect(try bench.take(both, day: 1).isUnchanged)
    let named = try bench.ledger.connection.first(
      "select count(*) from application where reverses is not null"
    ) { $0.int(0) }
    #expect(named == 1)
  }

  @Test func anImpliedPaymentThatWasTakenBackStaysWithWhatTookItBack() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", settled: -9)])
    try bench.take([
      .credit("P", amount: -100, day: -5, for: [IncomingApplication(invoice: "A", amount: -100)])
    ])
    #expect(try bench.open() == ["A": 100])
    try bench.take([.invoice("A", settled: -3)])
    #expect(try bench.open() == ["A": 0])
    let ids = try bench.ledger.account(AccountID(rawValue: 1)).applications.map { ($0.id, $0.reverses) }
    #expect(ids.allSatisfy { pair in pair.1 == nil || ids.contains { $0.0 == pair.1 } })
    #expect(try bench.take([.invoice("A", settled: -3)]).isUnchanged)
    #expect(try bench.ledger.verify() == [])
  }

  @Test func aPaymentExplainsWhatASnapshotHadCleared() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A"), .invoice("B")])
    try bench.take([.invoice("B", open: 100)], snapshot: 0, yes: true)
    #expect(try bench.open() == ["A": 0, "B": 100])
    try bench.take([.credit("P", day: -2, for: [IncomingApplication(invoice: "A", amount: 100)])])
    #expect(try bench.open(asOf: -2) == ["A": 0, "B": 100])
    let file = try bench.ledger.account(AccountID(rawValue: 1))
    #expect(file.applications.map(\.source) == [.payment])
    #expect(file.applications.map(\.credit) == file.credits.map(\.id))
  }

  @Test func whatAnExportDoesNotTellStaysAsTheBookHasIt() throws {
    let bench = try ImportBench()
    var full = try IncomingRow.invoice("A", amount: 100)
    full.document?.reference = "PO 7"
    try bench.take([full])
    var bare = try IncomingRow.invoice("A", amount: 40, open: 40)
    bare.document?.due = TestBooks.day(-40)
    bare.document?.assumed = [.due, .amount]
    #expect(try bench.take([bare], snapshot: 0).invoices.changed == 1)
    #expect(try bench.open() == ["A": 40])
    #expect(try bench.take([bare], snapshot: 0).isUnchanged)
    let stored = try bench.ledger.connection.first("select due, amount, reference from invoice") {
      [$0.text(0), $0.text(1), $0.text(2)]
    }
    #expect(stored == ["\(TestBooks.day(-10).number)", "100", "PO 7"])
  }
}
