import Receivables
import TextScreen

extension CallScreen {
  /// Offers the values of the field in focus, or the results on the menu.
  func pick(_ sitting: Sitting) -> Turn {
    guard let form else {
      let results = menu.groups.flatMap(\.results).map { Choice($0.code, $0.code, detail: $0.meaning) }
      return offer("Result", "result", results, selected: menu.selected?.code)
    }
    if form.focus == .invoices { return pickInvoices(form, sitting) }
    guard let choices = choices(for: form.focus, sitting), !choices.isEmpty else { return .none }
    let typed = form.text(form.focus).text
    return offer(form.focus.title, form.focus.rawValue, choices, selected: typed)
  }

  /// Why there is nothing to pick just now: a sentence; nil when there is something.
  func nothingToPick(_ sitting: Sitting) -> String? {
    guard let form, form.focus != .invoices else { return nil }
    guard let choices = choices(for: form.focus, sitting) else {
      return "Type here; there is nothing to pick from."
    }
    return choices.isEmpty ? "There is nothing to pick from." : nil
  }

  /// What a field takes; nil for one that takes any text.
  private func choices(for field: CallLine, _ sitting: Sitting) -> [Choice]? {
    switch field {
    case .action: coded(sitting.policy.actions)
    case .method: coded(sitting.policy.methods)
    case .reason: coded(sitting.policy.reasons)
    case .disputeReason: coded(sitting.policy.disputeReasons)
    case .contact, .phone: people(sitting.moment)
    case .date, .amount, .time, .reference, .invoices, .instalments, .address, .exception, .note: nil
    }
  }

  private func pickInvoices(_ form: CallForm, _ sitting: Sitting) -> Turn {
    let reading = reading(form, sitting)
    let covered = (try? reading.covered(reading.currency()).invoices) ?? []
    let isMarked = reading.isChosen || !form.result.holdsDispute
    return .move(
      .overlay(
        InvoicePick(
          purpose: CallLine.invoices.rawValue, invoices: picture.invoices,
          chosen: isMarked ? Set(covered.map(\.invoice.id)) : [])))
  }

  mutating func chosen(_ value: String, for purpose: String, _ sitting: inout Sitting) -> Turn {
    if purpose == "result" { return sitting.policy.result(value).map { open($0, sitting) } ?? .none }
    guard let field = CallLine(rawValue: purpose) else { return .none }
    if field == .contact || field == .phone {
      let choices = Callee.all(of: picture)
      guard let index = Int(value), choices.indices.contains(index) else { return .none }
      form?.set(.contact, to: choices[index].name)
      form?.set(.phone, to: choices[index].phone?.number ?? "")
    } else {
      form?.set(field, to: value)
    }
    settle(sitting)
    return move(by: 1, sitting)
  }

  private func offer(_ title: String, _ purpose: String, _ choices: [Choice], selected: String?) -> Turn {
    .move(.overlay(PickOverlay(purpose: purpose, title: title, choices: choices, selected: selected)))
  }

  private func coded(_ texts: [CodedText]) -> [Choice] {
    texts.filter { !$0.isRetired }.map { Choice($0.title, $0.title) }
  }

  private func people(_ moment: Moment) -> [Choice] {
    Callee.all(of: picture).enumerated().map { index, choice in
      Choice(String(index), choice.name, detail: choice.detail(moment))
    }
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
