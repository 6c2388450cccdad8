import Receivables
import Testing

@testable import Interchange

/// One export of every system, headings as the system writes them, rows of our own.
struct ExportHeadersTests {
  struct Export: CustomTestStringConvertible, Sendable {
    var system: String
    var text: String
    /// customer, number, kind, issued, due, amount, open
    var expected: [String]
    var testDescription: String { system }
  }

  @Test(arguments: Export.all)
  func everySystemsExportIsUnderstood(_ export: Export) throws {
    let outcome = try Sample.read(export.text)
    let rows = outcome.rows.map { row in
      let document = row.document
      return [
        row.customer.number, document?.number ?? "-", document?.kind.rawValue ?? "-",
        document?.issued.iso ?? "-",
        document?.due.iso ?? "-", document?.amount.description ?? "-",
        document.flatMap { document in document.open.map { Money(minor: $0, document.amount.currency).text } }
          ?? document?.settled.map { "settled \($0.iso)" } ?? "-",
      ].joined(separator: "|")
    }
    #expect(outcome.report.refused.isEmpty)
    #expect(rows == export.expected)
  }
}
