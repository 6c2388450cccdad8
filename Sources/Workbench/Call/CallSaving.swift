import Receivables
import TextScreen

extension CallScreen {
  /// Sends the form to be saved, or puts the cursor on the field that is wrong.
  mutating func save(_ sitting: inout Sitting) -> Turn {
    form.map { save($0, &sitting) } ?? .none
  }

  /// Sends `form` to be saved without showing it, as far as it is complete.
  mutating func save(_ form: CallForm, _ sitting: inout Sitting) -> Turn {
    do {
      let body = try body(form, sitting)
      let entry = NewEntry(
        action: action, account: picture.file.customer.id, day: sitting.today, collector: sitting.collector,
        body: body)
      sent = entry
      return Turn(effects: keepDraft(sitting) + [.write(.record(entry, basedOn: picture.file.version))])
    } catch {
      return refuse(form, error, sitting)
    }
  }

  /// What is recorded: a correction keeps when the call was made.
  private func body(_ form: CallForm, _ sitting: Sitting) throws(LineProblem) -> EntryBody {
    let call = typedCall(form, sitting)
    guard let correcting else {
      return try call.completed(started: started, ended: sitting.moment.now).body
    }
    let contact = correcting.entry.said.first(ContactRecord.self)
    let said = try call.completed(started: contact?.started, ended: contact?.ended).body
    let reason = form.text(.because).trimmed
    do {
      return try correcting.entry.correction(saying: said, because: reason)
    } catch {
      throw LineProblem(reason.isEmpty ? .because : nil, error.sentence)
    }
  }

  /// Puts the cursor on the line that is wrong, in the outcome that it is in.
  private mutating func refuse(_ form: CallForm, _ error: LineProblem, _ sitting: Sitting) -> Turn {
    self.form = others.show(error.outcome, insteadOf: form)
    settle(sitting)
    let problem = FormProblem(error)
    self.form?.state.refuse(problem)
    return .message(problem.sentence(sitting.commands), .failure)
  }

  /// Goes on to another outcome of the same call, once this one can be understood.
  mutating func addOutcome(_ sitting: Sitting) -> Turn {
    guard let form else { return .none }
    guard form.result.isRightParty else {
      let result = "\(form.result.code), \(form.result.meaning),"
      return .message("\(result) reached nobody who could say more: nothing else comes of this call.")
    }
    do {
      _ = try typedCall(form, sitting).completed()
    } catch {
      return refuse(form, error, sitting)
    }
    let effects = keepDraft(sitting)
    self.form = others.goOn(from: form)
    if self.form == nil { hold(sitting.policy) }
    settle(sitting)
    return Turn(effects: effects)
  }

