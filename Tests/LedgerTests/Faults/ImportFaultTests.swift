import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// A file is imported while one call to the disk after the other fails.
struct ImportFaultTests {
  @Test(arguments: Fault.tried)
  func aFileIsInTheBookWholeOrNotAtAll(fault: Fault) throws {
    let (before, after) = try contents()
    try FaultRound.each(fault, "import", atLeast: 20, book: FaultedBook.bytes()) { round in
      let bench = ImportBench(ledger: try round.open())
      let outcome = round.attempt { try take(in: bench) }
      let left = try round.afterCrash { ledger in
        let bench = ImportBench(ledger: ledger)
        let left = try bench.content()
        #expect(try ledger.verify() == [], round.place)
        try take(in: bench)
        #expect(try bench.content() == after, round.place)
        return left
      }
      switch outcome {
      case .success: #expect(left == after, round.place)
      case .failure(let error):
        #expect(left == before || left == after, round.place)
        #expect("\(error)".hasPrefix("Could not import test.csv: "), round.place)
      }
      try take(in: bench)
      #expect(try bench.content() == after, round.place)
      #expect(try bench.ledger.verify() == [], round.place)
    }
  }

  private func take(in bench: ImportBench) throws {
    try bench.take(
      (0..<20).flatMap { number in
        try [
          IncomingRow.invoice("I\(number)", of: "A\(number % 5 + 1)", open: 40),
          .credit("P\(number)", of: "A\(number % 5 + 1)"),
        ]
      })
  }

  /// The book without a fault.
  private func contents() throws -> (before: [[SQLCell]], after: [[SQLCell]]) {
    let round = try FaultRound(Fault(kind: .full), at: 1, book: FaultedBook.bytes())
    let bench = ImportBench(ledger: try round.open())
    let before = try bench.content()
    try take(in: bench)
    return (before, try bench.content())
  }
}
