extension Frame {
  /// Draws a key bar across a row.
  public mutating func put(_ bar: KeyBar, row: Int) {
    fill(row: row, role: .keyLabel)
    for (entry, column) in bar.placed(width: size.columns) {
      let after = put(entry.key.name, at: Position(column: column, row: row), role: .key)
      put(entry.label, at: Position(column: after + 1, row: row), role: .keyLabel)
    }
  }
}
