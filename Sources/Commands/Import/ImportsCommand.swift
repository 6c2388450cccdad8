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

      --take-back makes the books again what they were before the last import, of all files that were taken together, as \
      long as nobody recorded anything about an account that it changed. The journal keeps the import, and says that it was \
      taken back. The file can be imported again; of a folder it is not taken again by itself.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("How many imports at most.", valueName: "count"))
  var limit = 20

  @Flag(help: "Take the last import back.")
  var takeBack = false

  @Flag(help: "With --take-back: do it without asking.")
  var yes = false

  func validate() throws {
    guard takeBack || !yes else { throw ValidationError("--yes goes with --take-back.") }
    guard limit > 0 else { throw ValidationError("--limit is a number from 1 on.") }
  }

  func run() throws {
    let book = try options.openBook()
    guard !takeBack else { return try takeBackLast(of: book) }
    try ImportsListing(imports: book.ledger.imports(limit: limit)).write(as: options.format)
  }
}

extension ImportsCommand {
  private func takeBackLast(of book: OpenBook) throws {
    try book.begin()
    let files = try book.ledger.lastImport().map(\.record.file).joined(separator: ", ")
    guard yes || Question.canAsk else {
      throw CommandFailure(
        "Nothing was changed: this would take back the import of \(files). Say --yes.", .badData)
    }
    guard try yes || Question.agrees("The books become what they were before \(files). Take it back?") else {
      throw CommandFailure("Nothing was changed.", .badData)
    }
    let taken = try book.ledger.takeBackImport(
      action: .new(), as: options.collector, signed: Machine.signature)
    try TakenBackListing(taken: taken).write(
      as: options.format,
      after: "Entry \(taken.entry.rawValue) took back the import of \(files), but that was not reported.")
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
      "as_of": .text(record.asOf?.iso),
      "taken_back_by": .integer(imported.takenBack.map { Int($0.rawValue) }),
      "customers": counts(record.customers),
      "invoices": counts(record.invoices), "payments": counts(record.payments),
      "accounts_after": .integer(record.accounts), "totals_after": .list(record.totals.map(Self.json)),
    ]
  }

  /// What the books came to in a currency.
  static func json(_ total: ControlTotals) -> JSONValue {
    let amounts = Amounts(total)
    return [
      "currency": .string(total.currency.code), "invoices": .integer(total.invoices),
      "billed": .string(amounts.billed), "open": .string(amounts.open),
      "credits": .integer(total.credits),
      "credited": .string(amounts.credited), "unapplied": .string(amounts.unapplied),
    ]
  }

  func csv() -> String {
    let kinds = ["customers", "invoices", "payments"]
    let counts = ["added", "changed", "unchanged", "closed"]
    var writer = CSVWriter(
      header: [
        "entry", "day", "file", "lists", "as_of", "sha256", "accounts", "currency", "invoices", "billed",
        "open",
        "credits", "credited", "unapplied", "recorded", "actor", "host", "taken_back_by",
      ] + kinds.flatMap { kind in counts.map { "\(kind)_\($0)" } })
    for imported in imports {
      // A list of customers alone leaves books without an amount, and was imported too.
      let totals = imported.record.totals.map { Optional($0) }
      for total in totals.isEmpty ? [nil] : totals { write(imported, total, to: &writer) }
    }
    return writer.drain()
  }

  private func write(_ imported: ImportedFile, _ total: ControlTotals?, to writer: inout CSVWriter) {
    let record = imported.record
    let amounts = total.map { Amounts($0) }
    writer.write(Int(imported.entry.rawValue))
    for text in [imported.day.iso, record.file, record.lists, record.asOf?.iso, record.digest] {
      writer.write(text)
    }
    writer.write(record.accounts)
    writer.write(total?.currency.code)
    writer.write(total?.invoices)
    for text in [amounts?.billed, amounts?.open] { writer.write(decimal: text) }
    writer.write(total?.credits)
    for text in [amounts?.credited, amounts?.unapplied] { writer.write(decimal: text) }
    for text in [imported.recorded.iso, imported.actor, imported.host] { writer.write(text) }
    writer.write(imported.takenBack.map { Int($0.rawValue) })
    for counts in [record.customers, record.invoices, record.payments] {
      for count in [counts.added, counts.changed, counts.unchanged, counts.closed] { writer.write(count) }
    }
    writer.endRecord()
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
        "\(imported.day.iso) entry \(imported.entry.rawValue): \(record.file), \(record.lists)\(asOf)",
        "  by \(imported.actor) on \(imported.host), recorded \(imported.recorded.iso)",
      ]
      + (imported.takenBack.map { ["  taken back by entry \($0.rawValue)"] } ?? []) + counts
      + ["  \(record.accounts) customers in the books then", "  sha256 \(record.digest)"]
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
