/// How many of a kind of thing an import has added and changed.
public struct ImportTally: Hashable, Sendable {
  /// New in the book.
  public var added = 0
  /// Already there and now different.
  public var changed = 0
  /// Already there and the same.
  public var unchanged = 0
  /// No longer listed by a snapshot.
  public var closed = 0

  /// Nothing yet.
  public init() {}

  /// Whether the book is as it was.
  public var isUnchanged: Bool { added == 0 && changed == 0 && closed == 0 }
}
