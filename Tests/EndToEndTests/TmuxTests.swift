import Foundation
import PseudoTerminal
import Testing

/// The same program in a terminal emulator that is not ours: tmux draws for it and we look at what tmux draws.
@Suite struct TmuxTests {
  private static let installed: String? = ["/usr/bin/tmux", "/usr/local/bin/tmux"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(.enabled(if: Self.installed != nil, "tmux is not installed")) func aCallIsLoggedInTmux() throws {
    let book = try Book.demo()
    let account = try #require(try book.queue().first)
    let program = "'\(BuiltProgram.path("kept"))' --collector alex"
    // The last row is tmux's own.
    let tmux = try TerminalProcess(
      command: try #require(Self.installed),
      arguments: [
        "-u", "-L", book.home.lastPathComponent, "-f", "/dev/null", "new-session", program, ";", "set",
        "destroy-unattached", "on",
      ], environment: book.environment, columns: 80, rows: 25)
    try tmux.see("my queue")
    #expect(tmux.screen.line(22).hasPrefix("c log call"))
    tmux.send("c")
    try tmux.see("Call \(account)")
    tmux.send("n")
    try tmux.see("Saved \(account): NA")
    tmux.send("q")
    #expect(tmux.waitForExit() == 0)
    #expect(try book.entries(of: account).last?.result == "NA")
  }
}
