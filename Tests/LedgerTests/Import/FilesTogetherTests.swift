import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// Several files in one import: as if they came one after the other, and all of them or none.
struct FilesTogetherTests {
  private static let files: [[IncomingRow]] = {
    do {
      return [
        try ["3", "1", "2"].map { try .invoice("A", of: $0, name: "Customer \($0)") },
        try ["2", "4", "1"].map { try .invoice("B", of: $0, amount: 50, line: 3) },
        try ["1", "3"].map {
          try .credit("P", of: $0, for: [IncomingApplication(invoice: "A", amount: 100)])
        },
      ]
    } catch { return [] }
  }()

  private static func take(_ files: [[IncomingRow]], into bench: ImportBench) throws -> [ImportResult] {
    try bench.take(files.indices.map { .test("\($0).csv") }, files)
  }

  @Test func theyAreTakenAsIfOneAfterTheOther() throws {
    let (together, apart) = (try ImportBench(), try ImportBench())
    let results = try Self.take(Self.files, into: together)
    #expect(results == (try Self.files.map { try apart.take($0) }))
    #expect(try together.content() == apart.content())
    #expect(try together.ledger.verify() == [])
    #expect(try together.ledger.imports().map(\.record.file) == ["2.csv", "1.csv", "0.csv"])
    #expect(try Self.take(Self.files, into: together).allSatisfy(\.isUnchanged))
  }

  @Test func oneThatIsRefusedHoldsAllBack() throws {
    let bench = try ImportBench()
    let before = try bench.content()
    let files = Self.files + [[try .invoice("A", of: "1", currency: "EUR", line: 7)]]
    let refused = #expect(throws: RefusedFile.self) {
      try Self.take(files, into: bench)
    }
    #expect(refused?.place == 3)
    guard case .refused(let lines)? = refused?.error else { throw Refusal(reason: "not refused") }
    #expect(lines.map(\.line) == [7])
    #expect(try bench.content() == before)
    #expect(try bench.ledger.imports().isEmpty)
  }

  /// A list of open items after the invoices closes what it does not list, of customers that it does not name too.
  @Test func aSnapshotAmongThemClosesWhatTheOthersBrought() throws {
    let (together, apart) = (try ImportBench(), try ImportBench())
    for bench in [together, apart] { try bench.take([.invoice("OLD", of: "9"), .invoice("A", of: "1")]) }
    let files: [[IncomingRow]] = [
      [try .invoice("N", of: "2")],
      [try .invoice("A", of: "1", open: 100), try .invoice("N", of: "2", open: 40)],
    ]
    let run: (ImportBench) throws -> [ImportResult] = { bench in
      try [
        bench.take(files[0]), bench.take(files[1], snapshot: 0, yes: true),
      ]
    }
    let wanted = try run(apart)
    var runs = [ImportRun.test("0"), .test("1", snapshot: 0)]
    runs[1].agreed.shrinking = true
    let found = try together.take(runs, files)
    #expect(found == wanted)
    #expect(found[1].invoices.closed == 1)
    #expect(try together.content() == apart.content())
  }

  /// A list that does not know them comes before customers and invoices that are new.
  @Test func aSnapshotLeavesNewCustomersToTheFilesThatBringThem() throws {
    let (together, apart) = (try ImportBench(), try ImportBench())
    for bench in [together, apart] { try bench.take([.invoice("A", of: "1")]) }
    let customers = ["2", "3", "4"].map { number in
      IncomingRow(
        line: 2,
        customer: IncomingCustomer(number: number, name: number == "2" ? nil : number == "3" ? "3" : "Cy"))
    }
    let files: [[IncomingRow]] = [
      [try .invoice("A", of: "1", open: 100)], customers, [try .invoice("N", of: "5", name: "Di")],
    ]
    let wanted = try [
      apart.take(files[0], snapshot: 0, yes: true), apart.take(files[1]), apart.take(files[2]),
    ]
    let found = try together.take([.test("0", snapshot: 0), .test("1"), .test("2")], files)
    #expect(found == wanted)
    #expect(found[1].customers.added == 3)
    #expect(try together.content() == apart.content())
    #expect(try together.ledger.verify() == [])
  }

  @Test func anOlderSnapshotBehindANewerOneIsRefused() throws {
    let bench = try ImportBench()
    let file = [try IncomingRow.invoice("A", of: "1", open: 100)]
    let refused = #expect(throws: RefusedFile.self) {
      try bench.take([.test("new", snapshot: 0), .test("old", snapshot: -9)], [file, file])
    }
    #expect(refused?.place == 1)
  }

  /// Refusals and notes are told by their lines, whatever order the accounts have.
  @Test func theFirstLinesAreToldFirst() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("A", of: "1"), .invoice("A", of: "2")])
    let rows = try (0..<150).map { line in
      try IncomingRow.invoice("A", of: line % 2 == 0 ? "2" : "1", currency: "EUR", line: line + 2)
    }
    let error = #expect(throws: ImportError.self) { try bench.take(rows) }
    guard case .refused(let refused)? = error else { throw Refusal(reason: "not refused") }
    #expect(refused.compactMap(\.line) == Array(2..<102))
    let unknown = try (0..<20).map { line in
      try IncomingRow.credit(
        "P\(line)", of: line % 2 == 0 ? "2" : "1",
        for: [IncomingApplication(invoice: "X\(line)", amount: 100)])
    }.enumerated().map { offset, row in
      var row = row
      row.line = offset + 2
      return row
    }
    let told = try bench.take(unknown).notes.unknownInvoices.told
    #expect(told.hasPrefix("20, first \"X0\" on line 2, then on lines 3, 4, 5"), "\(told)")
  }
}
