extension Frame {
  /// Blanks a rectangle, as for the ground of an overlay. Parts outside the frame are ignored.
  public mutating func fill(_ rectangle: Rectangle, role: Role) {
    for row in rectangle.rows {
      put(
        "", at: Position(column: rectangle.origin.column, row: row), width: rectangle.size.columns, role: role
      )
    }
  }

  /// Blanks a row.
  public mutating func fill(row: Int, role: Role) {
    fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), role: role)
  }

  /// Gives every cell of a rectangle this role and leaves the text: the selected row.
  public mutating func setRole(_ role: Role, in rectangle: Rectangle) {
    for row in rectangle.rows.clamped(to: 0..<size.rows) {
      for column in rectangle.columns.clamped(to: 0..<size.columns) {
        cells[row * size.columns + column].role = role
      }
    }
  }

  /// Gives a row this role and leaves its text.
  public mutating func setRole(_ role: Role, row: Int) {
    setRole(role, in: Rectangle(column: 0, row: row, columns: size.columns, rows: 1))
  }
}
