import Receivables
import Terminal
import TextScreen
import Workbench

/// The loop: paint, wait, update, run effects, feed the results back. On the main thread, one event at a time.
final class WorkbenchLoop {
  private let terminal: TerminalSession
  private let runner: EffectRunner
  private var desk: Desk

  init(terminal: TerminalSession, runner: EffectRunner, desk: Desk) {
    self.terminal = terminal
    self.runner = runner
    self.desk = desk
    runner.surroundings = EffectRunner.Surroundings(
      copy: { [terminal] text in terminal.copy(text) },
      suspend: { [terminal] in terminal.suspend() },
      repaint: { [terminal] in terminal.repaint() },
      theme: { [terminal] name in Theme(name: name).map(terminal.wear) },
      progress: { [unowned self] step in goesOn(step) })
  }

  /// Runs until the collector leaves or the line drops. Throws `LedgerError` when the book cannot be opened.
  func run() throws {
    settle(try runner.openBook())
    while !runner.isDone {
      terminal.paint(desk.frame())
      wait()
    }
  }

  private func wait() {
    // Every two seconds clocks go on and other people's writes are seen.
    guard let first = terminal.next(timeout: .seconds(2)) else {
      settle(desk.update(.clock(runner.moment())))
      for event in runner.changesElsewhere() { settle(desk.update(event)) }
      return
    }
    settle(desk.update(.clock(runner.moment())))
    settle(desk.update(.input(first)))
    // A storm of keys is answered with one frame.
    while !runner.isDone, let event = terminal.next(timeout: .zero) { settle(desk.update(.input(event))) }
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

  /// Shows how far long work is. Esc and ctrl-c stop it; other keys wait until it is done.
  private func goesOn(_ step: Event) -> Bool {
    _ = desk.update(step)
    terminal.paint(desk.frame())
    switch terminal.next(timeout: .zero) {
    case .key(.escape), .key(.control("c")), .hangUp: return false
    default: return true
    }
  }
}