  /// Throws away the outcome that shows and goes back to the one beside it.
  mutating func dropOutcome(_ sitting: Sitting) -> Turn {
    guard let shown = form ?? held else { return .none }
    form = others.drop(shown)
    held = nil
    settle(sitting)
    return Turn(effects: keepDraft(sitting))
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn {
    switch event {
    case .recorded(let entry, let file) where entry.action == action: recorded(entry, file, &sitting)
    case .stale(let entry, let file) where entry.action == action: stale(entry, file, sitting)
    case .notRecorded(let entry, let sentence) where entry.action == action: keep(entry, sentence, sitting)
    case .account(let file) where file.customer.id == picture.file.customer.id: changed(file, sitting)
    case .changedElsewhere: .effects(.read(.account(picture.file.customer.id)))
    case .began, .adopted: derivedAnew(sitting)
    case .notKept(let action, _) where action == self.action: lost()
    case .input(.hangUp), .rested: Turn(effects: keepDraft(sitting))
    default: .none
    }
  }

  private mutating func recorded(
    _ entry: JournalEntry, _ file: AccountFile, _ sitting: inout Sitting
  ) -> Turn {
    sent = nil
    draft.lose()
    let message = Message(text: SavingWords(sitting).saved(entry, file), kind: .notice)
    guard correcting == nil else { return Turn(move: .pop, message: message) }
    if let outcome = entry.body.first(Outcome.self), sitting.policy.result(outcome.result)?.returns == .now,
      let picture = try? sitting.picture(of: file)
    {
      guard Callee.all(of: picture).contains(where: \.isLive) else {
        let key = sitting.commands.name(of: .person, in: .account)
        let text = "\(message.text) No number is left to call here: \(key) adds one."
        return Turn(move: .pop, message: Message(text: text, kind: .notice))
      }
      startAgain(on: picture, &sitting)
      return Turn(message: message)
    }
    return Turn(move: .popToNext(after: file.customer.id), message: message)
  }

  private mutating func stale(_ entry: NewEntry, _ file: AccountFile, _ sitting: Sitting) -> Turn {
    let changes = SavingWords(sitting).changes(from: correcting?.file ?? picture.file, to: file)
    do {
      rebase(on: try picture(of: file, sitting), sitting)
    } catch {
      return keep(entry, "Not saved: \(error.sentence)", sitting)
    }
    let key = sitting.commands.name(of: .save, in: .call)
    return keep(
      entry, "Not saved: \(changes). Nothing you typed is lost; look, then \(key) saves it.", sitting)
  }

  /// What was picked with one key shows as a form now, so that saving tries again.
  private mutating func keep(_ entry: NewEntry, _ sentence: String, _ sitting: Sitting) -> Turn {
    sent = nil
    if form == nil, let outcome = entry.body.first(Outcome.self),
      let result = sitting.policy.result(outcome.result)
    {
      _ = open(result, sitting)
    }
    return .message(sentence, .failure)
  }

  /// The same account on another day, or by another policy.
  private mutating func derivedAnew(_ sitting: Sitting) -> Turn {
    do {
      rebase(on: try picture(of: correcting?.file ?? picture.file, sitting), sitting)
      return .none
    } catch {
      return .message(error.sentence, .failure)
    }
  }

  private mutating func lost() -> Turn {
    draft.lose()
    return .none
  }

  private mutating func changed(_ file: AccountFile, _ sitting: Sitting) -> Turn {
    guard file.version != picture.file.version, sent == nil else { return .none }
    let changes = SavingWords(sitting).changes(from: correcting?.file ?? picture.file, to: file)
    do {
      rebase(on: try picture(of: file, sitting), sitting)
    } catch {
      return .message(error.sentence, .failure)
    }
    return .message("Meanwhile \(changes).")
  }
}

extension CallScreen {
  /// From a form to the results, with what was typed, so that another one can be chosen; from there to the outcome said
  /// before it, or away.
  mutating func back(_ sitting: Sitting) -> Turn {
    guard let form else { return backFromResults(sitting) }
    callee = nil
    guard !form.state.typed.isEmpty || !others.isEmpty else {
      self.form = nil
      return Turn(effects: draft.forget())
    }
    hold(sitting.policy)
    if held?.state.typed.isEmpty == true { held = nil }
    return Turn(effects: keepDraft(sitting))
  }

  private mutating func backFromResults(_ sitting: Sitting) -> Turn {
    guard let said = others.goBack(from: held) else { return leave(sitting) }
    form = said
    held = nil
    settle(sitting)
    return .none
  }

  /// Away; what was typed is kept as a draft.
  mutating func leave(_ sitting: Sitting) -> Turn {
    guard isTyped else { return Turn(effects: draft.forget(), move: .pop) }
    let what = correcting == nil ? "log a call here" : "correct the same call"
    let kept = "Not saved. Your draft is kept: \(what) to go on with it."
    return Turn(
      effects: keepDraft(sitting), move: .pop, message: Message(text: kept, kind: .notice))
  }

  /// Asks before what was typed is thrown away: all of the call, or of several outcomes the one that shows.
  func discard() -> Turn {
    let away = Turn(
      effects: [.write(.discardDraft(action))], move: .pop,
      message: Message(text: "The draft was discarded; nothing was saved.", kind: .notice))
    var answers = [Question.Answer("y", "discard it", away), Question.Answer("n", "go on with it")]
    if !others.isEmpty, let shown = form ?? held {
      answers[0].title = "discard the whole call"
      answers.insert(
        Question.Answer(
          "o", "discard this outcome only, \(shown.result.meaning)", .chosen(.form(.dropOutcome))),
        at: 0)
    }
    return .move(
      .overlay(
        Question(
          "Discard the draft?",
          "What was typed about this call of \(picture.file.customer.title) is gone then.",
          answers: answers, throwsAway: true)))
  }

  /// Whether there is anything to keep.
  var isTyped: Bool {
    guard correcting == nil else { return texts != unchanged }
    return !others.isEmpty || (form ?? held)?.state.typed.isEmpty == false
  }
}
