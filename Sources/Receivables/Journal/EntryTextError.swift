/// Why the body of a journal entry cannot be read: it was changed by hand, or a later version wrote it.
public struct EntryTextError: Error, Hashable, Sendable {
  /// What was found: `"a day that is not one"`.
  public let found: String

  /// Something was found that this version cannot read.
  public init(_ found: String) { self.found = found }
}
