public import Receivables

/// An entry of the demo company's journal with the moment at which it was made.
public struct DemoEntry: Hashable, Sendable {
  /// What to record.
  public var entry: NewEntry
  /// When it was made.
  public var at: Instant
}
