import Receivables
import TextScreen

extension CallScreen {
  /// Offers the values of the field in focus, or the results on the menu.
  func pick(_ sitting: Sitting) -> Turn {
    guard let form else {
      let results = menu.groups.flatMap(\.results)
      let choices = results.map { Choice(Chosen.form(.result($0)), $0.code, detail: $0.meaning) }
      let selected = menu.selected.map { Chosen.form(.result($0)) }
      return .move(.overlay(PickOverlay("Result", choices, selected: selected)))
    }
    if form.focus == .invoices { return pickInvoices(form, sitting) }
    let answers = answers(form, reading(form, sitting), sitting)
    let list = form.state.focused.flatMap { form.state.list(of: $0, answers) }
    return list.map { .move(.overlay($0)) } ?? .none
  }

  /// Why there is nothing to pick just now: a sentence; nil when there is something.
  func nothingToPick(_ sitting: Sitting) -> String? {
    guard let form, form.focus != .invoices, let field = form.state.focused else { return nil }
    guard field.list != nil else { return Form.nothingToPick }
    let list = form.state.list(of: field, answers(form, reading(form, sitting), sitting))
    return list == nil ? "There is nothing to pick from." : nil
  }

  mutating func chosen(_ choice: FormChoice, _ sitting: inout Sitting) -> Turn {
    switch choice {
    case .result(let result): return open(result, sitting)
    case .words, .money: break
    case .fields(let texts): form?.state.take(texts)
    case .invoices(let ids):
      let numbers = typed(ids)
      form?.state.set(CallLine.invoices.name, to: numbers)
    case .dropOutcome: return dropOutcome(sitting)
    }
    settle(sitting)
    return move(by: 1, sitting)
  }

  /// The invoices as the field takes them.
  private func typed(_ ids: [DocumentID]) -> String {
    if ids.count == picture.invoices.count { return "all" }
    let chosen = Set(ids)
    return picture.invoices.filter { chosen.contains($0.invoice.id) }.map(\.invoice.number)
      .joined(separator: ", ")
  }

  private func pickInvoices(_ form: CallForm, _ sitting: Sitting) -> Turn {
    let reading = reading(form, sitting)
    let covered = (try? reading.covered(reading.currency()).invoices) ?? []
    let isMarked = reading.isChosen || !form.result.holdsDispute
    return .move(
      .overlay(
        InvoicePick(picture.invoices, chosen: isMarked ? Set(covered.map(\.invoice.id)) : [])))
  }
}

extension CallScreen {
  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn {
    switch event {
    case .click(let position): click(position, body, sitting)
    case .wheel(let rows, _): wheel(rows, sitting)
    default: .none
    }
  }

  /// A click puts the cursor there; on the menu a second click takes the result.
  private mutating func click(_ position: Position, _ body: Rectangle, _ sitting: Sitting) -> Turn {
    if let form {
      let layout = layout(form, CallRemarks(form, of: self, sitting), in: body)
      guard let field = layout.field(at: position) else { return .none }
      self.form?.state.focus(on: field)
      return Turn(effects: keepDraft(sitting))
    }
    let area = menuLayout(body, sitting).results
    guard let result = menu.result(at: position, in: area, script(sitting)) else { return .none }
    if menu.selected == result { return open(result, sitting) }
    menu.select(result)
    return .none
  }

  private mutating func wheel(_ rows: Int, _ sitting: Sitting) -> Turn {
    guard form == nil else {
      turn(by: rows, sitting)
      return .none
    }
    _ = menu.handle(rows > 0 ? .down : .up)
    return .none
  }
}
