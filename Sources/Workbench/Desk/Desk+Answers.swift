import Receivables

/// Time, and the answers to effects.
extension Desk {
  mutating func hear(_ event: Event) {
    switch event {
    case .clock(let moment):
      sitting.moment = moment
      tell(event)
      beginDay()
    case .worklist(let page): hear(page, event)
    case .account(let file):
      tell(event)
      carryOut(file)
    case .drafts(let drafts):
      for offered in drafts { sitting.remember(offered.draft) }
      if let first = Question.offer(drafts[...]) { overlay = first }
    case .lastEntry(let entry, _): hear(lastEntry: entry)
    case .recorded(let entry, let file): hear(recorded: entry, file, event)
    case .stale(_, let file):
      message = Message(
        text: "Not saved: \(file.customer.number) was changed meanwhile. Look again before you repeat it.",
        kind: .failure)
      tell(event)
    case .notRecorded(_, let sentence):
      message = Message(text: sentence, kind: .failure)
      tell(event)
    case .changedElsewhere:
      refreshList()
      tell(event)
    case .opened(let book): hear(opened: book)
    case .began(let day, let book): hear(began: day, book)
    case .progress(let what, let percent): progress = ProgressBox(what: what, percent: percent)
    case .failed(let sentence): end(Message(text: sentence, kind: .failure))
    case .done(let sentence): end(Message(text: sentence, kind: .notice))
    case .totals, .input: tell(event)
    }
  }

  mutating func refreshList() {
    guard sitting.hasAccounts else { return }
    outbox += sitting.list.reload()
    outbox.append(sitting.list.readTotals)
  }

  private mutating func hear(_ page: WorklistPage, _ event: Event) {
    guard page.query == sitting.list.query else { return }
    let isFirstLook = !sitting.list.isHere
    outbox += sitting.list.take(page)
    if isFirstLook, page.total == 0, page.query.view == .mine {
      message = Message(
        text: "Nothing is due in your own queue. This is everyone's; v chooses.", kind: .notice)
      outbox += sitting.list.show(.everyone)
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

  private mutating func hear(lastEntry entry: JournalEntry?) {
    guard let entry else {
      message = Message(text: "There is no entry of yours that could be taken back.", kind: .notice)
      return
    }
    apply(.move(.open(entry.account, .undo(entry))))
  }

  /// The list moves on first, so that the next account is the one after this one as the collector saw the list.
  private mutating func hear(recorded entry: JournalEntry, _ file: AccountFile, _ event: Event) {
    let said = SavingWords(sitting).saved(entry, file)
    message = Message(text: said, kind: .notice)
    tell(event)
    refreshList()
  }

  private mutating func hear(opened book: BookState) {
    sitting.book = book
    sitting.isOpening = false
    sitting.list.forget()
    screens = ScreenStack(root: Self.root(sitting))
    overlay = nil
    end(nil)
    outbox += begin()
  }

  private mutating func hear(began day: CalendarDay, _ book: BookState) {
    sitting.today = day
    sitting.book = book
    sitting.list.begin(day)
    refreshList()
    end(Message(text: "It is \(day.long) now: the queue is of today.", kind: .notice))
  }

  /// A new day on the wall is a new business date, but not in the middle of a call or of anything that is typed.
  private mutating func beginDay() {
    guard sitting.followsClock, sitting.hasAccounts, overlay == nil, screens.indices.count == 1,
      let day = sitting.moment.localDay, day > max(sitting.today, begunDay ?? sitting.today)
    else { return }
    begunDay = day
    outbox.append(.begin(day))
  }

  private mutating func end(_ message: Message?) {
    progress = nil
    opening = nil
    again = nil
    if let message { self.message = message }
  }
}
