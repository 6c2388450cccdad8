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
