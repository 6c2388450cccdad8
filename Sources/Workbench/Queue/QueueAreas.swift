import TextScreen

/// Where the parts of the queue stand.
struct QueueAreas {
  /// The column headings.
  let headings: Rectangle
  /// The list.
  let rows: Rectangle
  /// From 120 columns, beside the list.
  let pane: Rectangle?
  /// How far the day has come.
  let totals: Rectangle
  /// Why the selected account stands where it stands.
  let why: Rectangle

  init(_ body: Rectangle, hidesPane: Bool) {
    let width = body.size.columns
    let paneWidth = width >= 120 && !hidesPane ? min(max(width * 27 / 100, 36), 60) : 0
    let listWidth = paneWidth == 0 ? width : width - paneWidth - 3
    let top = body.origin.row
    let height = body.size.rows
    headings = Rectangle(column: 0, row: top, columns: listWidth, rows: 1)
    rows = Rectangle(column: 0, row: top + 1, columns: listWidth, rows: height - 3)
    pane =
      paneWidth == 0
      ? nil : Rectangle(column: listWidth + 2, row: top, columns: paneWidth, rows: height - 2)
    totals = Rectangle(column: 0, row: top + height - 2, columns: width, rows: 1)
    why = Rectangle(column: 0, row: top + height - 1, columns: width, rows: 1)
  }
}
