import Receivables
import TextScreen

/// One account: what it owes and why, what was said and paid, what it promised, how it pays, whom to call.
struct AccountScreen: Screen {
  var picture: AccountPicture
  var section = AccountSection.invoices
  /// The invoices that the next call is about.
  var tagged: Set<DocumentID> = []
  /// Which invoices are listed, in what order, and their places among all open ones.
  private(set) var order = InvoiceOrder()
  private(set) var shown: [Int]
  /// The invoice that was tagged last, from where a range is tagged.
  var lastTagged: DocumentID?
  var invoices = ListWindow()
  var story = ListWindow()
  var matters = ListWindow()
  var people = ListWindow()
  private(set) var widths: InvoiceWidths
  /// What the story shows.
  var storyPart = StoryPart.all
  /// The days of the story whose payments are shown one by one.
  var unfolded: Set<CalendarDay> = []
  /// What is looked for in the story.
  var storySearch: StorySearch?
  /// The story's lines, made anew when the account or the width changes.
  private var layout: TimelineLayout?
  /// What was last and why, made anew likewise.
  private var foot: FootWords?
  /// What is due and tagged, summed anew when the account or a tag changes.
  private var sums: InvoiceSums?

  let scope = Scope.account

  let keyBar: [Command] = [
    .back, .logCall, .tagInvoice, .tagAll, .sortInvoices, .filter, .correct, .nextAccount, .nextSection,
    .note,
    .snooze, .undo, .palette,
  ]

  init(_ picture: AccountPicture, _ sitting: Sitting) {
    self.picture = picture
    widths = InvoiceWidths(picture)
    shown = InvoiceOrder().places(of: picture.invoices, tagged: [])
    fit(sitting)
    selectFound(sitting)
  }

  /// An invoice that was searched for is the one that the cursor stands on.
  private mutating func selectFound(_ sitting: Sitting) {
    for match in sitting.list.row(sitting.list.rank).map(\.found) ?? [] {
      guard sitting.list.selected == account, case .amount(let amount) = match,
        case .open(let number) = amount.kind
      else { continue }
      let found = shown.firstIndex { picture.invoices[$0].invoice.number == number }
      if let found { return invoices.select(found) }
    }
    for word in sitting.list.query.text.lowercased().split(separator: " ") where word.count > 1 {
      let found = shown.firstIndex { picture.invoices[$0].invoice.number.containsLowercased(word) }
      if let found { return invoices.select(found) }
    }
  }

  var account: AccountID { picture.file.customer.id }

  func title(_ sitting: Sitting, room: Int) -> String {
    let list = sitting.list
    let place = list.selected == account ? "\(list.rank + 1) of \(list.total) · " : ""
    return place + picture.file.customer.title
  }

  func situation(_ sitting: Sitting) -> Situation {
    var situation = Situation(scope, sitting)
    situation.account = picture.file.customer.title
    situation.hasOpenMatter = !picture.withdrawable.isEmpty
    situation.hasOpenDispute = !picture.openDisputes.isEmpty
    situation.isOnInvoice = selectedInvoice != nil
    situation.isOnEntry = selectedEntry(sitting) != nil
    situation.isInStory = section == .timeline
    situation.isSearchingStory = isSearchingStory
    situation.isOnPayments =
      section == .timeline && storyPlace(sitting).map { foldedDay(at: $0, sitting) != nil } ?? false
    return situation
  }

