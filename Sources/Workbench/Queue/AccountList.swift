import Receivables

/// The list of accounts that is worked through: the stretch of it that is here, and which account is selected.
///
/// The selection is an account, not a row: after any change it is found again wherever it went.
struct AccountList: Hashable, Sendable {
  /// So many rows above and below the selection are here before they can show: the height of the screen.
  var margin = 24

  private(set) var query: WorklistQuery
  /// The view that a search left; it comes back when the search ends.
  var viewBeforeSearch: WorklistView?
  /// Whether the view shows because nothing was due in the collector's own, not because somebody chose it.
  private(set) var isStandIn = false
  private(set) var offset = 0
  private(set) var rows: [WorklistRow] = [] { didSet { reading += 1 } }
  /// Counts the readings: what was made of a row holds until the next.
  private(set) var reading = 0
  private(set) var total = 0
  /// Where the selection stands in the whole list, from 0.
  private(set) var rank = 0
  private(set) var selected: AccountID?
  private(set) var isHere = false
  /// Whether it was asked for while it was typed, and is still to be read.
  private(set) var isAwaited = false
  /// How many accounts that are not listed match the search; 0 until they are counted.
  private(set) var elsewhere = 0
  private var hasCounted = false
  private var sought: Sought?

  /// What the next stretch was asked for, where it is not for the rows alone.
  private enum Sought: Hashable {
    /// An unworked account, from a rank on that is beyond what is here.
    case unworked(from: Int)
    /// The selection, which the last stretch should have held.
    case selection
  }

  init(_ query: WorklistQuery) { self.query = query }

  /// How many rows are asked for at once: enough for many moves between two readings, but the first frame waits for
  /// few that it does not show, and what was found of an account is looked up in all of it.
  private var stretch: Int { isHere && !isSearch ? max(120, margin * 4) : margin * 5 / 4 }

  /// The ranks that are here.
  var ranks: Range<Int> { offset..<offset + rows.count }

  /// The row of a rank, when it is here.
  func row(_ rank: Int) -> WorklistRow? { ranks.contains(rank) ? rows[rank - offset] : nil }

  /// The lane of a rank, when it is here.
  func lane(_ rank: Int) -> Lane?? { ranks.contains(rank) ? .some(rows[rank - offset].summary.lane) : nil }

  var selectedRow: WorklistRow? {
    guard let row = row(rank), row.id == selected else { return nil }
    return row
  }

  /// Looks at the selected row where it stands: a copy of it counts two dozen references.
  func onSelectedRow(_ look: (borrowing WorklistRow) -> Void) {
    guard ranks.contains(rank), rows[rank - offset].id == selected else { return }
    look(rows[rank - offset])
  }

  /// Selects the row of a rank, or the nearest there is, and answers what has to be read for it.
  mutating func select(_ rank: Int) -> [Effect] {
    guard !isAwaited else { return [] }
    self.rank = min(max(rank, 0), max(total - 1, 0))
    sought = nil
    selected = row(self.rank)?.id
    return missing()
  }

  mutating func move(by rows: Int) -> [Effect] { select(rank + rows) }

  /// Takes a stretch that was read, and answers what has to be read besides.
  mutating func take(_ page: WorklistPage) -> [Effect] {
    offset = page.offset
    rows = page.rows
    total = page.total
    isHere = true
    if isAwaited { rank = 0 }
    isAwaited = false
    let counting = count()
    if case .unworked = sought { return counting }
    let wasSought = sought == .selection
    sought = nil
    if let index = rows.firstIndex(where: { $0.id == selected }) {
      rank = offset + index
      return counting
    }
    // Whoever types a whole account number means that account, whatever else has the digits in it.
    let exact = isSearch && selected == nil ? rows.firstIndex { $0.number == query.text } : nil
    rank = exact.map { offset + $0 } ?? min(rank, max(total - 1, 0))
    selected = row(rank)?.id
    // Once: a list that was counted longer than it is would be asked for ever.
    guard total > 0, selected == nil, !wasSought else { return counting }
    sought = .selection
    return counting + [.read(.worklist(query, around(rank)))]
  }

  /// Asks once for every search of a part of the accounts how many match among all.
  private mutating func count() -> [Effect] {
    guard let wider, total > 0, !hasCounted else { return [] }
    hasCounted = true
    return [.read(.length(wider))]
  }

  /// Takes the length of the list of all accounts that match.
  mutating func take(_ length: Int, of query: WorklistQuery) {
    if query == wider { elsewhere = max(length - total, 0) }
  }

  /// Another book is open, or more was imported into this one: nothing that was read is true of it. A view that stood in
  /// for the collector's own stands down.
  mutating func forget() {
    if isStandIn {
      viewBeforeSearch = nil
      (query.view, query.text) = (.mine, "")
      isStandIn = false
    }
    rows = []
    (offset, total, rank) = (0, 0, 0)
    selected = nil
    isHere = false
    isAwaited = false
    sought = nil
  }

  /// Lists under another business date, once it is read again.
  mutating func begin(_ day: CalendarDay) { query.today = day }

  /// Reads the stretch around the selected account again, wherever it stands now: as much as the next few moves need,
  /// because after a save somebody waits for it.
  func reload() -> [Effect] {
    guard let selected else { return [.read(.worklist(query, around(isAwaited ? 0 : rank)))] }
    return [.read(.around(selected, query, window: min(stretch, margin * 3)))]
  }

