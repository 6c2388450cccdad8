import Ledger
import Terminal
import TextScreen
import Workbench

/// The workbench on a terminal: what `kept` does without a subcommand.
struct WorkbenchSession {
  let site: WorkSite

  /// Runs until the collector leaves. Throws `CommandFailure` and `LedgerError`.
  func run() throws {
    let terminal: TerminalSession
    do {
      terminal = try TerminalSession(theme: .dark)
    } catch {
      throw CommandFailure("\(error) `kept queue` lists who to call without one.", .noTerminal)
    }
    defer { terminal.close() }
    let runner = EffectRunner(site: site, ledger: nil, clock: .system)
    var desk = Desk(
      sitting: try site.sitting(
        of: nil, runner.moment(), size: terminal.size, seed: .random(in: .min ... .max)))
    if let notice = terminal.notice { _ = desk.update(.done(notice)) }
    try WorkbenchLoop(terminal: terminal, runner: runner, desk: desk).run()
  }
}
