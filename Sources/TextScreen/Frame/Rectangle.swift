/// A part of a frame.
public struct Rectangle: Hashable, Sendable {
  /// Its top left cell.
  public var origin: Position
  /// Its extent.
  public var size: Size

  /// The rectangle of `columns` × `rows` whose top left cell is `column`, `row`.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Position(column: column, row: row)
    size = Size(columns: max(columns, 0), rows: max(rows, 0))
  }

  /// The columns it covers.
  public var columns: Range<Int> { origin.column..<origin.column + size.columns }
  /// The rows it covers.
  public var rows: Range<Int> { origin.row..<origin.row + size.rows }

  /// Whether the cell lies in it.
  public func contains(_ position: Position) -> Bool {
    columns.contains(position.column) && rows.contains(position.row)
  }
}
