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

  /// One frame that the script asked to see.
  struct ShownFrame {
    var caption: String
    var frame: Frame
  }

  /// Plays `script` at a site; `open` makes or opens the book that the script starts with.
  init(_ script: ReplayScript, at site: WorkSite, book ledger: LedgerFile?) throws {
    self.script = script
    self.site = site
    let clock = WorkClock.fixed(Self.moment(site.today, script.now))
    runner = EffectRunner(site: site, ledger: ledger, clock: clock)
    desk = Desk(try site.sitting(of: ledger, runner: runner, size: script.size))
    try start()
    for step in script.steps where !runner.isDone { try perform(step) }
  }

  private static func moment(_ day: CalendarDay, _ time: TimeOfDay) -> Instant {
    Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(time.minutes) * 60_000)
  }

  private mutating func start() throws {
    try settle(desk.start())
  }

  private mutating func perform(_ step: ReplayStep) throws {
    switch step {
    case .keys(let keys): for key in keys { try feed(.input(.key(key))) }
    case .type(let text): for character in text { try feed(.input(.key(.character(character)))) }
    case .paste(let text): try feed(.input(.paste(text)))
    case .resize(let size): try feed(.input(.resize(size)))
    case .wait(let minutes):
      runner.clock = .fixed(Instant(milliseconds: runner.clock.now.milliseconds + Int64(minutes) * 60_000))
      try feed(.clock(runner.moment()))
    case .hangUp: try feed(.input(.hangUp))
    case .importFile(let path): try settle([.importFile(path)])
    case .tomorrow: try startNextDay()
    case .show(let caption): shown.append(ShownFrame(caption: caption, frame: desk.frame()))
    }
  }

  private mutating func startNextDay() throws {
    site.today = site.policy.calendar.day(1, businessDaysAfter: site.today)
    try runner.ledger?.roll(to: site.today) { _, _ in true }
    runner = EffectRunner(
      site: site, ledger: runner.ledger, clock: .fixed(Self.moment(site.today, script.now)))
    desk = Desk(try site.sitting(of: runner.ledger, runner: runner, size: script.size))
    try start()
  }

  private mutating func feed(_ event: Event) throws {
    try settle(desk.update(event))
  }

  /// Effects bring events, events bring effects, until nothing is left to do.
  private mutating func settle(_ effects: [Effect]) throws {
    var pending = effects
    while !pending.isEmpty {
      let events = runner.run(pending)
      pending = events.flatMap { desk.update($0) }
    }
  }
}
