import Receivables
import Testing
import TextScreen

@testable import Workbench

/// What the cursor is on, on the clipboard of the terminal.
struct CopyTests {
  /// Muster AG with a person, opened.
  private static func bench() throws -> DeskBench {
    var files = try Book.six()
    files[0].contacts = [
      Contact(name: "Rosa Diaz", email: "rosa@muster.example", phones: [Phone(number: "+1 555 0100")])
    ]
    var bench = try DeskBench(files)
    for _ in 0..<6 {
      try bench.press(.enter)
      if bench.lines[0].contains("Muster") { break }
      try bench.press(.escape, .down)
    }
    return bench
  }

  private static func copied(_ bench: DeskBench) -> [String] {
    bench.effects.compactMap { if case .terminal(.copy(let text)) = $0 { text } else { nil } }
  }

  @Test("is the invoice, a phone or an address, and a line of the story")
  func copies() throws {
    var bench = try Self.bench()
    try bench.press(.character("y"))
    #expect(Self.copied(bench) == ["INV-10"])
    // The story: its line as it stands.
    try bench.press(.tab, .character("Y"))
    #expect(Self.copied(bench).first?.hasPrefix("2026-11-13 ") == true)
    #expect(Self.copied(bench).first?.contains("Will pay after the site visit.") == true)
    // The people: which of the ways to reach them.
    try bench.press(.tab, .tab, .character("y"))
    #expect(bench.lines.contains { $0.contains("+1 555 0100") && $0.contains("Rosa Diaz") })
    try bench.press(.down, .enter)
    #expect(Self.copied(bench) == ["rosa@muster.example"])
    #expect(bench.message == "Copied rosa@muster.example")
  }
}
