import BankStatements
import Interchange
import Settings
import Testing

/// Words of banks' CSV: what ships can be read, and a fault is told with its place.
struct BankColumnsTests {
  private static func fault(_ text: String) throws -> String? {
    do {
      _ = try BankColumnsFile.read(text: text, name: "b.toml", besides: try ColumnsFile.shipped())
      return nil
    } catch let error as SettingsError {
      return "\(error)"
    }
  }

  private static func text(_ headings: String, sides: String = "in = [\"c\"]") -> String {
    """
    [headings]
    \(headings)
    [sides]
    \(sides)
    [states]
    [titles]
    [returns]
    names = []
    [rows]
    totals = []
    """
  }

  @Test func whatShipsHasEveryRoleAndNoHeadingOfInvoices() throws {
    let words = try BankColumnsFile.shipped()
    for role in StatementRole.allCases { #expect(words.headings[role]?.isEmpty == false, "\(role)") }
    #expect(
      words.foreign.contains(HeadingName("Rechnungsnummer"))
        && words.foreign.contains(HeadingName("due date")))
    // Banks have these too.
    #expect(
      !words.foreign.contains(HeadingName("Account number")) && !words.foreign.contains(HeadingName("Name")))
    #expect(words.sides[HeadingName("Bij")] == .incoming && words.sides[HeadingName("S")] == .outgoing)
  }

  @Test func faultsAreToldWithTheirPlace() throws {
    #expect(
      try Self.fault(Self.text("booked = [\"date\"]\nvalued = [\"valuta\"]\ncurrency = [\"valuta\"]")) == nil)
    let twice = try #require(try Self.fault(Self.text("booked = [\"date\"]\namount = [\"x\", \"Date\"]")))
    #expect(twice.contains("3") && twice.contains("\"Date\" already stands under booked."), "\(twice)")
    let unknown = try #require(try Self.fault(Self.text("booket = [\"date\"]")))
    #expect(unknown.contains("booket"), "\(unknown)")
    let side = try #require(try Self.fault(Self.text("booked = []", sides: "in = [\"c\"]\nout = [\"C\"]")))
    #expect(side.contains("already stands under in"), "\(side)")
  }
}
