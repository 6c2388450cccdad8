import Interchange
import Ledger
import Receivables
import TextScreen

/// What came of an import, in every form.
struct ImportListing: Listing {
  let outcomes: [ImportOutcome]
  let isDryRun: Bool

  func csv() -> String {
    var writer = CSVWriter(header: ["file", "what", "added", "changed", "unchanged", "closed", "refused"])
    for outcome in outcomes {
      for (what, tally) in tallies(outcome) {
        writer.write(outcome.file)
        writer.write(what)
        for count in [tally.added, tally.changed, tally.unchanged, tally.closed] { writer.write(count) }
        writer.write(outcome.refusedCount)
        writer.endRecord()
      }
    }
    return writer.text
  }

  func json() -> JSONValue {
    let values = outcomes.map(json)
    return values.count == 1 ? values[0] : .list(values)
  }

  func text() -> String {
    outcomes.map { outcome in
      if let other = outcome.heldBackBy {
        return lines(["\(outcome.file): not stored, because \(other) was refused."])
      }
      return outcome.refused.isEmpty ? accepted(outcome) : refused(outcome)
    }.joined()
  }

  private func accepted(_ outcome: ImportOutcome) -> String {
    let head = isDryRun ? "\(outcome.file): nothing was stored. This would change:" : "\(outcome.file):"
    let counts = counts(of: outcome).map { "  " + $0 }
    let differences = outcome.result.differences.map { "  " + $0.sentence }
    let more = outcome.result.moreDifferences
    let rest = more > 0 ? ["  and \(more) more \(more == 1 ? "difference" : "differences")."] : []
    return lines([head] + counts + differences + rest + outcome.notes.map { "  " + $0 })
  }

  /// `"invoices: 3 added, 0 changed, 12 unchanged"`, for each kind of thing.
  func counts(of outcome: ImportOutcome) -> [String] {
    tallies(outcome).map { what, tally in
      "\(what): \(tally.added) added, \(tally.changed) changed, \(tally.unchanged) unchanged"
        + (tally.closed > 0 ? ", \(tally.closed) closed" : "")
    }
  }

  private func refused(_ outcome: ImportOutcome) -> String {
    let rest = outcome.refusedCount - outcome.refused.count
    return lines(
      ["\(outcome.file): refused, nothing was stored."] + outcome.refused.map { "  \($0)" }
        + (rest > 0 ? ["  and \(rest) more lines."] : []))
  }

  private func json(_ outcome: ImportOutcome) -> JSONValue { .object(entries(of: outcome)) }

  /// Everything that came of a file, by name.
  func entries(of outcome: ImportOutcome) -> [String: JSONValue] {
    var object: [String: JSONValue] = [
      "file": .string(outcome.file), "dry_run": .boolean(isDryRun),
      "held_back_by": .text(outcome.heldBackBy), "notes": .list(outcome.notes.map { .string($0) }),
      "refused": .list(
        outcome.refused.map {
          ["line": .integer($0.line), "column": .text($0.column), "reason": .string($0.reason)]
        }),
      "differences": .list(
        outcome.result.differences.map {
          [
            "kind": .string($0.kind.rawValue), "line": .integer($0.line), "subject": .string($0.subject),
            "detail": .string($0.detail),
          ]
        }), "more_differences": .integer(outcome.result.moreDifferences),
    ]
    for (what, tally) in tallies(outcome) {
      object[what] = [
        "added": .integer(tally.added), "changed": .integer(tally.changed),
        "unchanged": .integer(tally.unchanged),
        "closed": .integer(tally.closed),
      ]
    }
    return object
  }

  private func tallies(_ outcome: ImportOutcome) -> [(String, ImportTally)] {
    [
      ("customers", outcome.result.customers), ("invoices", outcome.result.invoices),
      ("payments", outcome.result.payments),
    ]
  }

  /// What comes from files must not move the cursor.
  private func lines(_ lines: [String]) -> String { lines.map { Sanitised.text(of: $0) + "\n" }.joined() }
}

/// What came of importing one file.
struct ImportOutcome {
  let file: String
  var result = ImportResult()
  /// Why nothing was stored: the first hundred places.
  var refused: [Refusal] = []
  var refusedCount = 0
  /// The file that was refused, so that this one was not stored either.
  var heldBackBy: String?
  /// What a person should know, as sentences.
  var notes: [String] = []

  init(_ file: String) { self.file = file }

  mutating func refuse(_ refusals: [Refusal], count: Int? = nil) {
    result = ImportResult()
    refused = refusals
    refusedCount = count ?? refusals.count
  }
}

extension [ImportOutcome] {
  /// Where some were refused, with all others held back by the first of them.
  var heldBack: [ImportOutcome] {
    guard let refused = first(where: { !$0.refused.isEmpty }) else { return self }
    return map { outcome in
      guard outcome.refused.isEmpty else { return outcome }
      var held = ImportOutcome(outcome.file)
      held.heldBackBy = refused.file
      return held
    }
  }
}
