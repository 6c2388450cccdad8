import Receivables
import SQLEngine
import Testing

@testable import Ledger

struct ImportAllOrNothingTests {
  @Test func aContradictionInTheLastLineStoresNothing() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", settled: -3)])
    let before = try bench.content()
    let rows = try [
      IncomingRow.invoice("A", amount: 90), .invoice("B", of: "2"), .credit("P"),
      .invoice("B", of: "2", amount: 7, line: 9),
    ]
    let error = #expect(throws: ImportError.self) { try bench.take(rows) }
    guard case .refused(let refused) = error else { throw Refusal(reason: "not refused") }
    #expect(refused.map(\.line) == [9])
    #expect(try bench.content() == before)
    #expect(try bench.ledger.connection.first("select count(*) from import_run") { $0.int(0) } == 1)
  }

  @Test func whatStopsTheFeedStoresNothing() throws {
    let bench = try ImportBench()
    let before = try bench.content()
    struct Stop: Error {}
    let rows = try [IncomingRow.invoice("A"), .invoice("B")]
    #expect(throws: Stop.self) {
      _ = try bench.ledger.take([.test("f")]) { _, incoming in
        for row in rows { try incoming.add(row) }
        throw Stop()
      }
    }
    #expect(try bench.content() == before)
  }

  @Test func aDryRunTellsWhatTheRunThenDoesAndChangesNothing() throws {
    let bench = try ImportBench()
    try bench.take(
      [.invoice("A", open: 100), .invoice("B", open: 100), .invoice("D", open: 100)], snapshot: -7)
    let before = try bench.content()
    let rows = try [
      IncomingRow.invoice("A", amount: 90, open: 90, line: 2), .invoice("C", amount: 120, open: 120, line: 3),
      .invoice("D", open: 35, line: 4),
    ]
    let told = try bench.take(rows, snapshot: 0, isDryRun: true, yes: true)
    #expect(try bench.content() == before)
    #expect(
      Set(told.differences.map { "\($0.kind.rawValue) \($0.line ?? 0) \($0.subject): \($0.detail)" }) == [
        "changed 2 invoice A of 1: amount 1.00 USD → 0.90 USD",
        "changed 4 invoice D of 1: open 1.00 → 0.35",
        "added 3 invoice C of 1: 1.20 USD, due 2026-10-23",
        "closed 0 invoice B of 1: 1.00 USD",
      ])
    var done = try bench.take(rows, snapshot: 0, yes: true)
    done.differences = told.differences
    #expect(done == told)
  }

  @Test func derivedRowsAgreeWithTheBookAfterEveryImport() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A"), .invoice("B", of: "2", settled: -3)])
    let owes = try bench.ledger.connection.all(
      "select (views & \(WorklistViews(.all).rawValue)) <> 0 from account_summary order by number"
    ) { $0.int(0) }
    #expect(owes == [1, 0])
  }
}
