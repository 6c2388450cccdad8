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
