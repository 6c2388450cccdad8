import Receivables
import TextScreen

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
    let area = MenuLayout(body, contacts: ContactChoice.all(of: picture).count).results
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
