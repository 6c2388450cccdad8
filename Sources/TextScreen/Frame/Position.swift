/// A cell, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
  /// From the left, from 0.
  public var column: Int
  /// From the top, from 0.
  public var row: Int

  /// The cell at `column`, `row`.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}
