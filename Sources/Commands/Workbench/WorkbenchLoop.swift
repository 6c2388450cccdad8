import Ledger
import Receivables
import Terminal
import TextScreen
import Workbench

/// The workbench on a terminal: what `kept` does without a subcommand.
struct WorkbenchSession {
  let site: WorkSite

  /// Runs until the collector leaves. Throws `CommandFailure` and `LedgerError`.
  func run() throws {
    let preferences =
      TextFile.exists(Places.preferences) ? (try? TextFile.read(Places.preferences)) ?? "" : ""
    let remembered = Preferences(text: preferences)
    let theme = try theme(remembered)
    let terminal: TerminalSession
    do {
      terminal = try TerminalSession(theme: theme)
    } catch {
      throw CommandFailure("\(error) `kept queue` lists who to call without one.", .noTerminal)
    }
    defer { terminal.close() }
    let runner = EffectRunner(site: site, ledger: nil, clock: .system)
    var sitting = try site.sitting(
      of: nil, runner.moment(), size: terminal.size, seed: .random(in: .min ... .max))
    sitting.take(remembered)
    var desk = Desk(sitting: sitting)
    if let notice = terminal.notice { _ = desk.update(.done(notice)) }
    try WorkbenchLoop(terminal: terminal, runner: runner, desk: desk).run()
  }

  /// The colours of KEPT_THEME, else those chosen last. Throws `CommandFailure` when there are none of that name.
  private func theme(_ remembered: Preferences) throws(CommandFailure) -> Theme {
    guard let name = Machine.variable("KEPT_THEME") else {
      return remembered.theme.flatMap { Theme(name: $0) } ?? Theme.all[0]
    }
    guard let theme = Theme(name: name) else {
      let names = Theme.all.map(\.name).joined(separator: ", ")
      throw CommandFailure("KEPT_THEME is \"\(name)\"; there are \(names).", .configuration)
    }
    return theme
  }
}

/// The loop: paint, wait, update, run effects, feed the results back. On the main thread, one event at a time.
final class WorkbenchLoop {
  private let terminal: TerminalSession
  private let runner: EffectRunner
  private var desk: Desk
  /// What came while long work went on.
  private var waiting: [InputEvent] = []
  /// Longer than a held key takes to come again, and shorter than anybody sees.
  private static let patience = Duration.milliseconds(40)
  /// The frame that shows, and what may follow of it.
  private var frame = Frame(size: Size(columns: 1, rows: 1))
  private var side: Rectangle?
  private var list: ShownList?
  /// How long nobody types before what is typed so far is kept.
  private static let silence = Duration.milliseconds(500)
  /// Whether anything was pressed since then.
  private var isTyping = false
  /// Whether keys were answered since the last frame.
  private var hasAnswered = false
  /// Whether that part is still to be painted.
  private var isBehind = false
  /// Whether what is being read is given up for the next key.
  private var isReadingOn = false
  /// What was read ahead since the last event, so that what fails is not tried without end.
  private var tried: Set<Effect> = []

  init(terminal: TerminalSession, runner: EffectRunner, desk: Desk) {
    self.terminal = terminal
    self.runner = runner
    self.desk = desk
    runner.surroundings = EffectRunner.Surroundings(
      copy: { [terminal] text in terminal.copy(text) },
      bell: { [terminal] in terminal.ring() },
      suspend: { [terminal] in terminal.suspend() },
      repaint: { [terminal] in terminal.repaint() },
      theme: { [terminal] name in Theme(name: name).map(terminal.wear) },
      // How a desk looks is no evidence: where it cannot be kept it is forgotten.
      remember: { preferences in try? TextFile.write(preferences.text, to: Places.preferences) },
      progress: { [unowned self] step in goesOn(step) },
      isWaitedFor: { [unowned self] in !isReadingOn || !terminal.hasPendingInput },
      anchor: { ledger in AnchorKeeping.keepDaily(ledger) })
  }

