import Receivables
import TextScreen

/// What the terminal reports.
extension Desk {
  mutating func take(_ input: InputEvent) {
    switch input {
    case .resize(let size):
      sitting.terminal = size
      tell(.input(input))
    case .resumed: outbox.append(.terminal(.repaint))
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
    case .key(let key):
      // What concerns the terminal alone holds in front of an overlay too; a letter does not: it is typed.
      if !key.isText, let command = sitting.commands.command(for: key, in: .everywhere),
        [.repaint, .suspend].contains(command)
      {
        return run(command)
      }
      apply(overlay?.type(key, &sitting) ?? .stay)
    case .paste(let text): apply(overlay?.paste(text, &sitting) ?? .stay)
    default: apply(overlay?.point(input, &sitting) ?? .stay)
    }
  }

  private mutating func press(_ key: Key) {
    if let command = sitting.commands.command(for: key, in: screens.top.scope) {
      ask(for: command)
    } else {
      apply(screens.onTop(&sitting) { $0.type(key, &$1) })
    }
  }

  private mutating func paste(_ text: String) {
    guard screens.top.scope.holdsText else {
      message = Message(
        text: "Text can be pasted into a field only; nothing was done with it.", kind: .failure)
      return
    }
    apply(screens.onTop(&sitting) { $0.paste(text, &$1) })
  }

  /// Nothing is done to what cannot be seen, except to leave without losing anything.
  private mutating func takeUnseen(_ input: InputEvent) {
    guard case .key(let key) = input else { return }
    if sitting.commands.command(for: key, in: .everywhere) == .leave { hangUp() }
  }

  /// Every screen keeps what was typed, then the desk leaves.
  private mutating func hangUp() {
    tell(.input(.hangUp))
    outbox.append(.terminal(.quit))
  }
}

/// The commands that are the same on every screen.
extension Desk {
  /// Carries a command out when it can be done, and says why not when it cannot.
  mutating func ask(for command: Command) {
    if let reason = sitting.commands.reason(command, in: screens.top.situation(sitting)) {
      message = Message(text: reason, kind: .notice)
    } else {
      run(command)
    }
  }

  mutating func run(_ command: Command) {
    switch command {
    case .help:
      let legend = Legends.of(screens.top.scope, sitting.policy)
      overlay = PickOverlay.help(in: screens.top.situation(sitting), legend: legend)
    case .palette: overlay = PickOverlay.palette(in: screens.top.situation(sitting), sitting.policy)
    case .repaint: outbox.append(.terminal(.repaint))
    case .suspend: outbox.append(.terminal(.suspend))
    case .undo: outbox.append(.read(.lastEntry))
    case .theme: overlay = PickOverlay.themes
    case .search where !screens.top.situation(sitting).isInStory: beginSearch("")
    case .chooseView: overlay = PickOverlay.views(sitting)
    case .chooseOrder: overlay = PickOverlay.orders(selected: sitting.list.query.order)
    case .importFile: outbox.append(.book(.listExports))
    case .customers: outbox.append(.book(.findSimilar))
    case .lookAt: overlay = Prompt(.day)
    case .openDemo: outbox.append(.book(.openDemo))
    default:
      guard let inquiry = Inquiries.opened(by: command), let aim = screens.top.aim(sitting) else {
        return apply(screens.onTop(&sitting) { $0.perform(command, &$1) })
      }
      apply(.move(.open(aim.account, .ask(inquiry, on: aim.matter, typed: inquiry.start(aim)))))
    }
  }

  /// What was chosen in an overlay.
  mutating func take(_ chosen: Chosen) {
    switch chosen {
    case .desk(let choice): take(choice)
    case .form(let choice): apply(screens.onTop(&sitting) { $0.chosen(choice, &$1) })
    }
  }

