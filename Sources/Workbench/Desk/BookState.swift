public import Receivables

/// What the desk knows of the open book besides its accounts.
public struct BookState: Hashable, Sendable {
  /// Shown in the title: the file's name or "demo".
  public var name: String
  /// Whether there is anything in it.
  public var isEmpty: Bool
  /// The day up to which the books are known, from the newest import.
  public var booksDay: CalendarDay?

  /// A book.
  public init(name: String, isEmpty: Bool, booksDay: CalendarDay?) {
    self.name = name
    self.isEmpty = isEmpty
    self.booksDay = booksDay
  }
}
