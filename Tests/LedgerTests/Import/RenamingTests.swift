import Receivables
import SQLEngine
import Testing

@testable import Ledger

/// Another name of a customer is news; other names of many at once are more likely a file read in the wrong way.
struct RenamingTests {
  private static func rows(_ names: [String]) throws -> [IncomingRow] {
    try names.enumerated().map { index, name in
      try .invoice("R\(index)", of: "\(index + 1)", name: name, line: index + 2)
    }
  }

  private static let names = ["Müller", "Böhm", "Søren", "Alder", "Núñez", "Åberg", "Weiß"]
  private static let garbled = ["MÃ¼ller", "BÃ¶hm", "SÃ¸ren", "Alder", "NÃºÃ±ez", "Ã…berg", "WeiÃŸ"]

  @Test func manyAtOnceAskFirstAndStoreNothing() throws {
    let bench = try ImportBench()
    try bench.take(Self.rows(Self.names))
    let before = try bench.content()
    let error = #expect(throws: ImportError.self) { try bench.take(Self.rows(Self.garbled)) }
    guard case .renames(let count, let examples) = try #require(error) else {
      throw Refusal(reason: "no question of names")
    }
    #expect(count == 6)
    #expect(examples.map(\.detail) == ["Müller → MÃ¼ller", "Böhm → BÃ¶hm", "Søren → SÃ¸ren"])
    #expect(examples.map(\.line) == [2, 3, 4])
    #expect(examples.first?.subject == "customer 1")
    #expect(try bench.content() == before)
  }

  @Test func whoAgreesRenamesThem() throws {
    let bench = try ImportBench()
    try bench.take(Self.rows(Self.names))
    #expect(try bench.take(Self.rows(Self.garbled), yes: true).customers.changed == 6)
    let stored = try bench.ledger.connection.all("select name from account order by id") { $0.text(0) }
    #expect(stored == Self.garbled)
  }

  @Test func aDryRunShowsThem() throws {
    let bench = try ImportBench()
    try bench.take(Self.rows(Self.names))
    #expect(try bench.take(Self.rows(Self.garbled), isDryRun: true).customers.changed == 6)
  }

  @Test func asManyAsThePolicyLetsPassAreRenamedUnasked() throws {
    let bench = try ImportBench()
    try bench.take(Self.rows(Self.names))
    let five = Array(Self.garbled.prefix(6)) + ["Weiß"]
    #expect(try bench.take(Self.rows(five)).customers.changed == 5)
  }

  @Test func aCustomerThatIsNewHasNoOtherName() throws {
    let bench = try ImportBench()
    #expect(try bench.take(Self.rows(Self.names + Self.garbled)).customers.added == 14)
  }
}
