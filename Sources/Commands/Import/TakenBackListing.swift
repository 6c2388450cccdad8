import Interchange
import Ledger
import Receivables
import TextScreen

/// What `kept imports --take-back` did.
struct TakenBackListing: Listing {
  let taken: TakenBackImport

  func json() -> JSONValue {
    [
      "entry": .integer(Int(taken.entry.rawValue)),
      "imports": .list(
        taken.imports.map {
          [
            "entry": .integer(Int($0.entry.rawValue)), "file": .string($0.record.file),
            "sha256": .string($0.record.digest),
          ]
        }),
      "accounts_restored": .integer(taken.restored), "accounts_removed": .integer(taken.removed),
      "totals_after": .list(taken.totals.map { ImportsListing.json($0) }),
    ]
  }

  func csv() -> String {
    var writer = CSVWriter(header: ["entry", "import", "file", "accounts_restored", "accounts_removed"])
    for imported in taken.imports {
      writer.write(Int(taken.entry.rawValue))
      writer.write(Int(imported.entry.rawValue))
      writer.write(imported.record.file)
      writer.write(taken.restored)
      writer.write(taken.removed)
      writer.endRecord()
    }
    return writer.drain()
  }

  func text() -> String {
    let files = taken.imports.map { "\($0.record.file) of entry \($0.entry.rawValue)" }.joined(
      separator: ", ")
    let open = taken.totals.map { "\($0.text(of: $0.open)) \($0.currency.code)" }
    let lines = [
      "Entry \(taken.entry.rawValue): the import of \(files) is taken back.",
      "  accounts as they were: \(taken.restored), gone: \(taken.removed)",
      "  then open \(open.isEmpty ? "nothing" : open.joined(separator: ", "))",
    ]
    return lines.map { Sanitised.text(of: $0) + "\n" }.joined()
  }
}
