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

  /// What to keep in mind and to ask, with the form that is open.
  func script(_ sitting: Sitting) -> [String] {
    picture.script(for: form?.result, sitting.policy, on: sitting.today)
  }

  /// Where the results stand.
  func menuLayout(_ body: Rectangle, _ sitting: Sitting) -> MenuLayout {
    let height = menu.height(script(sitting), columns: CallLayout.width(body.size) - 2)
    return MenuLayout(body, contacts: Callee.all(of: picture).count, lines: height)
  }

  private func drawMenu(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let choices = Callee.all(of: picture)
    let layout = menuLayout(body, sitting)
    let back = "\(sitting.commands.name(of: .take, in: .callMenu)) goes back to the form."
    let hint = held == nil ? "Capital letter: note first" : isTyped ? "What you typed is kept." : back
    let said = others.last.map { "What else?  " + lines(besides: $0, sitting).joined(separator: "; ") }
    drawHeading(said ?? "What came of it?  \(hint)", into: &frame, layout.heading)
    let chosen = callee ?? held.flatMap { reading($0, sitting).person } ?? Callee.usual(of: picture)
    frame.cursor = layout.contacts.origin
    if choices.isEmpty { frame.put("No contact is known here.", at: layout.contacts.origin, role: .dim) }
    for (index, choice) in choices.prefix(layout.contacts.size.rows).enumerated() {
      let role: Role =
        choice.isOutOfHours(sitting.moment)
        ? .warning : choice == chosen ? .accent : choice.isDead ? .dim : .normal
      let place = Position(column: layout.contacts.origin.column, row: layout.contacts.origin.row + index)
      frame.put(
        "\(choice == chosen ? ">" : " ")\(index + 1) \(choice.words(sitting.moment))", at: place,
        width: layout.contacts.size.columns, role: role)
      if choice == chosen { frame.cursor = place }
    }
    menu.draw(into: &frame, in: layout.results, script(sitting))
    let account = CallAccount(picture: picture, sitting: sitting, covered: Set(tagged), first: turned)
    account.draw(into: &frame, in: layout.account, withStory: layout.pane == nil)
    if let pane = layout.pane { account.drawStory(into: &frame, pane) }
  }

  private func draw(_ form: CallForm, into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let remarks = CallRemarks(form, of: self, sitting)
    let layout = layout(form, remarks, in: body)
    let answers = answers(form, remarks.reading, sitting)
    let heading = [correcting?.words, form.result.meaning].compactMap { $0 }.joined(separator: "  ·  ")
    drawHeading("\(form.result.code)  \(heading)", into: &frame, layout.form)
    drawOthers(beside: form, into: &frame, layout.others, sitting)
    for field in form.state.fields {
      guard
        let row = layout.rows[field.name] ?? (field.name == CallLine.note.name ? layout.note.origin.row : nil)
      else { continue }
      let isContact = CallLine(field.name).map(CallLine.ofContact.contains) ?? false
      if isContact, field.name != form.state.focus {
        drawContact(remarks.reading, into: &frame, row: row, width: layout.note.size.columns, sitting)
        continue
      }
      frame.put(field.title, at: Position(column: CallLayout.label, row: row), role: .heading)
      if case .note(let note) = form.state.held(field.name) {
        frame.put(note, in: layout.note, focused: form.focus == .note)
        continue
      }
      let meaning = form.state.reading(field, answers)
      let room = layout.form.size.columns - CallLayout.meaning - 1
      let said = meaning.text(sitting.commands)
      frame.put(
        isContact ? contact(said, form, remarks.reading, sitting, room) : said,
        at: Position(column: CallLayout.meaning, row: row), width: room, role: meaning.role)
      frame.put(
        field, of: form.state, at: Position(column: CallLayout.typed, row: row),
        width: CallLayout.meaning - CallLayout.typed - 2, preset: meaning.preset)
    }
    let questions = layout.pane == nil ? [remarks.script] : []
    frame.put(
      remarks.all + questions, in: layout.remarks, indent: CallLayout.typed - CallLayout.label)
    let account = account(remarks.reading, sitting)
    account.draw(into: &frame, in: layout.account, withStory: layout.pane == nil)
    if let pane = layout.pane {
      CallPane(script: script(sitting)).draw(into: &frame, in: pane, account)
    }
  }

  /// How, with whom and at which number, in a row while none of them has the cursor.
  private func drawContact(
    _ reading: CallReading, into frame: inout Frame, row: Int, width: Int, _ sitting: Sitting
  ) {
    frame.put("With", at: Position(column: CallLayout.label, row: row), role: .heading)
    let (person, number) = (
      reading.reading(.contact, sitting.moment), reading.reading(.phone, sitting.moment)
    )
    let how = reading.reading(.action, sitting.moment)
    let name = person.kind == .understood ? form?.text(.contact).trimmed ?? "" : ""
    let who = name.isEmpty || person.text.hasPrefix(name) ? person.text : "\(name), \(person.text)"
    let typed = form?.text(.phone).trimmed ?? ""
    let which = typed.isEmpty ? number.text : "\(typed) \(number.text)"
    let role: Role =
      [person, number, how].contains { $0.kind == .problem }
      ? .bad : number.kind == .doubt ? .warning : .normal
    frame.put(
      [who, which, how.kind == .standing ? nil : how.text].compactMap { $0 }.joined(separator: " · "),
      at: Position(column: CallLayout.typed, row: row),
      width: width, role: role)
  }

  /// What the field with the cursor means and the rest of the contact; without the person's role where that has no room.
  private func contact(
    _ meaning: String, _ form: CallForm, _ reading: CallReading, _ sitting: Sitting, _ room: Int
  ) -> String {
    let beside = beside(form, reading, sitting)
    let whole = [meaning, beside].compactMap { $0 }.joined(separator: " · ")
    guard DisplayWidth.of(whole) > room, form.focus == .contact, let name = reading.person?.name else {
      return whole
    }
    return [name, beside].compactMap { $0 }.joined(separator: " · ")
  }

  /// What the row of the contact says besides the field with the cursor.
  private func beside(_ form: CallForm, _ reading: CallReading, _ sitting: Sitting) -> String? {
    switch form.focus {
    case .contact: reading.reading(.phone, sitting.moment).text
    case .phone: reading.person?.name
    default: nil
    }
  }

  /// What else came of the call, a row each with its place among all that did.
  private func drawOthers(
    beside form: CallForm, into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting
  ) {
    let said = lines(besides: form, sitting)
    for (offset, row) in area.rows.enumerated() where said.indices.contains(offset) {
      let isBefore = offset < others.place
      frame.put(
        isBefore ? "Said" : "Also", at: Position(column: area.origin.column, row: row), role: .heading)
      frame.put(
        said[offset], at: Position(column: CallLayout.typed, row: row),
        width: area.size.columns - CallLayout.typed,
        role: .accent)
    }
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

/// Beside the form on a wide screen: what to ask, and what happened.
struct CallPane {
  let script: [String]

  /// Where it stands right of `width` columns; nil where there is no room.
  static func area(beside width: Int, in body: Rectangle) -> Rectangle? {
    let columns = body.size.columns - width - 2
    guard columns >= 38 else { return nil }
    return Rectangle(
      column: body.origin.column + width + 2, row: body.origin.row, columns: columns, rows: body.size.rows)
  }

  /// The script above the story.
  func draw(into frame: inout Frame, in area: Rectangle, _ account: CallAccount) {
    var column = TextColumn(area)
    column.add("Ask", .heading, into: &frame)
    for sentence in script {
      for line in Wrapping.lines(of: sentence, width: area.size.columns) { column.add(line, into: &frame) }
    }
    column.skip()
    account.drawStory(
      into: &frame,
      Rectangle(
        column: area.origin.column, row: area.rows.upperBound - max(column.left, 1),
        columns: area.size.columns,
        rows: max(column.left, 1)))
  }
}
