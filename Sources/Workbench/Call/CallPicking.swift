import Receivables
import TextScreen

extension CallScreen {
  /// Offers the values of the field in focus, or the results on the menu.
  func pick(_ sitting: Sitting) -> Turn {
    guard let form else {
      let results = menu.groups.flatMap(\.results)
      let choices = results.map { Choice(Chosen.call(.result($0)), $0.code, detail: $0.meaning) }
      return offer("Result", choices, selected: menu.selected.map { .call(.result($0)) })
    }
    if form.focus == .invoices { return pickInvoices(form, sitting) }
    guard let choices = choices(for: form.focus, sitting), !choices.isEmpty else { return .none }
    let typed = Chosen.call(.line(form.focus, form.text(form.focus).text))
    return offer(form.focus.title, choices, selected: typed)
  }

  /// Why there is nothing to pick just now: a sentence; nil when there is something.
  func nothingToPick(_ sitting: Sitting) -> String? {
    guard let form, form.focus != .invoices else { return nil }
    guard let choices = choices(for: form.focus, sitting) else {
      return "Type here; there is nothing to pick from."
    }
    return choices.isEmpty ? "There is nothing to pick from." : nil
  }

  mutating func chosen(_ choice: CallChoice, _ sitting: inout Sitting) -> Turn {
    switch choice {
    case .result(let result): return open(result, sitting)
    case .line(let field, let text): form?.set(field, to: text)
    case .callee(let callee):
      form?.set(.contact, to: callee.name)
      form?.set(.phone, to: callee.phone?.number ?? "")
    case .invoices(let ids):
      let numbers = typed(ids)
      form?.set(.invoices, to: numbers)
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

  private func offer(_ title: String, _ choices: [Choice<Chosen>], selected: Chosen?) -> Turn {
    .move(.overlay(PickOverlay(title, choices, selected: selected)))
  }

  /// What a field takes; nil for one that takes any text.
  private func choices(for field: CallLine, _ sitting: Sitting) -> [Choice<Chosen>]? {
    switch field {
    case .action: coded(field, sitting.policy.actions)
    case .method: coded(field, sitting.policy.methods)
    case .reason: coded(field, sitting.policy.reasons)
    case .disputeReason: coded(field, sitting.policy.disputeReasons)
    case .contact, .phone: people(sitting.moment)
    case .date, .amount, .time, .reference, .invoices, .instalments, .address, .exception, .note: nil
    }
  }

  private func coded(_ field: CallLine, _ texts: [CodedText]) -> [Choice<Chosen>] {
    texts.filter { !$0.isRetired }.map { Choice(.call(.line(field, $0.title)), $0.title) }
  }

  private func people(_ moment: Moment) -> [Choice<Chosen>] {
    Callee.all(of: picture).map { Choice(.call(.callee($0)), $0.name, detail: $0.detail(moment)) }
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
      guard let field = CallLayout(form.fields, in: body).field(at: position) else { return .none }
      self.form?.focus(on: field)
      return Turn(effects: keepDraft(sitting))
    }
    let area = MenuLayout(body, contacts: Callee.all(of: picture).count).results
    guard let result = menu.result(at: position, in: area, sitting.policy.questions) else { return .none }
    if menu.selected == result { return open(result, sitting) }
    menu.select(result)
    return .none
  }

  private mutating func wheel(_ rows: Int, _ sitting: Sitting) -> Turn {
    guard form == nil else { return move(by: rows, sitting) }
    _ = menu.handle(rows > 0 ? .down : .up)
    return .none
  }
}
