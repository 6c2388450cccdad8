import Ledger
import Terminal
import TextScreen
import Workbench

/// The workbench on a terminal: what `kept` does without a subcommand.
struct WorkbenchSession {
  let site: WorkSite

  /// Runs until the collector leaves. Throws `CommandFailure` and `LedgerError`.
  func run() throws {
    let theme = try theme()
    let terminal: TerminalSession
    do {
      terminal = try TerminalSession(theme: theme)
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

  /// The colours of KEPT_THEME. Throws `CommandFailure` when there are none of that name.
  private func theme() throws(CommandFailure) -> Theme {
    guard let name = Machine.variable("KEPT_THEME") else { return Theme.all[0] }
    guard let theme = Theme(name: name) else {
      let names = Theme.all.map(\.name).joined(separator: ", ")
      throw CommandFailure("KEPT_THEME is \"\(name)\"; there are \(names).", .configuration)
    }
    return theme
  }
}