  func aim(_ sitting: Sitting) -> Aim? {
    let about = picture.invoices.map(\.invoice).filter { tagged.contains($0.id) }
    return Aim(account: account, matter: selectedMatter, invoices: about.map(\.number))
  }

  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn {
    // Who leaves moves nothing here, and the next account is to come at once.
    if ![.nextAccount, .previousAccount, .back, .leave].contains(command) { fit(sitting) }
    return carryOut(command, &sitting)
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn {
    switch event {
    case .account(let file), .recorded(_, let file), .stale(_, let file):
      if file.customer.id == account { return take(file, sitting) }
    case .changedElsewhere: return .effects(.read(.account(account)))
    case .began, .adopted: return take(picture.file, sitting)
    case .input(.resize): fit(sitting)
    default: break
    }
    return .none
  }

  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn {
    fit(sitting)
    let areas = parts(in: body, sitting).areas
    switch event {
    case .wheel(let rows, _): move { $0.move(by: rows) }
    case .click(let position) where areas.tabs.contains(position):
      let tabs = AccountTabs(picture, section, width: areas.tabs.size.columns)
      if let section = tabs.section(at: position.column) { self.section = section }
    case .click(let position) where areas.list.contains(position):
      move { window in
        if let row = window.row(at: position.row - areas.list.origin.row) { window.select(row) }
      }
    default: break
    }
    return .none
  }

  /// Lets the window of the section that shows change.
  mutating func move(_ change: (inout ListWindow) -> Void) {
    switch section {
    case .invoices: change(&invoices)
    case .timeline: change(&story)
    case .matters: change(&matters)
    case .people: change(&people)
    }
  }

  /// Takes length and height of the moment for the section that shows, so that a move stays inside.
  mutating func fit(_ sitting: Sitting) {
    let width = AccountAreas.width(sitting.body)
    // A long story takes a moment to lay out: where none shows it waits until one does.
    if section == .timeline || AccountAreas.isHigh(sitting.body) {
      layout = storyLayout(width: width, sitting)
    }
    foot = footWords(in: sitting.body, sitting)
    sums = invoiceSums
    let areas = parts(in: sitting.body, sitting).areas
    let height = areas.list.size.rows
    switch section {
    case .invoices: invoices.fit(count: shown.count, height: height)
    case .timeline: story.fit(count: layout?.lines ?? 0, height: height + 1)
    case .matters: matters.fit(count: MatterRow.rows(picture).count, height: height)
    case .people: people.fit(count: PeopleText(picture, sitting).lines.count, height: height + 1)
    }
  }

  /// The lines of the story in that width.
  func storyLayout(width: Int, _ sitting: Sitting) -> TimelineLayout {
    if let layout, layout.width == width, layout.part == storyPart, layout.unfolded == unfolded {
      return layout
    }
    return TimelineLayout(picture, width: width, storyPart, unfolded: unfolded, sitting.policy)
  }

  /// What is due and what is tagged of the account.
  var invoiceSums: InvoiceSums {
    if let sums, sums.tagged == tagged { return sums }
    return InvoiceSums(picture.invoices, tagged: tagged)
  }

  /// What stands below the list in a body of that size.
  func footWords(in body: Rectangle, _ sitting: Sitting) -> FootWords {
    if let foot, foot.fit(body) { return foot }
    return FootWords(picture, in: body, sitting)
  }

  /// Lists the invoices anew; the cursor stays on its invoice.
  mutating func list(as order: InvoiceOrder) {
    let kept = selectedInvoice?.invoice.id
    self.order = order
    shown = order.places(of: picture.invoices, tagged: tagged)
    invoices.fit(count: shown.count, height: invoices.height)
    if let kept, let place = shown.firstIndex(where: { picture.invoices[$0].invoice.id == kept }) {
      invoices.select(place)
    }
  }

  private mutating func take(_ file: AccountFile, _ sitting: Sitting) -> Turn {
    let fresh: AccountPicture
    do {
      fresh = try sitting.picture(of: file)
    } catch {
      return Turn(move: .pop, message: Message(text: error.sentence, kind: .failure))
    }
    let kept = selectedInvoice?.invoice.id
    picture = fresh
    shown = []
    widths = InvoiceWidths(fresh)
    (layout, foot, sums) = (nil, nil, nil)
    storySearch = storySearch.flatMap { StorySearch($0.text, in: fresh, storyPart, sitting.policy) }
    tagged.formIntersection(fresh.invoices.map(\.invoice.id))
    list(as: order)
    if let kept, let place = shown.firstIndex(where: { fresh.invoices[$0].invoice.id == kept }) {
      invoices.select(place)
    }
    fit(sitting)
    return .none
  }
}

extension AccountScreen {
  mutating func carryOut(_ command: Command, _ sitting: inout Sitting) -> Turn {
    switch command {
    case .up: move { $0.move(by: -1) }
    case .down: move { $0.move(by: 1) }
    case .pageUp: move { _ = $0.handle(.pageUp) }
    case .pageDown: move { _ = $0.handle(.pageDown) }
    case .top: move { $0.select(0) }
    case .bottom: move { $0.select($0.count - 1) }
    case .nextSection: turn(by: 1, sitting)
    case .previousSection: turn(by: -1, sitting)
    case .tagInvoice: tag()
    case .tagAll: tagDue()
    case .tagRange: tagRange()
    case .sortInvoices: return sort()
    case .filter: return filter(sitting)
    case .logCall:
      let talkedAbout = picture.invoices.map(\.invoice.id).filter(tagged.contains)
      let call = CallScreen(picture: picture, tagged: talkedAbout, draft: nil, &sitting)
      return Turn(move: .push(call), message: call.greeting(sitting))
    case .correct:
      guard let entry = selectedEntry(sitting) else { break }
      return .move(.open(account, .correct(entry.number, nil)))
    case .nextAccount: return next(&sitting)
    case .searchPrevious where isSearchingStory: return nextHit(by: -1, sitting)
    case .searchNext where isSearchingStory: return nextHit(by: 1, sitting)
    case .previousAccount, .searchPrevious: return step(-1, &sitting)
    case .searchNext: return step(1, &sitting)
    case .search: return .move(.overlay(Prompt(.story)))
    case .details: return unfold(sitting)
    case .refresh: return .effects(.read(.account(account)))
    case .copyValue:
      let reach = section == .people ? PickOverlay.reach(of: picture) : nil
      return reach.map { .move(.overlay($0)) } ?? .copying(copyValue)
    case .copyLine: return .copying(line(sitting))
    case .back, .leave: return .move(.pop)
    default: break
    }
    return .none
  }

