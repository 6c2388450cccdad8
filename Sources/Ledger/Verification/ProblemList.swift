/// Findings as they come in. A ledger that is broken everywhere is told in some hundred sentences, not in a million.
struct ProblemList {
  private(set) var problems: [LedgerProblem] = []
  private var counts: [LedgerProblem.Part: Int] = [:]
  private let limit: Int

  init(limit: Int = 100) { self.limit = limit }

  mutating func add(
    _ part: LedgerProblem.Part, account: String? = nil, entry: Int64? = nil, _ sentence: String
  ) {
    counts[part, default: 0] += 1
    guard counts[part, default: 0] <= limit else { return }
    problems.append(LedgerProblem(part: part, account: account, entry: entry, sentence: sentence))
  }

  /// The findings, with one sentence for those that were left out of each part.
  var told: [LedgerProblem] {
    problems
      + LedgerProblem.Part.allCases.compactMap { part in
        let more = counts[part, default: 0] - limit
        return more > 0 ? LedgerProblem(part: part, sentence: "\(more) more like these were found.") : nil
      }
  }
}
