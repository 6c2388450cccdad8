import TextScreen

/// Where the parts of the queue stand.
struct QueueAreas {
  /// How far the day has come.
  let day: Rectangle
  /// The column headings.
  let headings: Rectangle
  /// The list.
  let rows: Rectangle
  /// From 120 columns, beside the list: the selected account.
  let pane: Rectangle?
  /// Below the pane, where the screen is high: the days of this week.
  let week: Rectangle?
  /// Without a pane, below the list: the selected account, and why it stands where it does.
  let account: Rectangle?

  private static let weekRows = 9

  init(_ body: Rectangle, hidesPane: Bool) {
    let width = body.size.columns
    let height = body.size.rows
    let top = body.origin.row
    let hasPane = width >= 120 && !hidesPane
    let paneWidth = hasPane ? min(max(width * 29 / 100, 40), 64) : 0
    let listWidth = hasPane ? width - paneWidth - 3 : width
    let hasWeek = hasPane && height >= 34
    let accountRows = hasPane ? 0 : 2
    day = Rectangle(column: 0, row: top, columns: width, rows: 1)
    headings = Rectangle(column: 0, row: top + 1, columns: listWidth, rows: 1)
    rows = Rectangle(column: 0, row: top + 2, columns: listWidth, rows: height - 2 - accountRows)
    let column = listWidth + 2
    let paneRows = height - 1 - (hasWeek ? Self.weekRows : 0)
    pane = hasPane ? Rectangle(column: column, row: top + 1, columns: paneWidth, rows: paneRows) : nil
    week =
      hasWeek
      ? Rectangle(column: column, row: top + 1 + paneRows, columns: paneWidth, rows: Self.weekRows) : nil
    account =
      hasPane ? nil : Rectangle(column: 0, row: top + height - accountRows, columns: width, rows: accountRows)
  }
}
