import Glibc
import Ledger
import Receivables
import Testing

@testable import Commands

/// What the import command tells of a file, and how it takes the exports that ship as samples.
struct ImportCommandTests {
  private static let samples =
    #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/data/samples/"

  @Test func theSamplesOfTheManualAreTakenInTheirOrder() throws {
    let book = try ImportedBook()
    let customers = try book.take(Self.samples + "customers.csv")
    #expect(customers.result.customers.added == 6)
    let invoices = try book.take(Self.samples + "invoices.csv")
    #expect(invoices.result.invoices.added == 14)
    #expect(invoices.result.customers.isUnchanged)
    let payments = try book.take(Self.samples + "payments.csv")
    #expect(payments.result.payments.added == 3)
    #expect(payments.result.notes.unknownInvoices.count == 0)
    let openItems = try book.take(Self.samples + "open-items.csv")
    #expect(openItems.result.invoices.closed == 1)
    #expect(openItems.notes.contains("It lists what was open on 2026-11-20."))
    for name in ["customers.csv", "invoices.csv", "payments.csv", "open-items.csv"] {
      #expect(try book.take(Self.samples + name).result.isUnchanged, "\(name)")
    }
  }

  @Test func aDryRunCountsTheDifferencesThatItDoesNotList() throws {
    let book = try ImportedBook()
    let rows = (1...203).map { "1001,Acme,A-\($0),2026-09-01,2026-10-01,10.00,USD" }
    let heading = "Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency\n"
    let path = try book.write(heading + rows.joined(separator: "\n") + "\n")
    let outcome = try book.take(path, ["--dry-run"])
    // The customer is one of them.
    #expect(outcome.result.differences.count == 200 && outcome.result.moreDifferences == 4)
    let listing = ImportListing(outcomes: [outcome], isDryRun: true)
    #expect(listing.text().contains("\n  and 4 more differences.\n"))
    guard case .object(let parts) = listing.json() else { throw CommandFailure("no object", .badData) }
    #expect(parts["more_differences"] == .number(4))
    #expect(try book.take(path).result.moreDifferences == 0)
  }

  @Test func theMachineFormHasTheNamedParts() throws {
    let book = try ImportedBook()
    let outcome = try book.take(Self.samples + "invoices.csv")
    let listing = ImportListing(outcomes: [outcome], isDryRun: false)
    guard case .object(let parts) = listing.json() else { throw CommandFailure("no object", .badData) }
    #expect(
      parts["invoices"] == [
        "added": .number(14), "changed": .number(0), "unchanged": .number(0), "closed": .number(0),
      ])
    #expect(parts["refused"] == .list([]))
    #expect(listing.csv().hasPrefix("file,what,added,changed,unchanged,closed,refused\n"))
  }

  @Test func allThatIsWrongWithSeveralFilesIsToldAndNoneIsStored() throws {
    let book = try ImportedBook()
    let heading = "Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency\n"
    let good = try book.write(heading + "1,A,I-1,2026-09-01,2026-10-01,10.00,USD\n", to: "good.csv")
    let bad = try book.write(heading + "1,A,I-2,2026-09-01,2026-10-01,ten,USD\n", to: "bad.csv")
    let worse = try book.write(heading + "1,A,I-3,2026-09-31,2026-10-01,10.00,USD\n", to: "worse.csv")
    let unread = try book.write("", to: "unread.csv")
    for files in [[good, bad, worse], [bad, good, worse]] {
      let outcomes = try book.take(files)
      #expect(outcomes.map(\.refusedCount) == files.map { $0 == good ? 0 : 1 })
      #expect(outcomes.map(\.heldBackBy) == files.map { $0 == good ? bad : nil })
      let told = ImportListing(outcomes: outcomes, isDryRun: false).text()
      #expect(told.contains("\(good): not stored, because \(bad) was refused.\n"))
    }
    let outcomes = try book.take([unread, good, unread])
    #expect(outcomes.map(\.heldBackBy) == [nil, unread, nil])
    #expect(outcomes.map(\.refused.count) == [1, 0, 1])
    #expect(try book.billed().isEmpty)
  }

  @Test func aRefusedFileNamesLineColumnAndReason() throws {
    let book = try ImportedBook()
    let file = try book.write("Customer,Invoice No,Date,Amount\nA,1,2026-01-31,1e3\n")
    let outcome = try book.take(file)
    guard case .object(let parts) = ImportListing(outcomes: [outcome], isDryRun: false).json() else {
      throw CommandFailure("no object", .badData)
    }
    #expect(
      parts["refused"] == [["line": .number(2), "column": "Amount", "reason": "\"1e3\" is not an amount."]])
  }

  @Test func everyRefusedLineIsCountedAndTheFirstHundredAreTold() throws {
    let book = try ImportedBook()
    let rows = (1...150).map { "A,\($0),2026-01-31,1e3\n" }.joined()
    let outcome = try book.take(try book.write("Customer,Invoice No,Date,Amount\n" + rows))
    #expect(outcome.refused.count == 100)
    #expect(outcome.refusedCount == 150)
    let text = ImportListing(outcomes: [outcome], isDryRun: false).text()
    #expect(text.hasSuffix("  and 50 more lines.\n"))
  }

  @Test func aCurrencyThatIsMissingIsNotGuessedSilently() throws {
    let book = try ImportedBook()
    let head = "Customer,Invoice No,Date,Amount,Currency\n"
    let gap = try book.write(head + "A,1,2026-01-31,5,EUR\nA,2,2026-01-31,6,\n")
    #expect(try book.take(gap).refused.map(\.line) == [3])
    #expect(try book.billed().isEmpty)
    #expect(try book.take(gap, ["--currency", "EUR"]).refused.isEmpty)
    #expect(try book.billed() == ["EUR": 1_100])
    let empty = try book.take(try book.write(head + "B,3,2026-01-31,7,\n"))
    #expect(empty.notes.contains("The column Currency is empty: amounts are taken in USD."))
  }

  @Test func aDryRunStoresNothing() throws {
    let book = try ImportedBook()
    let outcome = try book.take(Self.samples + "invoices.csv", ["--dry-run"])
    #expect(outcome.result.invoices.added == 14)
    #expect(outcome.result.differences.contains { $0.line == 2 })
    #expect(try book.billed().isEmpty)
  }
}