  /// Runs until the collector leaves or the line drops. Throws `LedgerError` when the book cannot be opened.
  func run() throws {
    settle(try runner.openBook())
    while !runner.isDone {
      catchUp()
      show()
      runner.anchor()
      if runner.isDone { return }
      // What came may show.
      if readOn() { continue }
      readAhead()
      wait()
    }
  }

  /// Paints; what stands beside a list follows when no key came for a moment.
  private func show() {
    isBehind = hasAnswered && side != nil && side == desk.mayFollow
    hasAnswered = false
    var rows: [Int]?
    if isBehind {
      rows = desk.drawMoved(over: &frame, from: list)
    } else {
      if let effect = desk.readingBeside { settle([effect]) }
      side = desk.mayFollow
      frame = desk.frame()
    }
    terminal.paint(frame, rows: rows)
    list = desk.shownList
  }

  /// Long work is over: what it left to do comes first.
  private func catchUp() {
    terminal.allowSuspension()
    while !runner.isDone, !waiting.isEmpty { settle(desk.update(.input(waiting.removeFirst()))) }
  }

  /// Reads one thing that the frame did not wait for.
  private func readOn() -> Bool {
    guard !isBehind, !terminal.hasPendingInput, let effect = desk.readingAhead,
      tried.insert(effect).inserted
    else { return false }
    isReadingOn = true
    settle([effect])
    isReadingOn = false
    return true
  }

  /// Nobody waits now: the time goes into what the next key may ask for. The frame is seen first, also where the terminal
  /// shares the processor.
  private func readAhead() {
    let accounts = desk.accountsAhead(isHurried: isBehind)
    let list = desk.listAhead
    guard !accounts.isEmpty || list != nil || !desk.isReady, terminal.staysQuiet(for: .milliseconds(1)) else {
      return
    }
    if let list, tried.insert(list).inserted { settle([list]) }
    desk.makeReady()
    for account in accounts {
      guard !terminal.hasPendingInput else { return }
      if let file = runner.readAhead(account) { desk.expect(file, at: runner.moment()) }
    }
  }

  private func wait() {
    tried = []
    // Every two seconds clocks go on and other people's writes are seen.
    let patience = isBehind ? Self.patience : isTyping ? Self.silence : .seconds(2)
    guard let first = terminal.next(timeout: patience) else {
      guard !isBehind else { return }
      if isTyping {
        isTyping = false
        return settle(desk.update(.rested))
      }
      settle(desk.update(.clock(runner.moment())))
      for event in runner.changesElsewhere() { settle(desk.update(event)) }
      return
    }
    (hasAnswered, isTyping) = (true, true)
    settle(desk.update(.clock(runner.moment())))
    settle(desk.update(.input(first)))
    // A storm of keys is answered with one frame.
    while !runner.isDone, terminal.hasPendingInput, let event = terminal.next(timeout: .zero) {
      settle(desk.update(.input(event)))
    }
  }

  /// Effects bring events, events bring effects, until nothing is left to do.
  private func settle(_ effects: [Effect]) { settle(runner.run(effects)) }

  private func settle(_ events: [Event]) {
    var pending = events
    while !pending.isEmpty {
      let effects = pending.flatMap { desk.update($0) }
      pending = runner.run(effects)
    }
  }

  /// Shows how far long work is. Esc and ctrl-c stop it, and so does the end of the line; all else waits until it is
  /// done, ^Z too, because the work may hold the write gate.
  private func goesOn(_ step: Event) -> Bool {
    _ = desk.update(step)
    side = nil
    frame = desk.frame()
    terminal.paint(frame)
    terminal.postponeSuspension()
    guard let event = terminal.next(timeout: .zero) else { return true }
    switch event {
    case .key(.escape), .key(.control("c")): return false
    default:
      waiting.append(event)
      return event != .hangUp
    }
  }
}
