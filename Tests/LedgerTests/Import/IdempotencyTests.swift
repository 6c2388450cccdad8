import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// Taking a file twice, or its rows in another order, gives the same book.
struct ImportIdempotencyTests {
  /// Customers with several spellings, paid and open invoices, credits.
  private static func rows(_ random: inout Randomness) throws -> [IncomingRow] {
    var rows: [IncomingRow] = []
    for number in 0..<120 {
      let customer = Int(random.next() % 15)
      let name = ["Alder", "Alder Co", "ALDER"][Int(random.next() % 3)]
      var row = try IncomingRow.invoice(
        "INV-\(number)", of: "00\(customer)", name: name, amount: Int64(random.next() % 10_000),
        currency: random.next() % 4 == 0 ? "CAD" : "USD")
      switch random.next() % 3 {
      case 0: row.document?.settled = TestBooks.day(-Int(random.next() % 30))
      case 1:
        let half = row.document.map { $0.amount.minor / 2 }
        row.document?.open = half
      default: break
      }
      rows.append(row)
      if random.next() % 5 == 0 { rows.append(try .credit("P-\(number)", of: "\(customer)", open: 50)) }
    }
    return rows
  }

  @Test(arguments: 1...10)
  func theSameRowsAgainChangeNothing(_ seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let rows = try Self.rows(&random)
    let bench = try ImportBench()
    let first = try bench.take(rows)
    #expect(first.invoices.added == 120)
    #expect(first.customers.added > 5)
    let before = try bench.content()
    let versions = try bench.ledger.connection.all("select version from account order by id") { $0.int(0) }
    let second = try bench.take(rows, day: 3)
    #expect(second.isUnchanged)
    #expect(second.invoices.unchanged == 120)
    #expect(try bench.content() == before)
    #expect(
      try bench.ledger.connection.all("select version from account order by id") { $0.int(0) } == versions)
  }

  @Test(arguments: 1...10)
  func shuffledRowsGiveTheSameBook(_ seed: UInt64) throws {
    var random = Randomness(seed: seed)
    var rows = try Self.rows(&random)
    let bench = try ImportBench()
    try bench.take(rows)
    for index in rows.indices.reversed() { rows.swapAt(index, Int(random.next() % UInt64(index + 1))) }
    let shuffled = try ImportBench()
    try shuffled.take(rows)
    #expect(try shuffled.content() == bench.content())
    #expect(try bench.take(rows).isUnchanged)
  }

  /// Whoever has the account open must not save on what it was before.
  @Test func whatAnImportChangesHasAnotherVersionAndNothingElseHas() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("1", of: "1"), .invoice("2", of: "2"), .invoice("3", of: "3")])
    func versions() throws -> [Int] {
      try bench.ledger.connection.all("select version from account order by number_key") { $0.int(0) }
    }
    let before = try versions()
    try bench.take([.invoice("1", of: "1", amount: 90), .credit("P", of: "2"), .invoice("3", of: "3")])
    let after = try versions()
    #expect(after[0] > before[0])
    #expect(after[1] > before[1])
    #expect(after[2] == before[2])
  }

  @Test func numbersAreTheSameWithAndWithoutLeadingZeros() throws {
    let bench = try ImportBench()
    try bench.take([.invoice("611365", of: "77")])
    let again = try bench.take([.invoice("0000611365", of: "0077")])
    #expect(again.isUnchanged)
    #expect(again.invoices.unchanged == 1)
  }

  @Test func theMostFrequentNameWinsAndOfEqualsTheFirstInByteOrder() throws {
    let bench = try ImportBench()
    try bench.take([
      .invoice("1", name: "B"), .invoice("2", name: "A"), .invoice("3", name: "B"),
      .invoice("4", of: "2", name: "D"),
      .invoice("5", of: "2", name: "C"),
    ])
    let names = try bench.ledger.connection.all("select name from account order by number_key") { $0.text(0) }
    #expect(names == ["B", "C"])
  }
}
