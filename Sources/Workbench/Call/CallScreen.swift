import Receivables
import TextScreen

/// Logs one call: first what came of it, then what that result asks, then save and on to the next account.
struct CallScreen: Screen {
  private(set) var picture: AccountPicture
  var tagged: [DocumentID]
  var started: Instant
  var menu: ResultMenu
  /// Nil while the result is being chosen.
  var form: CallForm?
  /// The form that was left for another result, with what was typed into it.
  var held: CallForm?
  /// The other outcomes of the same call.
  var others = OtherOutcomes()
  /// Who is called, when that is not the usual contact. The form takes it over.
  var callee: Callee?
  /// Rows of the account that were turned over below the form.
  var turned = 0
  /// What was sent to be saved and is not answered yet.
  var sent: NewEntry?
  /// What is kept of it outside.
  var draft: FormDraft
  /// The call that it corrects; nil for a new one.
  var correcting: Correcting?
  /// What a correction held before anything of it was changed.
  var unchanged: FormTexts = [:]

  /// A form on an account: empty, or as `draft` left it, with its own tags. What was left here without saving is held
  /// until a result is chosen: a letter that is meant for the results must not end up in a field.
  init(picture: AccountPicture, tagged: [DocumentID], draft: CallDraft?, _ sitting: inout Sitting) {
    self.picture = picture
    self.tagged = tagged
    menu = ResultMenu(sitting.policy)
    started = sitting.moment.now
    self.draft = FormDraft(.call, on: picture.file.customer.id, goingOnWith: draft, &sitting)
    guard let kept = self.draft.kept else { return }
    restore(kept, sitting.policy)
    pinDays(sitting.policy)
    settle(sitting)
    if draft == nil { hold(sitting.policy) }
  }

  /// The form in which a call was logged, as it was said, to be corrected; or as `draft` left the correction.
  init(_ correcting: Correcting, draft: CallDraft?, _ sitting: inout Sitting) throws(PictureProblem) {
    picture = try correcting.picture(sitting)
    let parts: [TypedCall.Part]
    do {
      parts = try correcting.entry.said.typed(on: picture, policy: sitting.policy)
    } catch {
      throw PictureProblem(sentence: error.sentence)
    }
    tagged = []
    menu = ResultMenu(sitting.policy)
    started = sitting.moment.now
    self.draft = FormDraft(
      .call, on: picture.file.customer.id, goingOnWith: draft, correcting: correcting.entry.number, &sitting)
    self.correcting = correcting
    var forms = parts.map { part in
      var form = CallForm(part.result, tagged: [], isCorrection: true)
      form.state.offer(Dictionary(part.texts.map { ($0.key.name, $0.value) }, uniquingKeysWith: { $1 }))
      return form
    }
    let first = forms.removeFirst()
    form = first
    others = OtherOutcomes(
      after: forms.map { form in
        var form = form
        form.share(with: first)
        return form
      })
    unchanged = texts
    if let kept = self.draft.kept { restore(kept, sitting.policy) }
    pinDays(sitting.policy)
    settle(sitting)
  }

  /// Back to the results, the one of the form marked.
  mutating func hold(_ policy: Policy) {
    held = form
    form = nil
    menu = ResultMenu(policy, isReached: !others.isEmpty)
    if let held { menu.select(held.result) }
  }

  /// What to say when it opens; nil when nothing is held.
  func greeting(_ sitting: Sitting) -> Message? {
    guard let held else { return nil }
    let key = sitting.commands.name(of: .take, in: .callMenu)
    let text = "What you typed here for \(held.result.code) is kept; \(key) goes on with it."
    return Message(text: text, kind: .notice)
  }

  /// The action that it is recorded as.
  var action: ActionID { draft.action }

  var scope: Scope { form == nil ? .callMenu : .call }

  var keyBar: [Command] {
    let discard: [Command] = isTyped ? [.discard] : []
    if form != nil { return [.save, .nextField, .addOutcome, .back] + discard + [.pick, .previousField] }
    return (menu.selected == nil ? [] : [.take]) + [.pick, .back] + discard
  }

  func situation(_ sitting: Sitting) -> Situation {
    var situation = Situation(scope, sitting)
    situation.account = picture.file.customer.title
    situation.isOnResult = menu.selected != nil
    situation.isTyped = isTyped
    // What is corrected was said already, and what was said after it is gone on to.
    situation.hasOutcome = isTyped || correcting != nil
    situation.nextOutcome = others.after.isEmpty ? nil : others.place + 2
    situation.nothingToPick = nothingToPick(sitting)
    return situation
  }

  func title(_ sitting: Sitting, room: Int) -> String {
    "\(correcting == nil ? "Call" : "Correct a call of") \(picture.file.customer.title)"
  }

