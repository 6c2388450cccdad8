import Receivables

/// What comes of a screen's or an overlay's step.
extension Desk {
  mutating func apply(_ turn: Turn) {
    for effect in turn.effects { sitting.remember(effect) }
    outbox += turn.effects
    if let said = turn.message { message = said }
    if let command = turn.again { again = command }
    switch turn.move {
    case .push(let screen): screens.push(screen)
    case .pop:
      screens.pop()
      apply(screens.onTop(&sitting) { $0.resume(&$1) })
    case .popToNext(let account): popToNext(after: account)
    case .overlay(let overlay): self.overlay = overlay
    case .open(let account, let purpose):
      opening = (account, purpose)
      outbox.append(.loadAccount(account))
    case nil: break
    }
    if let command = turn.run { run(command) }
  }

  /// What was said about the save stays beside what is said about the next account.
  private mutating func popToNext(after account: AccountID) {
    let saved = message
    screens.pop()
    guard sitting.list.selected == account else { return }
    message = nil
    run(.nextAccount)
    if let saved, let next = message {
      message = Message(text: "\(saved.text) \(next.text)", kind: next.kind)
    } else {
      message = saved
    }
  }

  mutating func apply(_ turn: OverlayTurn) {
    switch turn {
    case .stay: return
    case .effects(let effects): outbox += effects
    case .message(let said): message = said
    case .close: overlay = nil
    case .chosen(let purpose, let value):
      overlay = nil
      choose(value, for: purpose)
    case .turn(let turn):
      overlay = nil
      apply(turn)
    }
  }

  /// Lets every screen hear an event. Only the top one may move between screens; the others just ask for rows.
  mutating func tell(_ event: Event) {
    for index in screens.indices.dropLast() {
      outbox += screens.on(index, &sitting) { $0.receive(event, &$1) }.effects
    }
    apply(screens.onTop(&sitting) { $0.receive(event, &$1) })
    if overlay != nil { apply(overlay?.receive(event, &sitting) ?? .stay) }
  }
}
