import Ledger
import Receivables

/// What is told of one file of a folder: a line of a log.
struct FeedLine {
  /// What became of the file.
  enum Fate {
    /// It is in the book, by that entry.
    case taken(ImportOutcome, ImportedFile?)
    /// It is not, and why.
    case refused(ImportOutcome)
    /// Somebody has just written to it.
    case waits
  }

  let file: String
  let fate: Fate
  /// When it was told.
  let moment: Instant

  init(_ file: String, _ fate: Fate, at moment: Instant) {
    (self.file, self.fate, self.moment) = (file, fate, moment)
  }

  var isTaken: Bool { if case .taken = fate { true } else { false } }

  /// `"2026-11-26T05:00:01.250Z taken /srv/exports/items.csv: entry 12; invoices: 3 added, …; then open 1200.00 USD"`.
  var text: String { "\(moment.iso) \(word) \(file): \(detail)" }

  /// One line with the parts of what `kept import` tells of a file, what became of it, and when.
  var json: JSONValue {
    var object: [String: JSONValue]
    switch fate {
    case .taken(let outcome, let imported):
      object = ImportListing(outcomes: [outcome], isDryRun: false).entries(of: outcome)
      object["entry"] = .integer(imported.map { Int($0.entry.rawValue) })
      object["totals_after"] = .list((imported?.record.totals ?? []).map { ImportsListing.json($0) })
    case .refused(let outcome):
      object = ImportListing(outcomes: [outcome], isDryRun: false).entries(of: outcome)
    case .waits: object = ["file": .string(file)]
    }
    object["fate"] = .string(word)
    object["time"] = .string(moment.iso)
    return .object(object)
  }

  private var word: String {
    switch fate {
    case .taken: "taken"
    case .refused: "refused"
    case .waits: "waits"
    }
  }

  private var detail: String {
    switch fate {
    case .taken(let outcome, let imported):
      let entry = imported.map { "entry \($0.entry.rawValue)" }
      let open = (imported?.record.totals ?? []).map { "\($0.text(of: $0.open)) \($0.currency.code)" }
      let counts = ImportListing(outcomes: [outcome], isDryRun: false).counts(of: outcome)
      return
        ([entry].compactMap { $0 } + counts + [
          "then open \(open.isEmpty ? "nothing" : open.joined(separator: ", "))"
        ])
        .joined(separator: "; ")
    case .refused(let outcome):
      let more = outcome.refusedCount - 1
      let rest = more > 0 ? " And \(more) more \(more == 1 ? "line" : "lines")." : ""
      return (outcome.refused.first.map { "\($0)" } ?? "it cannot be read.") + rest
    case .waits:
      return "somebody wrote to it in the last \(FeedFolder.quiet / 1_000) seconds; the next run takes it."
    }
  }
}
