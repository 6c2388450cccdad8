import TextScreen

/// What the terminal reports.
extension Desk {
  mutating func take(_ input: InputEvent) {
    switch input {
    case .resize(let size):
      sitting.size = size
      tell(.input(input))
    case .resumed: outbox.append(.repaint)
    case .hangUp: hangUp()
    case .key, .paste, .click, .wheel:
      guard !sitting.isTooSmall else { return takeUnseen(input) }
      message = nil
      takeSeen(input)
    }
  }

  private mutating func takeSeen(_ input: InputEvent) {
    if overlay != nil { return takeInOverlay(input) }
    switch input {
    case .key(let key): press(key)
    case .paste(let text): paste(text)
    case .click(let position) where position.row == sitting.keyBarRow:
      if let key = keyBar.key(at: position.column, width: sitting.size.columns) { press(key) }
    default:
      let body = sitting.body
      apply(screens.onTop(&sitting) { $0.point(input, in: body, &$1) })
    }
  }

  private mutating func takeInOverlay(_ input: InputEvent) {
    switch input {
    case .key(.control("l")): run(.repaint)
    case .key(.control("z")): run(.suspend)
    case .key(let key): apply(overlay?.type(key, &sitting) ?? .stay)
    case .paste(let text): apply(overlay?.paste(text, &sitting) ?? .stay)
    default: apply(overlay?.point(input, &sitting) ?? .stay)
    }
  }

  private mutating func press(_ key: Key) {
    let screen = screens.top
    if !(screen.isTyping && key.isText), let command = keymap.command(for: key, in: screen.scope) {
      run(command)
    } else {
      apply(screens.onTop(&sitting) { $0.type(key, &$1) })
    }
  }

  private mutating func paste(_ text: String) {
    guard screens.top.isTyping else {
      message = Message(
        text: "Text can be pasted into a field only; nothing was done with it.", kind: .failure)
      return
    }
    apply(screens.onTop(&sitting) { $0.paste(text, &$1) })
  }

  /// Nothing is done to what cannot be seen, except to leave without losing anything.
  private mutating func takeUnseen(_ input: InputEvent) {
    guard case .key(let key) = input else { return }
    if keymap.command(for: key, in: .everywhere) == .leave { hangUp() }
  }

  /// Every screen keeps what was typed, then the desk leaves.
  private mutating func hangUp() {
    tell(.input(.hangUp))
    outbox.append(.quit)
  }
}
