public import Receivables

/// What came of reading an export.
public struct ReadingReport: Sendable {
  /// More are not kept.
  private static let limit = 100

  /// Lines that could not be read, the first hundred of them. When there is one, nothing may be stored.
  public private(set) var refused: [Refusal] = []
  /// How many lines could not be read.
  public private(set) var refusedCount = 0
  /// What was done on the way that a person should know.
  public internal(set) var notes = ReadingNotes()

  /// A report on a file that is refused for `refusals` already, if there are any.
  init(_ refusals: [Refusal]) {
    for refusal in refusals { refuse(refusal) }
  }

  /// Counts a line that could not be read, once a cell.
  mutating func refuse(_ refusal: Refusal) {
    if refused.contains(where: { $0.line == refusal.line && $0.column == refusal.column }) { return }
    refusedCount += 1
    if refused.count < Self.limit { refused.append(refusal) }
  }

  /// By their lines.
  mutating func putInOrder() { refused.sort { ($0.line ?? 0) < ($1.line ?? 0) } }
}
