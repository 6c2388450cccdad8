import Interchange
import Ledger
import Receivables

/// What came of importing one file.
struct ImportOutcome {
  let file: String
  var result = ImportResult()
  /// Why nothing was stored: the first hundred places.
  var refused: [Refusal] = []
  var refusedCount = 0
  /// What a person should know, as sentences.
  var notes: [String] = []

  init(_ file: String) { self.file = file }

  mutating func refuse(_ refusals: [Refusal], count: Int? = nil) {
    result = ImportResult()
    refused = refusals
    refusedCount = count ?? refusals.count
  }
}
