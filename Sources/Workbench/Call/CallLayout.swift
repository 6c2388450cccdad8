import TextScreen

/// Where the parts of the call form stand in the body of the screen.
struct CallLayout: Hashable {
  /// One column of labels, one of typed texts, one of what they mean.
  static let label = 1
  static let typed = 13
  static let meaning = 38

  /// The form, 80 columns wide at most.
  let form: Rectangle
  /// The pane beside it, where there is room.
  let pane: Rectangle?
  /// The first row of each field, in the order of the form.
  let rows: [FormField: Int]
  /// The note.
  let note: Rectangle
  /// What is below the note.
  let remarks: Rectangle

  init(_ fields: [FormField], in body: Rectangle) {
    let width = min(body.size.columns, 80)
    form = Rectangle(
      column: body.origin.column, row: body.origin.row, columns: width, rows: body.size.rows)
    pane = CallPane.area(beside: width, in: body)
    var rows: [FormField: Int] = [:]
    for (index, field) in fields.enumerated() { rows[field] = body.origin.row + 1 + index }
    self.rows = rows
    let noteRow = rows[.note] ?? body.origin.row + 1
    note = Rectangle(
      column: Self.typed, row: noteRow, columns: width - Self.typed - 1, rows: body.size.rows > 30 ? 5 : 2)
    let below = note.rows.upperBound
    remarks = Rectangle(
      column: Self.label, row: below, columns: width - Self.label - 1,
      rows: body.rows.upperBound - below)
  }

  /// Cells in a row of the note.
  static func noteWidth(_ size: Size) -> Int { min(size.columns, 80) - typed - 1 }

  /// The field at a cell.
  func field(at position: Position) -> FormField? {
    if note.rows.contains(position.row), form.columns.contains(position.column) { return .note }
    return rows.first { $0.value == position.row && form.columns.contains(position.column) }?.key
  }
}
