import TextScreen

/// Where the parts of the account screen stand.
struct AccountAreas {
  /// Standing and aging.
  let top: Rectangle
  /// The names of the sections.
  let tabs: Rectangle
  /// Headings of the section.
  let headings: Rectangle
  /// The rows of the section.
  let list: Rectangle
  /// From 36 rows: the story below the other sections.
  let below: Rectangle?
  /// From 120 columns: people, habits and promises beside everything else.
  let pane: Rectangle?

  /// The list of a section that has no headings.
  var reading: Rectangle {
    Rectangle(
      column: headings.origin.column, row: headings.origin.row, columns: list.size.columns,
      rows: list.size.rows + 1)
  }

  init(_ body: Rectangle, top: AccountTop) {
    let width = body.size.columns
    let isWide = width >= 120
    let paneWidth = isWide ? min(max(width * 3 / 10, 40), 64) : 0
    let left = isWide ? width - paneWidth - 3 : width
    let topRows = min(top.rows, body.size.rows - 6)
    let first = body.origin.row + topRows
    let rest = body.size.rows - topRows - 2
    let belowRows = body.size.rows >= 33 ? rest / 2 : 0
    self.top = Rectangle(column: 0, row: body.origin.row, columns: width, rows: topRows)
    tabs = Rectangle(column: 0, row: first, columns: left, rows: 1)
    headings = Rectangle(column: 0, row: first + 1, columns: left, rows: 1)
    list = Rectangle(column: 0, row: first + 2, columns: left, rows: rest - belowRows)
    below =
      belowRows == 0
      ? nil
      : Rectangle(column: 0, row: list.rows.upperBound, columns: left, rows: belowRows)
    pane =
      isWide
      ? Rectangle(column: left + 2, row: first, columns: paneWidth, rows: body.rows.upperBound - first) : nil
  }
}
