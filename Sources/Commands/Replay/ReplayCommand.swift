import ArgumentParser
import Ledger
import Receivables
import TextScreen

/// `kept replay`: the workbench without a terminal.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play a script of keys and print the screens that it asks for.",
    discussion: """
      A script has one step a line: keys, type, paste, wait, resize, tomorrow, import, hangup, show. At its top it may \
      say book (demo SEED CUSTOMERS, or none), today, now, collector and size. Options given here win.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp("The script.", valueName: "script"))
  var script: String

  @Option(help: ArgumentHelp("The size of the screen.", valueName: "columns x rows"))
  var size: String?

  @Flag(help: "Print the screens without the lines that name them.")
  var plain = false

  func run() throws {
    var script: ReplayScript
    do {
      script = try ReplayScript(try TextFile.read(self.script))
      if let size { script.size = try ReplayScript.size(size) }
    } catch let problem as ReplayProblem {
      throw CommandFailure(problem.description, .badData)
    }
    let book = try ReplayBook(script, options)
    let replay = try Replay(script, at: book.site, book: book.ledger)
    let screens = replay.shown.map(text).joined()
    guard book.isKept else { return try StandardOutput.write(screens) }
    try reporting(after: "The script was played on \(book.site.path), but its screens were not all written.")
    {
      try StandardOutput.write(screens)
    }
  }

  private func text(_ shown: Replay.ShownFrame) -> String {
    let lines = shown.frame.lines()
    guard !plain else { return lines.joined(separator: "\n") + "\n" }
    let size = "\(shown.frame.size.columns)x\(shown.frame.size.rows)"
    let cursor = "cursor at row \(shown.frame.cursor.row + 1), column \(shown.frame.cursor.column + 1)"
    let caption = shown.caption.isEmpty ? "" : " · \(Sanitised.text(of: shown.caption))"
    return "── \(size) · \(cursor)\(caption)\n" + lines.joined(separator: "\n") + "\n"
  }
}
