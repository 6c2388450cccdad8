import ArgumentParser
import Testing

@testable import Commands

@Suite("A plain start")
struct PlainStartTests {
  /// Every property of a command with its value, or that nothing has set it, which would end whoever asks for it.
  private func all(of command: WorkbenchCommand?) -> String { String(describing: command) }

  private static let words = [
    "--database", "--collector", "--today", "--as-of", "--database=a=b", "--collector=", "--today=2026-11-27",
    "--as-of=2026-11-31", "--format", "--datab", "-d", "--", "-", "---completion", "--help", "=", "csv",
    "queue", "help",
    "x y", "2026-11-27", "27.11.2026", "",
  ]

  @Test("says what the parser says, or nothing")
  func agreement() throws {
    var plain = 0
    for first in Self.words {
      for second in Self.words {
        for rest in [[]] + Self.words.map({ [$0] }) + Self.words.map({ ["--collector", $0] }) {
          let arguments = [first, second] + rest
          guard let start = PlainStart(arguments) else { continue }
          plain += 1
          let parsed = try? Kept.parseAsRoot(arguments) as? WorkbenchCommand
          #expect(all(of: parsed) == all(of: WorkbenchCommand(start)), "\(arguments)")
        }
      }
    }
    #expect(plain > 100)
  }

  @Test(
    "is how the workbench is opened",
    arguments: [
      [], ["--database", "a.kept", "--collector", "alex"], ["--today=2026-11-27", "--database=a.kept"],
      ["--as-of", "2026-11-01"],
    ])
  func usual(arguments: [String]) throws {
    let parsed = try #require(try Kept.parseAsRoot(arguments) as? WorkbenchCommand)
    let start = try #require(PlainStart(arguments))
    #expect(all(of: parsed) == all(of: WorkbenchCommand(start)))
    #expect(!all(of: parsed).contains("*definition*"))
    #expect(all(of: parsed).contains("alex") == arguments.contains("alex"))
  }
}
