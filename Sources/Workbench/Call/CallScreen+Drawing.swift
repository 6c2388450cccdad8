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
    let choices = ContactChoice.all(of: picture)
    let layout = MenuLayout(body, contacts: choices.count)
    let hint = held == nil ? "Capital letter: note first" : "What you typed is kept."
    drawHeading("What came of it?  \(hint)", into: &frame, layout.heading)
    let chosen = callee ?? held.flatMap { reading($0, sitting).person } ?? ContactChoice.usual(of: picture)
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
    let layout = CallLayout(form.fields, in: body)
    let reading = reading(form, sitting)
    drawHeading("\(form.result.code)  \(form.result.meaning)", into: &frame, layout.form)
    for field in form.fields {
      guard let row = layout.rows[field] else { continue }
      frame.put(field.title, at: Position(column: CallLayout.label, row: row), role: .heading)
      guard field != .note else { continue }
      let meaning = reading.reading(field, sitting.moment)
      frame.put(
        meaning.text, at: Position(column: CallLayout.meaning, row: row),
        width: layout.form.size.columns - CallLayout.meaning - 1, role: meaning.role)
      frame.put(
        form.text(field), at: Position(column: CallLayout.typed, row: row),
        width: CallLayout.meaning - CallLayout.typed - 2, focused: field == form.focus)
    }
    frame.put(form.note, in: layout.note, focused: form.focus == .note)
    let remarks = CallRemarks(reading: reading, form: form, sitting: sitting)
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
