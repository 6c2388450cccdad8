import TextScreen

/// Where the parts of the account screen stand.
struct AccountAreas {
  /// Whom to dial, figures and aging.
  let top: Rectangle
  /// The names of the sections.
  let tabs: Rectangle
  /// Headings of the section.
  let headings: Rectangle
  /// The rows of the section.
  let list: Rectangle
  /// Totals, what was last, and why.
  let foot: Rectangle
  /// On a high terminal: the story below the other sections.
  let below: Rectangle?
  /// From 120 columns: people, habits and promises beside everything else.
  let pane: Rectangle?

  /// The list of a section that has no headings.
  var reading: Rectangle {
    Rectangle(
      column: headings.origin.column, row: headings.origin.row, columns: list.size.columns,
      rows: list.size.rows + 1)
  }

  /// Whether the story has room of its own below the list.
  static func isHigh(_ body: Rectangle) -> Bool { body.size.rows >= 30 }

  /// Cells of a row left of the pane.
  static func width(_ body: Rectangle) -> Int {
    let width = body.size.columns
    return width >= 120 ? width - paneWidth(width) - 3 : width
  }

  private static func paneWidth(_ width: Int) -> Int { min(max(width * 3 / 10, 40), 64) }

  /// `needed` are the rows that the section would fill; what it does not need goes to the story below.
  init(_ body: Rectangle, topRows: Int, footRows: Int, needed: Int) {
    let width = body.size.columns
    let left = Self.width(body)
    let topRows = min(topRows, body.size.rows - 6)
    let first = body.origin.row + topRows
    let footRows = min(footRows, max(body.size.rows - topRows - 5, 0))
    let rest = body.size.rows - topRows - footRows - 2
    let listRows = Self.isHigh(body) ? min(max(needed, 4), max(rest * 2 / 3, 4)) : rest
    top = Rectangle(column: 0, row: body.origin.row, columns: width, rows: topRows)
    tabs = Rectangle(column: 0, row: first, columns: left, rows: 1)
    headings = Rectangle(column: 0, row: first + 1, columns: left, rows: 1)
    list = Rectangle(column: 0, row: first + 2, columns: left, rows: listRows)
    foot = Rectangle(column: 0, row: list.rows.upperBound, columns: left, rows: footRows)
    let belowRows = rest - listRows
    below =
      belowRows < 3
      ? nil : Rectangle(column: 0, row: foot.rows.upperBound, columns: left, rows: belowRows)
    pane =
      width >= 120
      ? Rectangle(
        column: left + 2, row: first, columns: Self.paneWidth(width), rows: body.rows.upperBound - first)
      : nil
  }
}
