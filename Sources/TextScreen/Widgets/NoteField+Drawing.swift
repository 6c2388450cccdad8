extension Frame {
  /// Draws a note in a rectangle, scrolled so that its cursor shows; a focused one takes the frame's cursor.
  public mutating func put(_ note: NoteField, in area: Rectangle, focused: Bool) {
    let role: Role = focused ? .focusedField : .field
    guard area.size.columns > 0, area.size.rows > 0 else { return }
    let (characters, lines, cursorLine, column) = note.layout(area.size.columns)
    let first = focused ? max(cursorLine - area.size.rows + 1, 0) : 0
    for (offset, row) in area.rows.enumerated() {
      let line = first + offset
      let text = line < lines.count ? String(characters[lines[line]]) : ""
      put(
        text, at: Position(column: area.origin.column, row: row), width: area.size.columns, role: role)
    }
    guard focused else { return }
    cursor = Position(
      column: area.origin.column + min(column, area.size.columns - 1),
      row: area.origin.row + cursorLine - first)
  }
}
