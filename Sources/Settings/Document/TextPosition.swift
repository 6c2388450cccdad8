/// A place in a text, both counted from 1. Columns count characters as editors do (Unicode scalars).
public struct TextPosition: Hashable, Sendable {
  /// The line.
  public let line: Int
  /// The character within the line.
  public let column: Int

  /// The place at that line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
