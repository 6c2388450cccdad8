import TextScreen

/// The box that an overlay is drawn in: centred, framed, never larger than the frame.
struct Panel {
  /// What stands in the upper border.
  var title: String
  /// Cells wanted for the content.
  var content: Size

  /// The cells of the content in a frame of that size.
  func inside(_ size: Size) -> Rectangle {
    let columns = min(content.columns, size.columns - 4)
    let rows = min(content.rows, size.rows - 4)
    return Rectangle(
      column: (size.columns - columns) / 2, row: max((size.rows - rows) / 2 - 1, 1), columns: columns,
      rows: rows)
  }

  /// Draws the empty box and answers the cells of its content.
  @discardableResult
  func draw(into frame: inout Frame) -> Rectangle {
    let inside = inside(frame.size)
    let left = inside.origin.column - 2
    let width = inside.size.columns + 4
    let line = String(repeating: "─", count: max(width - 2, 0))
    frame.put("┌\(line)┐", at: Position(column: left, row: inside.rows.lowerBound - 1), role: .overlay)
    frame.put(
      " \(title) ", at: Position(column: left + 2, row: inside.rows.lowerBound - 1),
      width: min(DisplayWidth.of(title) + 2, width - 4), role: .overlay)
    for row in inside.rows {
      frame.put("│", at: Position(column: left, row: row), width: width - 1, role: .overlay)
      frame.put("│", at: Position(column: left + width - 1, row: row), role: .overlay)
    }
    frame.put("└\(line)┘", at: Position(column: left, row: inside.rows.upperBound), role: .overlay)
    return inside
  }
}
