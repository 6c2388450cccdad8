extension Frame {
  /// Draws an overlay: border, title and blank ground. Its text goes into `rectangle.inside`.
  public mutating func putBox(_ rectangle: Rectangle, title: String = "", role: Role = .overlay) {
    fill(rectangle, role: role)
    let width = rectangle.size.columns
    guard width >= 2, rectangle.size.rows >= 2 else { return }
    let left = rectangle.origin.column
    let bar = String(repeating: "─", count: width - 2)
    put("┌" + bar + "┐", at: rectangle.origin, role: role)
    put("└" + bar + "┘", at: Position(column: left, row: rectangle.rows.upperBound - 1), role: role)
    for row in rectangle.rows.dropFirst().dropLast() {
      put("│", at: Position(column: left, row: row), role: role)
      put("│", at: Position(column: left + width - 1, row: row), role: role)
    }
    guard !title.isEmpty, width > 6 else { return }
    let room = min(DisplayWidth.of(title), width - 6)
    put(" ", at: Position(column: left + 2, row: rectangle.origin.row), role: role)
    let after = put(title, at: Position(column: left + 3, row: rectangle.origin.row), width: room, role: role)
    put(" ", at: Position(column: after, row: rectangle.origin.row), role: role)
  }
}