  private mutating func turn(by sections: Int, _ sitting: Sitting) {
    section = section.advanced(by: sections)
    fit(sitting)
  }

  /// Whether the keys of a search go through the story.
  var isSearchingStory: Bool { section == .timeline && storySearch != nil }

  mutating func chosen(_ choice: FormChoice, _ sitting: inout Sitting) -> Turn {
    if case .words(let text) = choice { return search(text, sitting) }
    return .none
  }

  /// The open invoice that the cursor stands on.
  var selectedInvoice: OpenItem? {
    guard section == .invoices, shown.indices.contains(invoices.selected) else { return nil }
    return picture.invoices[shown[invoices.selected]]
  }

  /// What somebody wrote, on the line of the story with the cursor.
  private func selectedEntry(_ sitting: Sitting) -> JournalEntry? {
    guard section == .timeline,
      let place = storyLayout(width: AccountAreas.width(sitting.body), sitting).place(of: story.selected),
      case .entry(let entry, _) = picture.timeline[place.told].event
    else { return nil }
    return entry
  }

  private func next(_ sitting: inout Sitting) -> Turn {
    switch sitting.list.selectNextToWork(sitting.today) {
    case .selected(let account): return .move(.open(account, .account))
    case .further(let effects): return Turn(effects: effects, again: .nextAccount)
    case .none:
      return Turn(
        effects: sitting.list.reload(), move: .pop,
        message: Message(text: sitting.nothingBelow, kind: .notice))
    }
  }

  private func step(_ rows: Int, _ sitting: inout Sitting) -> Turn {
    let effects = sitting.list.move(by: rows)
    guard let row = sitting.list.selectedRow else { return Turn(effects: effects) }
    return Turn(effects: effects, move: .open(row.id, .account))
  }

  private var selectedMatter: MatterID? {
    let rows = MatterRow.rows(picture)
    guard section == .matters, rows.indices.contains(matters.selected) else { return nil }
    return rows[matters.selected].matter
  }

  private var copyValue: String {
    selectedInvoice?.invoice.number ?? picture.file.customer.number
  }

  private func line(_ sitting: Sitting) -> String {
    switch section {
    case .timeline:
      let layout = storyLayout(width: AccountAreas.width(sitting.body), sitting)
      guard let place = layout.place(of: story.selected) else { break }
      let words = layout.words(picture.timeline[place.item])
      let told = [picture.timeline[place.item].day.iso, words.source, words.headline, words.note]
      return told.filter { !$0.isEmpty }.joined(separator: " ")
    case .people:
      let lines = PeopleText(picture, sitting).lines
      if lines.indices.contains(people.selected), !lines[people.selected].text.isEmpty {
        return lines[people.selected].text.trimmed
      }
    case .invoices, .matters: break
    }
    guard let status = selectedInvoice else { return picture.file.customer.title }
    let open = Money(minor: status.open, status.invoice.original.currency)
    return "\(status.invoice.number), due \(status.invoice.due.iso), \(open) open"
  }
}

/// The parts of the account screen that share its lower half.
enum AccountSection: Int, Hashable, Sendable, CaseIterable {
  case invoices, timeline, matters, people

  /// The part so many places further, round and round.
  func advanced(by steps: Int) -> AccountSection {
    let count = Self.allCases.count
    return Self.allCases[((rawValue + steps) % count + count) % count]
  }
}
