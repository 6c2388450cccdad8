extension Frame {
  /// Draws the headings of a table.
  public mutating func putHeadings(_ table: TableLayout, at position: Position, role: Role = .heading) {
    put("", at: position, width: table.width, role: role)
    for slot in table.slots {
      put(
        slot.column.title, at: position.moved(slot.offset), width: slot.width, role: role,
        align: slot.column.align)
    }
  }

  /// Draws one row of a table; `content` is asked only for the columns that show, by their index.
  ///
  ///     frame.putRow(table, at: p) { $0 == 0 ? "Muster AG" : TextCell("1,250.00", .bad) }
  public mutating func putRow(
    _ table: TableLayout, at position: Position, role: Role = .normal, content: (Int) -> TextCell
  ) {
    put("", at: position, width: table.width, role: role)
    for slot in table.slots {
      let cell = content(slot.index)
      put(
        cell.text, at: position.moved(slot.offset), width: slot.width, role: cell.role ?? role,
        align: slot.column.align, overflow: slot.column.overflow)
    }
  }
}

extension Position {
  /// So many columns to the right.
  fileprivate func moved(_ columns: Int) -> Position { Position(column: column + columns, row: row) }
}
