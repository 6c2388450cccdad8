import Receivables
import TextScreen

/// Where the parts of the call form stand in the body of the screen: the form, what is said of it, and below it the
/// account, which it never hides. From 120 columns the story stands beside both.
struct CallLayout: Hashable {
  /// One column of labels, one of typed texts, one of what they mean.
  static let label = 1
  static let typed = 13
  static let meaning = 38

  /// The form with everything below it.
  let form: Rectangle
  /// A row for each other outcome of the call.
  let others: Rectangle
  /// The first row of each field that shows: of how, with whom and at which number the one with the cursor.
  let rows: [DraftName: Int]
  /// The note.
  let note: Rectangle
  /// What is said of the form.
  let remarks: Rectangle
  /// The account: a title, then its rows.
  let account: Rectangle
  /// The story beside, where there is room.
  let pane: Rectangle?

  /// The least that shows of the account: its title and two rows.
  private static let leastAccount = 3

  /// `needed` are the rows that remarks cannot do without, `wanted` those that they have when there is room.
  init(_ state: Form, others count: Int, remarks: (needed: Int, wanted: Int), in body: Rectangle) {
    let width = Self.width(body.size)
    form = Rectangle(
      column: body.origin.column, row: body.origin.row, columns: width, rows: body.size.rows)
    pane = CallPane.area(beside: width, in: body)
    var next = body.origin.row + 1
    func take(_ rows: Int) -> Rectangle {
      defer { next += rows }
      return Rectangle(column: Self.label, row: next, columns: width - Self.label - 1, rows: rows)
    }
    others = take(count)
    var rows: [DraftName: Int] = [:]
    // What is given up has a row while it is asked for and once it is said, so that no other line is moved for it.
    let discount = CallLine.discount.name
    let isDiscountShown = state.focus == discount || !state.text(discount).trimmed.isEmpty
    if isDiscountShown, state.fields.contains(where: { $0.name == discount }) {
      rows[discount] = take(1).origin.row
    }
    let contact = take(1).origin.row
    var shared: DraftName?
    for field in state.fields where ![CallLine.note.name, discount].contains(field.name) {
      guard CallLine(field.name).map(CallLine.ofContact.contains) ?? false else {
        rows[field.name] = take(1).origin.row
        continue
      }
      if field.name == state.focus || shared == nil { shared = field.name }
    }
    if let shared { rows[shared] = contact }
    self.rows = rows
    let noteRows = take(body.size.rows > 30 ? 5 : 2)
    note = Rectangle(
      column: Self.typed, row: noteRows.origin.row, columns: width - Self.typed - 1, rows: noteRows.size.rows)
    let left = max(body.rows.upperBound - next, 0)
    // Rows of the account that are worth more than the questions below the form.
    let spare = left - remarks.wanted >= 6 ? remarks.wanted : remarks.needed
    self.remarks = take(min(spare, max(left - Self.leastAccount, 0)))
    account = take(max(body.rows.upperBound - next, 0))
  }

  /// Cells in a row of the form.
  static func width(_ size: Size) -> Int { size.columns < 120 ? size.columns : max(size.columns * 5 / 8, 80) }

  /// Cells in a row of the note and of the remarks.
  static func noteWidth(_ size: Size) -> Int { width(size) - typed - 1 }

  /// The field at a cell.
  func field(at position: Position) -> DraftName? {
    if note.rows.contains(position.row), form.columns.contains(position.column) { return CallLine.note.name }
    return rows.first { $0.value == position.row && form.columns.contains(position.column) }?.key
  }
}

extension CallScreen {
  /// Where everything stands for what the form holds now.
  func layout(_ form: CallForm, _ remarks: CallRemarks, in body: Rectangle) -> CallLayout {
    let width = CallLayout.noteWidth(body.size)
    func rows(_ remarks: [CallRemark]) -> Int {
      remarks.reduce(0) { $0 + Wrapping.lines(of: $1.text, width: width).count }
    }
    let needed = rows(remarks.all)
    return CallLayout(
      form.state, others: others.all(with: nil).count, remarks: (needed, needed + rows([remarks.script])),
      in: body)
  }
}
