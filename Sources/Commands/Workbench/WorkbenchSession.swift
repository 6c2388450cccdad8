import Ledger
import Terminal
import TextScreen
import Workbench

/// The workbench on a terminal: what `kept` does without a subcommand.
struct WorkbenchSession {
  let site: WorkSite

  /// Runs until the collector leaves. Throws `CommandFailure` and `LedgerError`.
  func run() throws {
    let ledger = try openBook()
    let terminal: TerminalSession
    do {
      terminal = try TerminalSession(theme: .dark)
    } catch {
      throw CommandFailure("\(error) `kept queue` lists who to call without one.", .noTerminal)
    }
    defer { terminal.close() }
    let runner = EffectRunner(site: site, ledger: ledger, clock: .system)
    var desk = Desk(
      sitting: try site.sitting(
        of: ledger, runner.moment(), size: terminal.size, seed: .random(in: .min ... .max)))
    if let notice = terminal.notice { _ = desk.update(.done(notice)) }
    var loop = WorkbenchLoop(terminal: terminal, runner: runner, desk: desk)
    loop.run()
  }

  private func openBook() throws -> LedgerFile? {
    guard LedgerFile.exists(at: site.path) else { return nil }
    let ledger = try LedgerFile(path: site.path, policy: site.policy)
    try ledger.roll(to: site.today)
    return ledger
  }
}