  /// Goes on from the account as it is now.
  mutating func rebase(on picture: AccountPicture, _ sitting: Sitting) {
    self.picture = picture
    settle(sitting)
  }

  /// The picture of the account that the form is read against. Throws `PictureProblem`, also when what is corrected
  /// counts no more.
  mutating func picture(of file: AccountFile, _ sitting: Sitting) throws(PictureProblem) -> AccountPicture {
    guard let before = correcting else { return try sitting.picture(of: file) }
    let correcting = try Correcting(before.entry.number, in: file, sitting)
    self.correcting = correcting
    return try correcting.picture(sitting)
  }

  /// Brings the lines of the form in agreement with what its texts mean now.
  mutating func settle(_ sitting: Sitting) {
    guard var settled = form else { return }
    settled.ask(reading(settled, sitting).needed)
    form = settled
  }

  /// Begins the next call on the same account.
  mutating func startAgain(on picture: AccountPicture, _ sitting: inout Sitting) {
    sitting.drafts.removeAll { $0.action == action }
    self = CallScreen(picture: picture, tagged: tagged, draft: nil, &sitting)
  }
}

extension CallScreen {
  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn {
    switch form?.state.obey(command, noteWidth: CallLayout.noteWidth(sitting.size)) {
    case .stay: return .none
    case .moved: return Turn(effects: keepDraft(sitting))
    case .save: return save(&sitting)
    case .pick: return pick(sitting)
    case nil: break
    }
    switch command {
    case .back: return back(sitting)
    case .leave: return leave(sitting)
    case .discard: return discard()
    case .addOutcome: return addOutcome(sitting)
    case .take: return take(&sitting)
    case .pick: return pick(sitting)
    case .pageUp: turn(by: -1, sitting)
    case .pageDown: turn(by: 1, sitting)
    case .up: _ = menu.handle(.up)
    case .down: _ = menu.handle(.down)
    case .refresh: return .effects(.read(.account(picture.file.customer.id)))
    default: break
    }
    return .none
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> Turn {
    guard form == nil else {
      _ = form?.state.handle(key, width: CallLayout.noteWidth(sitting.size))
      settle(sitting)
      return Turn(message: form?.state.overflow)
    }
    guard case .character(let letter) = key else {
      _ = menu.handle(key)
      return .none
    }
    if let digit = letter.wholeNumberValue { return call(digit) }
    guard let result = menu.result(for: letter) else {
      let (help, back) = (
        sitting.commands.name(of: .help, in: scope), sitting.commands.name(of: .back, in: scope)
      )
      return .message(
        "No result has the letter “\(letter)”. \(help) is help, \(back) goes back.", .failure)
    }
    return letter.isUppercase ? open(result, sitting) : choose(result, &sitting)
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> Turn {
    guard form != nil else {
      return .message("Choose what came of the call first, then paste into a field.", .failure)
    }
    form?.state.insert(text)
    settle(sitting)
    return Turn(message: form?.state.overflow)
  }

  /// Takes the marked result. None is marked until somebody moves to it: a stray Enter must not log a call.
  private mutating func take(_ sitting: inout Sitting) -> Turn {
    menu.selected.map { choose($0, &sitting) } ?? .none
  }

  /// A result that asks nothing is saved at once, unless something was typed that has to be looked at again.
  private mutating func choose(_ result: CallResult, _ sitting: inout Sitting) -> Turn {
    guard result.asks.isEmpty, held == nil, others.isEmpty, correcting == nil else {
      return open(result, sitting)
    }
    return save(newForm(result), &sitting)
  }

  /// Shows the form of a result, with what was typed into that of another one.
  mutating func open(_ result: CallResult, _ sitting: Sitting) -> Turn {
    form = newForm(result)
    held = nil
    settle(sitting)
    return .none
  }

  private func newForm(_ result: CallResult) -> CallForm {
    var form = held ?? CallForm(result, tagged: tagged, isCorrection: correcting != nil)
    form.change(to: result)
    if let said = others.last { form.share(with: said) }
    if let callee { form.state.take(callee.texts) }
    return form
  }

  /// Digits on the menu say who is called.
  private mutating func call(_ digit: Int) -> Turn {
    let choices = Callee.all(of: picture)
    guard choices.indices.contains(digit - 1) else {
      return .message("There is no contact number \(digit).", .failure)
    }
    callee = choices[digit - 1]
    return .none
  }

  /// Leaves the field, and keeps what was typed so far.
  mutating func move(by step: Int, _ sitting: Sitting) -> Turn {
    form?.state.move(by: step)
    return Turn(effects: keepDraft(sitting))
  }
}
