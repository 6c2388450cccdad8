import Glibc
import Ledger
import Receivables
import TextScreen
import Workbench

/// Runs a script through store, desk and frames without a terminal.
struct Replay {
  private(set) var shown: [ShownFrame] = []
  private var site: WorkSite
  private var runner: EffectRunner
  private var desk: Desk
  private let script: ReplayScript
  /// How many days were begun after the first.
  private var days: UInt64 = 0

  /// One frame that the script asked to see.
  struct ShownFrame {
    var caption: String
    var frame: Frame
  }

  /// Plays `script` at a site; `open` makes or opens the book that the script starts with.
  init(_ script: ReplayScript, at site: WorkSite, book ledger: LedgerFile?) throws {
    self.script = script
    self.site = site
    let clock = WorkClock.fixed(Self.moment(site.today, script.startMinute))
    runner = EffectRunner(site: site, ledger: ledger, clock: clock)
    desk = try Self.desk(script, site, runner, days: 0)
    settle(desk.begin())
    for step in script.steps where !runner.isDone { try perform(step) }
  }

  /// The script's day begins at its hour, in UTC.
  private static func moment(_ day: CalendarDay, _ minute: Int) -> Instant {
    Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(minute) * 60_000)
  }

  private static func desk(
    _ script: ReplayScript, _ site: WorkSite, _ runner: EffectRunner, days: UInt64
  ) throws -> Desk {
    // The same seeds every time: a replay gives the same frames, down to the names of its actions. Another one for each
    // day: an action of the same name would be taken for a retry, and recorded once.
    Desk(sitting: try site.sitting(of: runner.ledger, runner.moment(), size: script.size, seed: 1 + days))
  }

  private mutating func perform(_ step: ReplayStep) throws {
    switch step {
    case .keys(let keys): for key in keys { feed(.input(.key(key))) }
    case .type(let text): for character in text { feed(.input(.key(.character(character)))) }
    case .paste(let text): feed(.input(.paste(text)))
    case .resize(let size): feed(.input(.resize(size)))
    case .wait(let minutes):
      runner.clock = .fixed(Instant(milliseconds: runner.clock.now.milliseconds + Int64(minutes) * 60_000))
      feed(.clock(runner.moment()))
    case .hangUp: feed(.input(.hangUp))
    case .importFile(let path): settle([.book(.importFile(path, ImportAnswers()))])
    case .tomorrow:
      let calendar = (runner.ledger?.policy ?? site.source.policy).calendar
      try start(calendar.day(1, businessDaysAfter: site.today))
    case .day(let day): try start(day)
    case .show(let caption): shown.append(ShownFrame(caption: caption, frame: desk.frame()))
    }
  }

  private mutating func start(_ day: CalendarDay) throws {
    site.today = day
    site.wall = max(site.wall, site.today)
    try runner.ledger?.work(on: site.today, wall: site.wall, signed: Machine.signature)
    runner = EffectRunner(
      site: site, ledger: runner.ledger, clock: .fixed(Self.moment(site.today, script.startMinute)))
    days += 1
    desk = try Self.desk(script, site, runner, days: days)
    settle(desk.begin())
  }

  private mutating func feed(_ event: Event) {
    settle(desk.update(event))
  }

  /// Effects bring events, events bring effects, until nothing is left to do, not even what is read ahead.
  private mutating func settle(_ effects: [Effect]) {
    var pending = effects
    var tried: Set<Effect> = []
    repeat {
      while !pending.isEmpty {
        let events = runner.run(pending)
        pending = events.flatMap { desk.update($0) }
      }
      if !runner.isDone, let effect = desk.readingAhead, tried.insert(effect).inserted { pending = [effect] }
    } while !pending.isEmpty
  }
}

/// The book that a replay works on: the one that the options name, or one that is gone afterwards. Never the user's own
/// book unless it is named: a script types into whatever it is given.
final class ReplayBook {
  private(set) var site: WorkSite
  let ledger: LedgerFile?
  /// Whether the book stays when the script is over.
  var isKept: Bool { place == nil }
  private let place: ScratchPlace?

  init(_ script: ReplayScript, _ options: GlobalOptions) throws {
    var site = try options.site()
    site.followsClock = false
    if options.namedToday == nil, let today = script.today { site.today = today }
    // A script's days have come, whatever the wall says.
    site.wall = max(site.wall, site.today)
    if options.namedCollector == nil, let collector = script.collector { site.collector = collector }
    switch script.book {
    case .given where options.namesDatabase:
      place = nil
      let book = try options.openBook()
      if options.namedToday == nil, script.today == nil { site.today = book.today }
      try book.ledger.work(on: site.today, wall: site.wall, signed: Machine.signature)
      ledger = book.ledger
    case .given, .none:
      let scratch = try ScratchPlace("replay")
      site.path = scratch.database
      place = scratch
      ledger = nil
    case .demo(let seed, let customers):
      let scratch = try ScratchPlace("replay", book: "demo.kept")
      site.path = scratch.database
      place = scratch
      let demo = DemoBook(
        path: site.path, source: site.source, today: site.today, seed: seed, customers: customers)
      ledger = try demo.open()
    }
    self.site = site
  }
}
