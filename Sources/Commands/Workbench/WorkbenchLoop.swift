import Receivables
import Terminal
import TextScreen
import Workbench

/// The loop: paint, wait, update, run effects, feed the results back. On the main thread, one event at a time.
struct WorkbenchLoop {
  private let terminal: TerminalSession
  private let runner: EffectRunner
  private var desk: Desk

  init(terminal: TerminalSession, runner: EffectRunner, desk: Desk) {
    self.terminal = terminal
    self.runner = runner
    self.desk = desk
  }

  /// Runs until the collector leaves or the line drops.
  mutating func run() {
    settle(desk.begin())
    while !runner.isDone {
      terminal.paint(desk.frame())
      wait()
    }
  }

  private mutating func wait() {
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

  private mutating func settle(_ effects: [Effect]) {
    var pending = effects
    while !pending.isEmpty {
      let events = runner.run(pending)
      pending = events.flatMap { desk.update($0) }
    }
  }
}
