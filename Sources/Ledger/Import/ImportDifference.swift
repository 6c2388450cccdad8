/// One thing that a dry run found different.
public struct ImportDifference: Hashable, Sendable {
  /// What happens to it.
  public enum Kind: String, Hashable, Sendable {
    /// New in the book.
    case added
    /// Already there and now different.
    case changed
    /// No longer listed by a snapshot.
    case closed
  }

  /// What happens to it.
  public var kind: Kind
  /// The line in the file; nil for what the file no longer lists.
  public var line: Int?
  /// What it is: `"invoice 611365 of 0379-NEVHP"`.
  public var subject: String
  /// Before and after: `"amount 55.94 USD → 60.00 USD"`.
  public var detail: String
}
