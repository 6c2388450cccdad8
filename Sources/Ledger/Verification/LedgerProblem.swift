/// Something that `verify` found wrong, with its place.
public struct LedgerProblem: Hashable, Sendable {
  /// In what part of the ledger.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// The file itself: pages, indices, references.
    case file
    /// The journal and its chain of evidence.
    case journal
    /// The imported books.
    case books
    /// What was derived and stored.
    case derived
  }

  /// In what part of the ledger.
  public let part: Part
  /// Number of the account, where one is meant.
  public let account: String?
  /// Number of the journal entry, where one is meant.
  public let entry: Int64?
  /// The sentence: `"Entry 12 was changed after it was written."`.
  public let sentence: String

  /// A finding.
  public init(part: Part, account: String? = nil, entry: Int64? = nil, sentence: String) {
    self.part = part
    self.account = account
    self.entry = entry
    self.sentence = sentence
  }
}

/// Findings as they come in. A ledger that is broken everywhere is told in some hundred sentences, not in a million.
struct ProblemList: Sendable {
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

  /// Adds the findings of another list with the same limit.
  mutating func add(_ others: ProblemList) {
    for problem in others.problems {
      add(problem.part, account: problem.account, entry: problem.entry, problem.sentence)
    }
    for (part, count) in others.counts where count > limit { counts[part, default: 0] += count - limit }
  }

  /// Adds a finding about the whole, unless it is there already.
  mutating func addOnce(_ part: LedgerProblem.Part, _ sentence: String) {
    if !problems.contains(where: { $0.sentence == sentence }) { add(part, sentence) }
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
