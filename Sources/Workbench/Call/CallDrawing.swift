import Receivables
import TextScreen

extension CallScreen {
  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    if let form {
      draw(form, into: &frame, in: body, sitting)
    } else {
      drawMenu(into: &frame, in: body, sitting)
    }
  }

  private func drawMenu(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let choices = Callee.all(of: picture)
    let layout = MenuLayout(body, contacts: choices.count)
    let hint = held == nil ? "Capital letter: note first" : "What you typed is kept."
    drawHeading("What came of it?  \(hint)", into: &frame, layout.heading)
    let chosen = callee ?? held.flatMap { reading($0, sitting).person } ?? Callee.usual(of: picture)
    frame.cursor = layout.contacts.origin
    if choices.isEmpty { frame.put("No contact is in the books.", at: layout.contacts.origin, role: .dim) }
    for (index, choice) in choices.prefix(layout.contacts.size.rows).enumerated() {
      let role: Role = choice == chosen ? .accent : choice.isDead ? .dim : .normal
      let place = Position(column: layout.contacts.origin.column, row: layout.contacts.origin.row + index)
      frame.put(
        "\(choice == chosen ? ">" : " ")\(index + 1) \(choice.words(sitting.moment))", at: place,
        width: layout.contacts.size.columns, role: role)
      if choice == chosen { frame.cursor = place }
    }
    menu.draw(into: &frame, in: layout.results, sitting.policy.questions)
    if let pane = layout.pane {
      CallPane(picture: picture, sitting: sitting).draw(into: &frame, in: pane, withScript: false)
    }
  }

  private func draw(_ form: CallForm, into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let layout = CallLayout(form.state, in: body)
    let answers = answers(form, sitting)
    drawHeading("\(form.result.code)  \(form.result.meaning)", into: &frame, layout.form)
    for field in form.state.fields {
      guard let row = layout.rows[field.name] else { continue }
      frame.put(field.title, at: Position(column: CallLayout.label, row: row), role: .heading)
      if case .note(let note) = form.state.held(field.name) {
        frame.put(note, in: layout.note, focused: form.focus == .note)
        continue
      }
      let meaning = form.state.reading(field, answers)
      frame.put(
        meaning.text(sitting.commands), at: Position(column: CallLayout.meaning, row: row),
        width: layout.form.size.columns - CallLayout.meaning - 1, role: meaning.role)
      frame.put(
        field, of: form.state, at: Position(column: CallLayout.typed, row: row),
        width: CallLayout.meaning - CallLayout.typed - 2)
    }
    let remarks = CallRemarks(form, of: self, sitting)
    let beside = CallPane(picture: picture, sitting: sitting)
    let below = layout.pane == nil ? [remarks.script, remarks.last(beside)] : []
    frame.put(remarks.all + below, in: layout.remarks, indent: CallLayout.typed - CallLayout.label)
    if let pane = layout.pane { beside.draw(into: &frame, in: pane, withScript: true) }
  }

  /// What it is about on the left, what is owed on the right; a sum is never cut.
  private func drawHeading(_ text: String, into frame: inout Frame, _ area: Rectangle) {
    let owed = picture.summary.owed
    let room = area.size.columns - 2
    let sums = min(DisplayWidth.of(owed), room)
    frame.put("", at: area.origin, width: area.size.columns, role: .heading)
    frame.put(
      text, at: Position(column: area.origin.column + 1, row: area.origin.row), width: room - sums - 1,
      role: .heading)
    frame.put(
      owed, at: Position(column: area.origin.column + 1 + room - sums, row: area.origin.row), width: sums,
      role: .heading)
  }
}

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
  let rows: [DraftName: Int]
  /// The note.
  let note: Rectangle
  /// What is below the note.
  let remarks: Rectangle

  init(_ state: Form, in body: Rectangle) {
    let width = min(body.size.columns, 80)
    form = Rectangle(
      column: body.origin.column, row: body.origin.row, columns: width, rows: body.size.rows)
    pane = CallPane.area(beside: width, in: body)
    var rows: [DraftName: Int] = [:]
    for (index, field) in state.fields.enumerated() { rows[field.name] = body.origin.row + 1 + index }
    self.rows = rows
    let noteRow = rows[CallLine.note.name] ?? body.origin.row + 1
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
  func field(at position: Position) -> DraftName? {
    if note.rows.contains(position.row), form.columns.contains(position.column) { return CallLine.note.name }
    return rows.first { $0.value == position.row && form.columns.contains(position.column) }?.key
  }
}

/// Beside the form on a wide screen: the script and what happened last.
struct CallPane {
  let picture: AccountPicture
  let sitting: Sitting

  /// Where it stands right of `width` columns; nil where there is no room.
  static func area(beside width: Int, in body: Rectangle) -> Rectangle? {
    let columns = body.size.columns - width - 2
    guard columns >= 38 else { return nil }
    return Rectangle(
      column: body.origin.column + width + 2, row: body.origin.row, columns: columns, rows: body.size.rows)
  }

  /// The last entries, each wrapped to two lines at most.
  func history(width: Int) -> [(text: String, role: Role)] {
    var lines: [(text: String, role: Role)] = []
    for item in picture.timeline {
      guard case .entry(let entry, let isReversed) = item.event else { continue }
      let said = (isReversed ? "TAKEN BACK: " : "") + entry.body.gist(policy: sitting.policy)
      let text = "\(entry.day.brief)  \(entry.collector)  \(said)"
      lines += Wrapping.lines(of: text, width: width).prefix(2).map { ($0, isReversed ? .dim : .normal) }
    }
    return lines.isEmpty ? [("nothing yet", .dim)] : lines
  }

  func draw(into frame: inout Frame, in area: Rectangle, withScript: Bool) {
    let width = area.size.columns
    var lines: [(text: String, role: Role)] = []
    if withScript {
      let script = sitting.policy.questions.flatMap { Wrapping.lines(of: $0, width: width) }
      lines = [("Ask", .heading)] + script.map { ($0, .normal) } + [("", .normal)]
    }
    lines += [("Last entries", .heading)] + history(width: width)
    for (row, line) in zip(area.rows, lines) {
      frame.put(
        line.text, at: Position(column: area.origin.column, row: row), width: width, role: line.role)
    }
  }
}
