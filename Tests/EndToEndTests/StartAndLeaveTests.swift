import Foundation
import PseudoTerminal
import Testing

/// How the program starts and how it leaves the terminal.
@Suite struct StartAndLeaveTests {
  @Test func theFirstStartOffersTheDemoAndTheImport() throws {
    let book = try Book()
    let kept = try book.open()
    try kept.see("Welcome to kept")
    for offer in ["open the demo book", "import a file", "help"] {
      #expect(kept.screen.text.contains(offer))
    }
    kept.send("q")
    #expect(kept.waitForExit() == 0)
    #expect(kept.isAsFound)
    #expect(!FileManager.default.fileExists(atPath: book.path))
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func aSignalLeavesTheTerminalAsFound(signal: Int32) throws {
    let book = try Book.demo()
    let kept = try book.open()
    try kept.see("my queue")
    #expect(!kept.isCooked)
    kept.kill(signal)
    #expect(kept.waitForExit() != nil)
    #expect(kept.isAsFound)
    #expect(try book.run("verify").status == 0)
  }

  @Test func itOpensAsItWasLeft() throws {
    let book = try Book.demo()
    let first = try book.open()
    try first.see("my queue")
    first.send("vall acc\r")
    try first.see("all accounts")
    first.send("q")
    #expect(first.waitForExit() == 0)
    let second = try book.open()
    try second.see("all accounts")
    second.send("q")
    #expect(second.waitForExit() == 0)
  }

  /// Where nobody set the size of a terminal, one may say anything.
  @Test(arguments: [
    (["LINES": "32767", "COLUMNS": "32767"], 80, 24), (["LINES": "0", "COLUMNS": "-7"], 80, 24),
    (["LINES": "99999999999999999999"], 80, 24), ([:], 32_767, 30),
  ]) func noSizeIsTooLargeForAFrame(variables: [String: String], columns: Int, rows: Int) throws {
    let book = try Book.demo()
    let kept = try TerminalProcess(
      command: BuiltProgram.path("kept"), arguments: ["--collector", "alex"],
      environment: book.environment.merging(variables) { $1 }, columns: columns, rows: rows)
    try kept.see("my queue")
    kept.send("q")
    #expect(kept.waitForExit() == 0)
  }

  @Test func withoutATerminalItNamesTheCommandThatDoesWithoutOne() throws {
    let outcome = try Book().run()
    #expect(outcome.status == 69)
    #expect(outcome.output.isEmpty)
    #expect(outcome.said.contains("needs a terminal") && outcome.said.contains("kept queue"))
  }
}
