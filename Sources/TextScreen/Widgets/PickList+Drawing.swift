extension Frame {
  /// Draws a pick list as an overlay: what was typed in the first row, the items below it.
  public mutating func put(_ list: PickList, in box: Rectangle, title: String) {
    putBox(box, title: title)
    let inside = box.inside
    let visible = list.window.visible
    let hides = visible.count < list.matches.count
    let extent = hides ? " \(visible.lowerBound + 1)–\(visible.upperBound) of \(list.matches.count)" : ""
    let room = max(inside.size.columns - DisplayWidth.of(extent), 1)
    put(list.filter, at: inside.origin, width: room, focused: true)
    put(extent, at: Position(column: inside.origin.column + room, row: inside.origin.row), role: .overlay)
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
