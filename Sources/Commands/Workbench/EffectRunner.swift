import Ledger
import Receivables
import TextScreen
import Workbench

/// Carries out what the desk asks for, on a ledger and a clock. The same for the terminal and for replay.
final class EffectRunner {
  /// What only a terminal can do.
  struct Surroundings {
    /// False when the text is too long for terminals.
    var copy: (String) -> Bool = { _ in true }
    var bell: () -> Void = {}
    var suspend: () -> Void = {}
    var repaint: () -> Void = {}
    var theme: (String) -> Void = { _ in }
    var remember: (Preferences) -> Void = { _ in }
    /// Shows how far long work is; false cancels it.
    var progress: (Event) -> Bool = { _ in true }
    /// Whether somebody waits for what is read; a search is given up when nobody does.
    var isWaitedFor: () -> Bool = { true }
    /// Keeps outside a book that was opened, or has a new day, what shows later that it was changed.
    var anchor: (LedgerFile) -> Void = { _ in }
  }

  private(set) var ledger: LedgerFile? {
    didSet {
      seenVersion = try? ledger?.dataVersion()
      ledger?.stayLight()
      ledger?.isSearchWanted = { [unowned self] in surroundings.isWaitedFor() }
      isAnchored = false
    }
  }
  /// Whether what shows later that the book was changed is kept outside of it.
  private var isAnchored = true
  var clock: WorkClock
  var surroundings = Surroundings()
  /// Set by `.terminal(.quit)`.
  private(set) var isDone = false
  private(set) var site: WorkSite
  private var zones = ZoneLibrary()
  /// The zones met so far, and how clocks go in those that the system knows.
  private var neededZones: Set<String> = []
  private var zoneRules: [String: ZoneRules] = [:]
  /// The state of the file when it was last looked at; taken before anything is read, so that nothing is missed.
  private var seenVersion: Int64?
  /// Of which day the books were when the desk last heard of it.
  private var booksDay: CalendarDay?

  init(site: WorkSite, ledger: LedgerFile?, clock: WorkClock) {
    self.site = site
    self.ledger = ledger
    self.clock = clock
    seenVersion = try? ledger?.dataVersion()
  }

  /// The clock with the rules of every zone met so far.
  func moment() -> Moment {
    Moment(
      now: clock.now, zones: zoneRules, localOffset: clock.localOffset,
      localRules: clock.isSystem ? zones.local() : nil)
  }

  private func need(_ names: Set<String>) {
    for zone in names.subtracting(neededZones) { zoneRules[zone] = zones.rules(of: zone) }
    neededZones.formUnion(names)
  }

  /// Opens the site's book, when there is one, and brings it to the site's day. Throws `LedgerError`.
  func openBook() throws -> [Event] {
    LedgerFile.exists(at: site.path) ? try opened(.existing) : []
  }

  /// Runs effects in order and returns what they answered.
  func run(_ effects: [Effect]) -> [Event] {
    effects.flatMap { effect in
      do {
        return try run(effect)
      } catch LedgerError.cancelled where !surroundings.isWaitedFor() {
        return []
      } catch {
        return [.failed(String(describing: error))]
      }
    }
  }

  /// An account that is likely to be asked for next; nil when it is known already, or cannot be read just
  /// now.
  func readAhead(_ account: AccountID) -> AccountFile? {
    guard let ledger, (try? ledger.knows(account)) == false else { return nil }
    return try? self.account(account, on: ledger)
  }

  /// Keeps that of a book that was opened, or has a new day. No frame shows it, so none waits until it is on the disk.
  func anchor() {
    guard let ledger, !isAnchored else { return }
    isAnchored = true
    surroundings.anchor(ledger)
  }

  /// Whether another process wrote since the last look.
  func changesElsewhere() -> [Event] {
    guard let version = try? ledger?.dataVersion(), version != seenVersion else { return [] }
    seenVersion = version
    return (try? news()) ?? [.changedElsewhere]
  }

  private func run(_ effect: Effect) throws -> [Event] {
    switch effect {
    case .read(let reading): try ledger.map { try run(reading, on: $0) } ?? []
    case .write(let writing): try ledger.map { try run(writing, on: $0) } ?? []
    case .book(let step): try run(step)
    case .terminal(let step): run(step)
    }
  }