  /// Asks for another selection of accounts, from its top.
  mutating func ask(_ query: WorklistQuery) -> [Effect] {
    self.query = query
    rank = 0
    selected = nil
    sought = nil
    (elsewhere, hasCounted) = (0, false)
    isAwaited = false
    return reload()
  }

  /// Selects an account that may stand anywhere.
  mutating func seek(_ account: AccountID) -> [Effect] {
    selected = account
    return reload()
  }

  /// Asks for another order and stays on the account.
  mutating func sort(by order: WorklistOrder) -> [Effect] {
    query.order = order
    return reload()
  }

  /// Reads ahead in the direction of the move.
  private func missing() -> [Effect] {
    let needed = max(rank - margin, 0)..<min(rank + margin, total)
    if needed.clamped(to: ranks) == needed { return [] }
    if !ranks.contains(rank) { return [.read(.worklist(query, around(rank)))] }
    let first = needed.upperBound > ranks.upperBound ? needed.lowerBound : needed.upperBound - stretch
    return [.read(.worklist(query, max(first, 0)..<max(first, 0) + stretch))]
  }

  /// What is read while nobody waits, so that a page more in either direction is here before it is asked for; nil when it
  /// is.
  var readingAhead: Effect? {
    guard isHere, !isSearch, sought == nil, selectedRow != nil else { return nil }
    let wanted = max(rank - 2 * margin, 0)..<min(rank + 2 * margin, total)
    let first = max(rank - 5 * margin, 0)
    return wanted.clamped(to: ranks) == wanted
      ? nil : .read(.worklist(query, first..<rank + 5 * margin))
  }

  private func around(_ rank: Int) -> Range<Int> {
    let first = max(rank - stretch / 2, 0)
    return first..<first + stretch
  }
}

extension AccountList {
  /// Where the next account to work is.
  enum Next: Hashable, Sendable {
    /// It is selected now.
    case selected(AccountID)
    /// This has to be read, then ask again.
    case further([Effect])
    /// Everything below is worked.
    case none
  }

  /// Goes to the next row below that was not worked on `today`.
  mutating func selectNextToWork(_ today: CalendarDay) -> Next {
    var first = rank + 1
    if case .unworked(let from) = sought { first = from }
    let start = max(first, offset)
    sought = nil
    let next = rows.dropFirst(start - offset).firstIndex { $0.summary.lastWorked?.day != today }
    if let next {
      rank = offset + next
      selected = rows[next].id
      return .selected(rows[next].id)
    }
    guard ranks.upperBound < total, !rows.isEmpty else { return .none }
    sought = .unworked(from: ranks.upperBound)
    return .further([.read(.worklist(query, ranks.upperBound..<ranks.upperBound + stretch))])
  }
}

extension AccountList {
  /// Whether one of the accounts above that are here was not worked on `today`.
  func hasWorkAbove(_ today: CalendarDay) -> Bool {
    rows.prefix(max(rank - offset, 0)).contains { $0.summary.lastWorked?.day != today }
  }
}

/// Views and searches.
extension AccountList {
  var isSearch: Bool { !query.text.isEmpty }

  /// The view that was searched first.
  var viewOfSearch: WorklistView { viewBeforeSearch ?? query.view }

  /// Shows another view, without a search.
  mutating func show(_ view: WorklistView) -> [Effect] {
    viewBeforeSearch = nil
    isStandIn = false
    var query = query
    query.view = view
    query.text = ""
    return ask(query) + [readTotals]
  }

  /// Shows a view in the place of the collector's own, until there may be something due in that.
  mutating func standIn(_ view: WorklistView) -> [Effect] {
    let effects = show(view)
    isStandIn = true
    return effects
  }

  /// The figures of the day belong to whose queue is listed: everybody's, or the collector's own.
  var readTotals: Effect {
    .read(.totals(collector: (viewBeforeSearch ?? query.view) == .everyone ? nil : query.collector))
  }

  /// Lists what matches a text in the view; an empty text ends the search.
  mutating func search(_ text: String) -> [Effect] {
    let text = text.trimmed
    guard !text.isEmpty else { return endSearch() }
    var query = query
    query.view = viewBeforeSearch ?? query.view
    query.text = text
    viewBeforeSearch = query.view
    return ask(query)
  }

  /// The same while the text is typed: nobody waits for what so many letters find, so that it is only read as `awaited`
  /// when nothing else was typed.
  mutating func type(_ text: String) {
    // What shows stays until what is found takes its place.
    let shown = rank
    _ = search(text)
    rank = shown
    isAwaited = true
  }

  /// What is still to be read of a search that is typed.
  var awaited: Effect? { isAwaited ? reload().first : nil }

  /// It is as it was before.
  mutating func take(back before: AccountList) {
    let (reading, today, margin) = (reading, query.today, margin)
    self = before
    self.reading = reading + 1
    query.today = today
    self.margin = margin
  }

  /// Back to the view as it was before the search, on the account that is selected.
  mutating func endSearch() -> [Effect] {
    guard let view = viewBeforeSearch else { return [] }
    let found = selected
    let effects = show(view)
    guard let found else { return effects }
    return seek(found)
  }

  /// The same search in all accounts; nil when it is one, or none.
  private var wider: WorklistQuery? {
    guard isSearch, query.view != .all else { return nil }
    var query = query
    query.view = .all
    return query
  }

  /// Lists what matches among all accounts.
  mutating func searchEverywhere() -> [Effect]? { wider.map { ask($0) } }
}
