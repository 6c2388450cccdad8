import Ledger
import Receivables
import Testing

@testable import Commands

/// What is said of a file whose names came out wrong, and who may let it pass.
struct GarbledFileTests {
  private static let names = ["Müller", "Böhm", "Søren", "Åberg", "Núñez", "Weiß"]

  private static func file(_ name: (String) -> String) -> String {
    "Customer No,Customer Name,Invoice No,Date,Amount\n"
      + names.enumerated().map { "\($0),\(name($1)),R\($0),2026-09-01,5\n" }.joined()
  }

  /// As a program writes UTF-8 that takes it for Windows-1252.
  private static func garbled(_ name: String) -> String {
    String(String.UnicodeScalarView(name.utf8.map { Unicode.Scalar($0) }))
  }

  @Test func manyOtherNamesAreRefusedWithExamplesWhereNobodyCanBeAsked() throws {
    let book = try ImportedBook()
    _ = try book.take(try book.write(Self.file { $0 }))
    let garbled = try book.write(Self.file(Self.garbled))
    let outcome = try book.take(garbled)
    let reason = try #require(outcome.refused.first?.reason)
    #expect(
      reason.hasPrefix(
        "This file would give 6 customers another name, more than the policy's 5: customer 0 Müller → "))
    #expect(reason.contains("(line 2); customer 1 Böhm → ") && reason.contains("--yes"))
    #expect(outcome.result.isUnchanged)
    #expect(try book.take(garbled, ["--yes"]).result.customers.changed == 6)
  }

  @Test func aListWithoutRowsIsRefusedAlsoWithYes() throws {
    let book = try ImportedBook()
    let head = "Customer,Invoice No,Date,Amount\n"
    _ = try book.take(try book.write(head + "A,1,2026-09-01,5\nA,2,2026-09-01,5\n"))
    let empty = try book.write(head)
    for arguments in [["--as-of", "2026-11-20"], ["--as-of", "2026-11-20", "--yes"]] {
      let outcome = try book.take(empty, arguments)
      #expect(
        outcome.refused.first?.reason.hasPrefix(
          "The file lists nothing, so that all 2 open invoices would be closed.")
          == true)
    }
    #expect(try book.take(empty).refused.isEmpty)
  }

  @Test func aCurrencyThatChangesIsRefusedWithLineAndColumn() throws {
    let book = try ImportedBook()
    let head = "Customer,Invoice No,Date,Amount,Curr\n"
    _ = try book.take(try book.write(head + "A,1,2026-09-01,5,EUR\n"), [])
    let outcome = try book.take(try book.write(head + "A,1,2026-09-01,5,USD\n"))
    #expect(
      outcome.refused.map(\.description) == [
        "line 2, column \"Curr\": Invoice 1 is in USD here, but in EUR in the book. Correct the export."
      ])
  }
}