  private func run(_ reading: Effect.Reading, on ledger: LedgerFile) throws -> [Event] {
    switch reading {
    case .worklist(let query, let range):
      return listed(try ledger.explained(try ledger.worklist(query, range: range)))
    case .around(let id, let query, let window):
      let rank = try ledger.rank(of: id, in: query) ?? 0
      let start = max(0, rank - window / 2)
      return listed(try ledger.explained(try ledger.worklist(query, range: start..<start + window)))
    case .search(let query?):
      try ledger.prepareSearch(of: query)
      return []
    case .search(nil):
      ledger.endSearch()
      return []
    case .length(let query): return [.length(query, try ledger.length(of: query))]
    case .account(let id):
      let file = try account(id, on: ledger)
      // Its zones may be new to the desk: what time it is there comes first.
      return [.clock(moment()), .account(file)]
    case .find(let text):
      if let id = try ledger.accountID(number: text) {
        let row = try ledger.row(of: id)
        return [.found([FoundAccount(id, title: "\(row.number) \(row.name)")])]
      }
      let query = WorklistQuery(view: .all, collector: "", text: text, order: .name, today: site.today)
      let rows = try ledger.worklist(query, range: 0..<40).rows
      return [.found(rows.map { FoundAccount($0.id, title: "\($0.number) \($0.name)") })]
    case .totals(let collector):
      return [.totals(try ledger.dayTotals(on: site.today, collector: collector))]
    case .tallies(let collectors): return [.tallies(try ledger.tallies(of: collectors))]
    case .drafts: return [.drafts(try offers(on: ledger))]
    case .lastEntry:
      return [.lastEntry(try ledger.lastEntry(of: site.collector, on: site.today))]
    }
  }

  private func run(_ writing: Effect.Writing, on ledger: LedgerFile) throws -> [Event] {
    switch writing {
    case .record(let entry, let version): return record(entry, basedOn: version, on: ledger)
    case .saveDraft(let draft):
      do {
        try ledger.saveDraft(draft)
      } catch {
        return [.notKept(draft.action, String(describing: error))]
      }
    case .discardDraft(let action): try ledger.discardDraft(action)
    }
    return []
  }

  private func run(_ step: Effect.BookStep) throws -> [Event] {
    switch step {
    case .openDemo: try opened(.demo)
    case .listExports: [.exports(ExportFolder.offers(now: clock.now))]
    case .sight(let path, let answers):
      [try LookedAtFile(site: site, ledger: ledger, surroundings: surroundings).event(path, answers)]
    case .importFile(let path, let answers):
      try opened(.imported(ExportFolder.whole(path), answers)) + [.done("\(path) is in the book.")]
    case .listRemittances: [.remittances(ExportFolder.offers(now: clock.now))]
    case .readRemittance(let path): [.remittance(try LookedAtFile.remittance(path))]
    case .findSimilar: [.similar(try similarCustomers())]
    case .begin(let day): try begin(day)
    case .look(let day): try look(at: day)
    }
  }

  private func similarCustomers() throws -> [SimilarPair] {
    guard let ledger else { return [] }
    var work = LongWork(surroundings.progress)
    let all = WorklistQuery(view: .all, collector: "", order: .name, today: site.today)
    let total = max(try ledger.length(of: all), 1)
    var similar = SimilarCustomers()
    var done = 0
    try ledger.forEachAccount { file in
      similar.see(file)
      done += 1
      if done % 1_000 == 0, !work.goesOn("Looking for customers that are there twice", done * 100 / total) {
        throw LedgerError.cancelled(doing: "look for customers that are there twice")
      }
      return true
    }
    return similar.pairs()
  }

  private func run(_ step: Effect.TerminalStep) -> [Event] {
    switch step {
    case .copy(let text):
      guard surroundings.copy(text) else {
        return [.failed("That is too long for the clipboard of a terminal.")]
      }
    case .bell: surroundings.bell()
    case .suspend: surroundings.suspend()
    case .repaint: surroundings.repaint()
    case .theme(let name): surroundings.theme(name)
    case .remember(let preferences): surroundings.remember(preferences)
    case .quit: isDone = true
    }
    return []
  }

