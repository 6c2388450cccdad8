import ArgumentParser
import Interchange
import Ledger
import Receivables
import TextScreen

/// `kept imports`: what was imported, and what the books came to after it.
struct ImportsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports",
    abstract: "List what was imported, and what the books came to after it.",
    discussion: """
      The totals are those to hold against the accounting system's. The digest is what sha256sum prints of the file. \
      The newest import comes first.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("How many imports at most.", valueName: "count"))
  var limit = 20

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number from 1 on.") }
  }

  func run() throws {
    let book = try options.openBook()
    try ImportsListing(imports: book.ledger.imports(limit: limit)).write(as: options.format)
  }
}

/// What `kept imports` lists.
struct ImportsListing: Listing {
  let imports: [ImportedFile]

  func json() -> JSONValue { ["imports": .list(imports.map(json))] }

  private func json(_ imported: ImportedFile) -> JSONValue {
    let record = imported.record
    func counts(_ counts: ImportRecord.Counts) -> JSONValue {
      [
        "added": .integer(counts.added), "changed": .integer(counts.changed),
        "unchanged": .integer(counts.unchanged), "closed": .integer(counts.closed),
      ]
    }
    return [
      "entry": .integer(Int(imported.entry.rawValue)), "day": .string(imported.day.iso),
      "recorded": .string(imported.recorded.iso), "actor": .string(imported.actor),
      "host": .string(imported.host),
      "file": .string(record.file), "sha256": .string(record.digest), "lists": .string(record.lists),
      "as_of": .text(record.asOf?.iso), "customers": counts(record.customers),
      "invoices": counts(record.invoices), "payments": counts(record.payments),
      "accounts_after": .integer(record.accounts), "totals_after": .list(record.totals.map(json)),
    ]
  }

  private func json(_ total: ControlTotals) -> JSONValue {
    let amounts = Amounts(total)
    return [
      "currency": .string(total.currency.code), "invoices": .integer(total.invoices),
      "billed": .string(amounts.billed), "open": .string(amounts.open),
      "credits": .integer(total.credits),
      "credited": .string(amounts.credited), "unapplied": .string(amounts.unapplied),
    ]
  }

  func csv() -> String {
    var writer = CSVWriter(header: [
      "entry", "day", "file", "lists", "as_of", "sha256", "accounts", "currency", "invoices", "billed",
      "open",
      "credits", "credited", "unapplied",
    ])
    for imported in imports {
      for total in imported.record.totals {
        let amounts = Amounts(total)
        writer.write(Int(imported.entry.rawValue))
        for text in [imported.day.iso, imported.record.file, imported.record.lists] { writer.write(text) }
        writer.write(imported.record.asOf?.iso)
        writer.write(imported.record.digest)
        writer.write(imported.record.accounts)
        writer.write(total.currency.code)
        writer.write(total.invoices)
        for text in [amounts.billed, amounts.open] { writer.write(text) }
        writer.write(total.credits)
        for text in [amounts.credited, amounts.unapplied] { writer.write(text) }
        writer.endRecord()
      }
    }
    return writer.drain()
  }

  func text() -> String {
    guard !imports.isEmpty else { return "Nothing was imported yet, or only before imports were recorded.\n" }
    return imports.map(text).joined(separator: "\n")
  }

  private func text(_ imported: ImportedFile) -> String {
    let record = imported.record
    let asOf = record.asOf.map { ", open on \($0.iso)" } ?? ""
    let counts = [
      ("customers", record.customers), ("invoices", record.invoices), ("payments", record.payments),
    ].map { what, counts in
      "  \(what): \(counts.added) added, \(counts.changed) changed, \(counts.unchanged) unchanged"
        + (counts.closed > 0 ? ", \(counts.closed) closed" : "")
    }
    var table = TextTable([
      ("in the books then", .left), ("invoices", .right), ("billed", .right), ("open", .right),
      ("credits", .right), ("credited", .right), ("unapplied", .right),
    ])
    for total in record.totals {
      let amounts = Amounts(total)
      table.add([
        "  \(total.currency.code)", String(total.invoices), amounts.billed, amounts.open,
        String(total.credits),
        amounts.credited, amounts.unapplied,
      ])
    }
    let head =
      [
        "\(imported.day.iso) entry \(imported.entry.rawValue): \(record.file), \(record.lists)\(asOf), by \(imported.actor)"
      ]
      + counts + ["  \(record.accounts) customers in the books then", "  sha256 \(record.digest)"]
    return head.map { Sanitised.text(of: $0) + "\n" }.joined() + table.text
  }

  /// Amounts of totals as decimals.
  private struct Amounts {
    let billed, open, credited, unapplied: String

    init(_ total: ControlTotals) {
      (billed, open) = (total.text(of: total.billed), total.text(of: total.open))
      (credited, unapplied) = (total.text(of: total.credited), total.text(of: total.unapplied))
    }
  }
}
