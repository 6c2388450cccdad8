import TextScreen

/// Where the parts of the result menu stand in the body of the screen.
struct MenuLayout: Hashable {
  let heading: Rectangle
  let contacts: Rectangle
  let results: Rectangle

  /// Nil where there is no room for a pane beside.
  let pane: Rectangle?

  init(_ body: Rectangle, contacts count: Int) {
    let width = min(body.size.columns, 80)
    let left = body.origin.column
    pane = CallPane.area(beside: width, in: body)
    heading = Rectangle(column: left, row: body.origin.row, columns: width, rows: 1)
    let mostContacts = body.size.rows > 30 ? 9 : 3
    contacts = Rectangle(
      column: left + 1, row: body.origin.row + 1, columns: width - 2,
      rows: min(max(count, 1), mostContacts))
    let top = contacts.rows.upperBound + 1
    results = Rectangle(
      column: left + 1, row: top, columns: width - 2, rows: body.rows.upperBound - top)
  }
}
