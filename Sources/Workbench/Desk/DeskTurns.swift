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
    case .search(let text): beginSearch(text)
    case .open(let account, let purpose):
      opening = (account, purpose)
      outbox.append(.read(.account(account)))
    case nil: break
    }
    if let command = turn.run { ask(for: command) }
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
    case .effects(let effects):
      for effect in effects { sitting.remember(effect) }
      outbox += effects
    case .message(let said): message = said
    case .keep(.desk(.leftLine(let text))): _ = keep(line: text)
    case .keep(.desk(.typing(let text))): type(text)
    case .keep: return
    case .perform(let command): performBelow(command)
    case .close:
      overlay = nil
      forgetLine()
    case .chosen(let chosen):
      overlay = nil
      take(chosen)
      forgetLine()
    case .turn(let turn):
      overlay = nil
      apply(turn)
    }
  }

  /// A line that was kept while it was typed, and is neither left nor gone on with, was none.
  private mutating func forgetLine() {
    apply(Turn(effects: typedLine?.forget() ?? []))
    typedLine = nil
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

/// Time, and the answers to effects.
extension Desk {
  mutating func hear(_ event: Event) {
    switch event {
    case .clock(let moment):
      let before = sitting.moment.now
      sitting.moment = moment
      ring(since: before)
      beginDay()
    case .worklist(let page): hear(page, event)
    case .length(let query, let length): hear(length, of: query)
    case .tallies(let tallies):
      sitting.take(tallies)
      tell(event)
    case .account(let file):
      sitting.derive(file)
      tell(event)
      carryOut(file)
    case .drafts(let drafts):
      for offered in drafts { sitting.remember(offered.draft) }
      if let first = Question.offer(drafts[...]) { overlay = first }
    case .lastEntry(let entry): hear(lastEntry: entry)
    case .exports(let offers): overlay = PickOverlay.exports(offers, typed: sitting.leftPath)
    case .sighted(let sight):
      end(nil)
      sitting.looked = sight
      let screen = ImportScreen(sight, sitting)
      guard let shown = screens.top as? ImportScreen else { return screens.push(screen) }
      screens.replaceTop(by: shown.showing(sight, sitting))
    case .recorded(let entry, let file): hear(recorded: entry, file, event)
    case .stale(_, let file):
      sitting.derive(file)
      message = Message(
        text: "Not saved: \(file.customer.number) was changed meanwhile. Look again before you repeat it.",
        kind: .failure)
      tell(event)
    case .notRecorded(_, let sentence):
      message = Message(text: sentence, kind: .failure)
      tell(event)
    case .notKept(_, let sentence):
      message = Message(text: sentence, kind: .failure)
      tell(event)
    case .changedElsewhere:
      refreshAll()
      tell(event)
    case .booksCame(let day): sitting.book?.booksDay = day
    case .opened(let book): hear(opened: book)
    case .began(let day, let book):
      hear(began: day, book)
      tell(event)
    case .adopted(let policy):
      sitting.policy = policy
      message = Message(text: "The book goes by a new policy from here on.", kind: .notice)
      refreshAll()
      tell(event)
    case .progress(let what, let percent): progress = ProgressBox(what: what, percent: percent)
    case .failed(let sentence): end(Message(text: sentence, kind: .failure))
    case .noticed(let sentence):
      let said = [message?.text, sentence].compactMap(\.self).joined(separator: " ")
      message = Message(text: said, kind: .failure)
    case .done(let sentence): end(Message(text: sentence, kind: .notice))
    case .statement(let sight):
      end(sight.notes.isEmpty ? nil : Message(text: sight.notes.joined(separator: " "), kind: .notice))
      screens.push(CashScreen(sight, sitting))
      apply(screens.onTop(&sitting) { $0.resume(&$1) })
    case .similar(let pairs):
      end(nil)
      screens.push(CustomersScreen(pairs, sitting))
      apply(screens.onTop(&sitting) { $0.resume(&$1) })
    case .remittances, .remittance, .totals, .found, .input, .rested: tell(event)
    }
  }

  mutating func refreshList() {
    guard sitting.hasAccounts else { return }
    outbox += sitting.list.reload()
    outbox.append(sitting.list.readTotals)
    // What this session wrote is followed, so that asking costs nothing. Before they are asked for first nobody waits.
    if let known = sitting.tallies?.byCollector.keys { outbox.append(.read(.tallies(of: known.sorted()))) }
  }

  /// Others wrote: what lists come to is added up anew, first what shows.
  mutating func refreshAll() {
    sitting.keepOwnTallies()
    refreshList()
  }

  private mutating func hear(_ page: WorklistPage, _ event: Event) {
    guard page.query == sitting.list.query else { return }
    callbacks.take(page.rows, for: sitting.collector, on: sitting.today)
    let isFirstLook = !sitting.list.isHere
    outbox += sitting.list.take(page)
    if isFirstLook, page.total == 0, page.query.view == .mine {
      let key = sitting.commands.name(of: .chooseView, in: .queue)
      // What an import reported stays beside it.
      let said = [message?.text, "Nothing is due in your own queue. This is everyone's; \(key) chooses."]
      message = Message(text: said.compactMap(\.self).joined(separator: " "), kind: .notice)
      outbox += sitting.list.standIn(.everyone)
      return
    }
    if page.total == 0, let wider = sitting.list.searchEverywhere() {
      outbox += wider
      return
    }
    tell(event)
    if let command = again {
      again = nil
      run(command)
    }
  }

  private mutating func hear(_ length: Int, of query: WorklistQuery) {
    sitting.list.take(length, of: query)
    sayElsewhere()
  }

  /// How many accounts match a search that the view does not list.
  mutating func sayElsewhere() {
    let more = sitting.list.elsewhere
    guard more > 0 else { return }
    let key = sitting.commands.name(of: .searchEverywhere, in: .queue)
    let matches = more == 1 ? "1 more account matches" : "\(more) more accounts match"
    message = Message(
      text: "\(matches) outside of \(sitting.list.viewOfSearch.title); \(key) lists all.", kind: .notice)
  }

  private mutating func hear(lastEntry entry: JournalEntry?) {
    guard let entry, let account = entry.account else {
      message = Message(text: "There is no entry of yours that could be taken back.", kind: .notice)
      return
    }
    apply(.move(.open(account, .undo(entry))))
  }

  /// The list moves on first, so that the next account is the one after this one as the collector saw the list.
  private mutating func hear(recorded entry: JournalEntry, _ file: AccountFile, _ event: Event) {
    sitting.derive(file)
    sitting.forgetDraft(of: entry.action)
    if let summary = try? sitting.picture(of: file).summary {
      let row = WorklistRow(
        id: file.customer.id, number: file.customer.number, name: file.customer.name,
        collector: file.customer.collector, summary: summary)
      callbacks.take([row], for: sitting.collector, on: sitting.today)
    }
    let said = SavingWords(sitting).saved(entry, file)
    message = Message(text: said, kind: .notice)
    tell(event)
    refreshList()
  }

  private mutating func hear(opened book: BookState) {
    sitting.book = book
    if let policy = book.policy { sitting.policy = policy }
    if let today = book.today {
      sitting.today = today
      sitting.list.begin(today)
    }
    sitting.isOpening = false
    sitting.looked = nil
    sitting.list.forget()
    sitting.tallies = nil
    typing = nil
    screens = ScreenStack(root: Self.root(sitting))
    overlay = nil
    end(book.notice.map { Message(text: $0, kind: .notice) })
    outbox += begin()
  }

  private mutating func hear(began day: CalendarDay, _ book: BookState) {
    sitting.today = day
    sitting.book = book
    if let policy = book.policy { sitting.policy = policy }
    sitting.list.begin(day)
    refreshAll()
    end(Message(text: Self.greeting(day, book, sitting.commands), kind: .notice))
  }

  private static func greeting(_ day: CalendarDay, _ book: BookState, _ commands: CommandTable) -> String {
    guard book.isOtherDay else { return "It is \(day.long) now: the queue is of today." }
    return "Everything is as of \(day.long). Nothing can be saved. \(commands.wayBack)"
  }

  /// A new day on the wall is a new business date, but not in the middle of a call or of anything that is typed.
  private mutating func beginDay() {
    guard sitting.followsClock, sitting.hasAccounts, !sitting.isOtherDay, overlay == nil,
      screens.indices.count == 1,
      let day = sitting.moment.localDay, day > max(sitting.today, begunDay ?? sitting.today)
    else { return }
    begunDay = day
    outbox.append(.book(.begin(day)))
  }

  private mutating func end(_ message: Message?) {
    progress = nil
    opening = nil
    again = nil
    if let message { self.message = message }
  }
}
