extension Frame {
  /// Draws a pick list as an overlay: what was typed in the first row, the items below it.
  public mutating func put(_ list: PickList, in box: Rectangle, title: String) {
    putBox(box, title: title)
    let inside = box.inside
    put(list.filter, at: inside.origin, width: inside.size.columns, focused: true)
    for (offset, row) in list.window.visible.prefix(max(inside.size.rows - 1, 0)).enumerated() {
      let chosen = row == list.window.selected
      put(
        (chosen ? "> " : "  ") + list.items[list.matches[row]],
        at: Position(column: inside.origin.column, row: inside.origin.row + 1 + offset),
        width: inside.size.columns,
        role: chosen ? .selected : .overlay)
    }
  }
}