  /// The zones of callbacks may be new to the desk.
  private func listed(_ page: WorklistPage) -> [Event] {
    let zones = Set(page.rows.compactMap(\.summary.next?.zone)).subtracting(neededZones)
    guard !zones.isEmpty else { return [.worklist(page)] }
    need(zones)
    return [.clock(moment()), .worklist(page)]
  }

  private func account(_ id: AccountID, on ledger: LedgerFile) throws -> AccountFile {
    let file = try ledger.knownAccount(id)
    need(Set(file.zones))
    return file
  }

  private func offers(on ledger: LedgerFile) throws -> [OfferedDraft] {
    try ledger.drafts().filter { $0.collector == site.collector }.map { draft in
      let row = try ledger.row(of: draft.account)
      return OfferedDraft(draft: draft, account: "\(row.number) \(row.name)")
    }
  }

  private func record(_ entry: NewEntry, basedOn version: Int64, on ledger: LedgerFile) -> [Event] {
    do {
      let saved = try ledger.record(
        entry, basedOn: version,
        signed: Signature(at: clock.now, actor: site.actor, host: site.host, groups: site.groups))
      let clock = clock.isSystem ? saved.clock : nil
      return [.recorded(saved.entry, saved.file)] + (clock.map { [.noticed($0.sentence)] } ?? [])
    } catch LedgerError.stale(let file) {
      return [.stale(entry, file)]
    } catch LedgerError.otherDay(let day) {
      // The session fell behind: it goes on with the book's day, and what was typed is still there.
      let said = LedgerError.otherDay(day).description
      return ((try? begun(day, on: ledger)) ?? []) + [.notRecorded(entry, said)]
    } catch {
      return [.notRecorded(entry, String(describing: error))]
    }
  }

  private func begin(_ day: CalendarDay) throws -> [Event] {
    var site = site
    site.today = day
    site.wall = max(site.wall, day)
    let book = try BookSource.existing.open(at: site, over: ledger, progress: surroundings.progress)
    self.site = site
    ledger = book
    return [.began(day, try site.state(of: book))]
  }

  /// The open book as of another day, or of its own again. When that cannot be shown it is its own day again.
  private func look(at day: CalendarDay?) throws -> [Event] {
    guard let ledger else { return [] }
    let own = try ledger.businessDate() ?? site.today
    var work = LongWork(surroundings.progress)
    func turn(to day: CalendarDay) throws {
      try ledger.work(on: day, wall: site.wall, signed: Machine.signature) { done, total in
        work.goesOn("Going to \(day.long)", done * 100 / max(total, 1))
      }
    }
    do {
      // A day that has come since would become that of the book: looking changes nothing.
      try turn(to: day.flatMap { $0 < own || $0 > site.wall ? $0 : nil } ?? own)
    } catch {
      try turn(to: own)
      site.today = own
      return [.began(own, try site.state(of: ledger)), .failed(String(describing: error))]
    }
    site.today = ledger.lookingAt ?? own
    return [.began(site.today, try site.state(of: ledger))]
  }

  /// What other sessions changed: rows, and perhaps the policy, the business date or the day of the books.
  private func news() throws -> [Event] {
    guard let ledger else { return [] }
    let policy = ledger.policy.digest
    try ledger.refreshPolicy()
    var events: [Event] = []
    if ledger.lookingAt == nil, let day = try ledger.businessDate(), day > site.today {
      events = try begun(day, on: ledger)
    }
    if ledger.policy.digest != policy { events.append(.adopted(ledger.policy)) }
    let books = try ledger.booksDate()
    if books != booksDay { events.append(.booksCame(books)) }
    booksDay = books
    return events + [.changedElsewhere]
  }

  /// Goes on with the day that another session brought the book to.
  private func begun(_ day: CalendarDay, on ledger: LedgerFile) throws -> [Event] {
    site.today = day
    return [.began(day, try site.state(of: ledger))]
  }

  private func opened(_ source: BookSource) throws -> [Event] {
    let opened = try source.open(at: site, over: ledger, progress: surroundings.progress)
    ledger = opened
    if site.followsClock, let day = try opened.businessDate() { site.today = day }
    let state = try site.state(of: opened)
    booksDay = state.booksDay
    return [.opened(state)]
  }
}
