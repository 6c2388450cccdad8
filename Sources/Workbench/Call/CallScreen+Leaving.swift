extension CallScreen {
  /// From a form to the results, with what was typed, so that another one can be chosen; from there away.
  mutating func back(_ sitting: Sitting) -> Turn {
    guard let form else { return leave(sitting) }
    self.form = nil
    callee = nil
    guard !form.typed.isEmpty else { return Turn(effects: forgetDraft()) }
    held = form
    menu.select(form.result)
    return Turn(effects: keepDraft(sitting))
  }

  /// Away; what was typed is kept as a draft.
  mutating func leave(_ sitting: Sitting) -> Turn {
    guard isTyped else { return Turn(effects: forgetDraft(), move: .pop) }
    let kept = "Not saved. Your draft is kept: log a call here to go on with it."
    return Turn(
      effects: keepDraft(sitting), move: .pop, message: Message(text: kept, kind: .notice))
  }

  /// Asks before what was typed is thrown away.
  func discard() -> Turn {
    guard isTyped else { return .message("Nothing was typed here yet.") }
    let away = Turn(
      effects: [.discardDraft(action)], move: .pop,
      message: Message(text: "The draft was discarded; nothing was saved.", kind: .notice))
    return .move(
      .overlay(
        Question(
          "Discard the draft?",
          "What was typed about this call of \(picture.file.customer.title) is gone then.",
          answers: [Question.Answer("y", "discard it", away), Question.Answer("n", "go on with it")])))
  }

  /// Whether there is anything to keep.
  var isTyped: Bool { (form ?? held)?.typed.isEmpty == false }
}
