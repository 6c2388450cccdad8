extension Frame {
  /// Draws a field in `width` cells, scrolled so that its cursor shows; a focused one takes the frame's cursor.
  public mutating func put(_ field: TextField, at position: Position, width: Int, focused: Bool) {
    let role: Role = focused ? .focusedField : .field
    let room = min(width, size.columns - position.column)
    guard room > 0 else { return }
    guard focused else {
      put(field.text, at: position, width: room, role: role)
      return
    }
    let before = Sanitised(String(field.text.prefix(field.cursor))).glyphs
    let after = Sanitised(String(field.text.dropFirst(field.cursor))).glyphs
    let cursorColumn = before.reduce(0) { $0 + $1.width }
    let all = cursorColumn + after.reduce(0) { $0 + $1.width }
    let scroll = all < room ? 0 : Self.scroll(cursorColumn, room)
    var skipped = 0
    let shown = (before + after).drop { glyph in
      guard skipped < scroll else { return false }
      skipped += glyph.width
      return true
    }
    _ = put(Overflow.clip.fitted(Array(shown), to: room), at: position, span: room, role: role)
    cursor = Position(column: position.column + max(cursorColumn - skipped, 0), row: position.row)
  }

  /// Columns hidden at the left: a multiple of half the room, so that text on both sides of the cursor shows.
  private static func scroll(_ cursorColumn: Int, _ room: Int) -> Int {
    let step = max(room / 2, 1)
    let over = cursorColumn - (room - 1)
    return over <= 0 ? 0 : (over + step - 1) / step * step
  }
}
