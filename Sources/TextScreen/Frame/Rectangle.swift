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

extension Rectangle {
  /// A rectangle of that size, or as much of it as there is room for, in the middle of a screen.
  public static func centred(_ size: Size, in screen: Size) -> Rectangle {
    let columns = min(size.columns, screen.columns)
    let rows = min(size.rows, screen.rows)
    return Rectangle(
      column: (screen.columns - columns) / 2, row: (screen.rows - rows) / 2, columns: columns, rows: rows)
  }

  /// What is left inside a border and, at the sides, one blank.
  public var inside: Rectangle {
    Rectangle(column: origin.column + 2, row: origin.row + 1, columns: size.columns - 4, rows: size.rows - 2)
  }
}

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

/// The extent of a screen or a part of it, in cells.
public struct Size: Hashable, Sendable {
  /// Cells across.
  public var columns: Int
  /// Cells down.
  public var rows: Int

  /// `columns` × `rows`.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
