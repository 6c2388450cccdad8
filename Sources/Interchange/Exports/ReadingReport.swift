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

  mutating func refuse(_ refusal: Refusal) {
    refusedCount += 1
    if refused.count < Self.limit { refused.append(refusal) }
  }
}