  private mutating func take(_ choice: DeskChoice) {
    switch choice {
    case .command(let command): ask(for: command)
    case .line(let text): log(line: text)
    case .leftLine(let text):
      let key = sitting.commands.name(of: .logLine, in: .queue)
      if keep(line: text) != nil {
        message = Message(
          text: "Not saved. What you typed is kept: \(key) here goes on with it.", kind: .notice)
        typedLine = nil
      }
    case .view(let view): outbox += sitting.list.show(view) + [sitting.prefer { $0.view = view }]
    case .order(let order): outbox += sitting.list.sort(by: order) + [sitting.prefer { $0.order = order }]
    case .theme(let name): outbox += [.terminal(.theme(name)), sitting.prefer { $0.theme = name }]
    case .search(let text): endTyping(text)
    case .typing: break
    case .leaveSearch: leaveTyping()
    case .day(let text): look(at: text)
    case .importFile(let path):
      guard !path.isEmpty else { break }
      sitting.leftPath = path
      // What was answered of it is not asked again.
      let looked = sitting.looked.flatMap { $0.path == path ? $0.answers : nil }
      outbox.append(.book(.sight(path, looked ?? ImportAnswers())))
    case .leftPath(let path): sitting.leftPath = path
    case .answer(let answer, let sight):
      var answers = sight.answers
      answers.add(answer)
      outbox.append(.book(.sight(sight.path, answers)))
    case .copy(let text): apply(.copying(text))
    case .nothing: break
    }
  }

  /// A call that was typed in the list of commands goes on in its form.
  private mutating func log(line text: String) {
    guard let account = keep(line: text) else {
      return message = Message(text: "There is no account here.", kind: .failure)
    }
    typedLine = nil
    apply(.move(.open(account, .ask(LineInquiry(), on: nil))))
  }

  /// Keeps a call that was typed in the list of commands for its form, which goes on with what was typed last; what was left
  /// there before stays kept beside it. Answers the account; nil when there is none.
  mutating func keep(line text: String) -> AccountID? {
    guard let account = screens.top.aim(sitting)?.account else { return nil }
    let name = LineInquiry().name
    guard sitting.draft(name, on: account)?.fields[LineInquiry.line] != text else { return account }
    var draft = typedLine ?? FormDraft(name, action: sitting.newAction())
    apply(Turn(effects: draft.keep([LineInquiry.line: text], of: account, sitting)))
    typedLine = draft
    return account
  }

  private mutating func look(at text: String) {
    guard !text.trimmed.isEmpty else { return outbox.append(.book(.look(nil))) }
    do {
      let day = try TypedDay.read(
        text, today: sitting.today, rules: sitting.policy.dayRules, side: .past)
      outbox.append(.book(.look(day)))
    } catch {
      message = Message(text: error.sentence, kind: .failure)
    }
  }

}

/// What was to be done with an account as soon as it was read.
extension Desk {
  mutating func carryOut(_ file: AccountFile) {
    guard let opening, opening.account == file.customer.id else { return }
    self.opening = nil
    do {
      try carryOut(opening.purpose, file)
    } catch {
      message = Message(text: error.sentence, kind: .failure)
    }
  }

  private mutating func carryOut(_ purpose: Opening, _ file: AccountFile) throws(PictureProblem) {
    switch purpose {
    case .account:
      var screen = AccountScreen(try sitting.picture(of: file), sitting)
      guard let shown = screens.top as? AccountScreen else { return screens.push(screen) }
      screen.section = shown.section
      screens.replaceTop(by: screen)
    case .call(let draft):
      let screen = CallScreen(picture: try sitting.picture(of: file), tagged: [], draft: draft, &sitting)
      if let greeting = screen.greeting(sitting) { message = greeting }
      screens.push(screen)
    case .ask(let inquiry, let matter, let typed):
      apply(EntryForm.opening(inquiry, file, on: matter, typed: typed, &sitting))
    case .correct(let entry, let draft):
      let correcting = try Correcting(entry, in: file, sitting)
      if correcting.entry.said.first(ContactRecord.self) != nil {
        screens.push(try CallScreen(correcting, draft: draft, &sitting))
      } else {
        apply(try Inquiries.opening(correcting, &sitting))
      }
    case .undo(let entry): overlay = Question.undo(entry, in: file, &sitting)
    }
  }
}
