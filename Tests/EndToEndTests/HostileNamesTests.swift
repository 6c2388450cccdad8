import PseudoTerminal
import Testing

/// Customers whose names try to move the cursor, to hide, to forge or to burst the screen.
@Suite struct HostileNamesTests {
  private static let names = [
    "\u{1B}[2J\u{1B}[H\u{1B}]0;owned\u{7}Escape", "PAID\rOWED", "Back\u{8}\u{8}\u{8}Space",
    "Bell\u{7}\u{9B}31mRed",
    "\u{202E}drowkcab\u{202C} Ltd", "Zero\u{200B}\u{200D}\u{FEFF}Width", "\u{301}\u{301}Lead",
    "Z" + String(repeating: "\u{30D}\u{31B}", count: 60) + "algo", "東京株式会社三菱鉛筆工業有限会社販売部",
    "👨‍👩‍👧‍👦🇩🇪👍🏽 Emoji", "עברית العربية 123", String(repeating: "Endless ", count: 1_250), "=cmd()|'/C calc'!A0",
  ]

  private static func book() throws -> Book {
    let book = try Book()
    var file = "Customer No,Customer Name,Invoice No,Invoice Date,Due Date,Amount,Currency\n"
    for (index, name) in names.enumerated() {
      file += "\(1001 + index),\"\(name)\",INV-\(index),2026-08-01,2026-09-01,\(100 + index).00,USD\n"
    }
    let imported = try book.run("import", try book.write(file, to: "open-items.csv"))
    try #require(imported.status == 0, "\(imported.said)\(imported.output)")
    return book
  }

  @Test(arguments: [(80, 24), (140, 40)]) func everyScreenStaysAligned(columns: Int, rows: Int) throws {
    let book = try Self.book()
    let kept = try book.open(columns: columns, rows: rows)
    try kept.see("1/\(Self.names.count)")
    kept.settle()
    for index in 0..<Self.names.count {
      Self.expectQueue(kept.screen, "queue \(index)")
      kept.send(TerminalProcess.enter)
      try kept.see("INV-")
      Self.expectFrame(kept.screen, "account \(index)")
      kept.send("c")
      try kept.see("What came of it?")
      Self.expectFrame(kept.screen, "call \(index)")
      kept.send("\u{1B}")
      try kept.see("INV-")
      kept.send("\u{1B}")
      try kept.see("Worked")
      kept.send("j")
      kept.settle()
    }
    #expect(try book.run("verify").status == 0)
  }

  /// Every row's currency stands below its heading, and the side pane's border is straight.
  private static func expectQueue(_ screen: VirtualScreen, _ place: String) {
    expectFrame(screen, place)
    let headings = Array(screen.line(2))
    let currency = headings.indices.first { headings[$0...].starts(with: "collect") } ?? 0
    for row in 4..<4 + names.count {
      #expect(
        (currency + 4..<currency + 7).map { screen.text(column: $0, row: row) } == ["U", "S", "D"],
        "\(place):\n\(screen.text)")
    }
    guard let border = headings.firstIndex(of: "│") else { return }
    for row in 2..<screen.rows - 2 {
      #expect(screen.text(column: border, row: row) == "│", "\(place):\n\(screen.text)")
    }
  }

  /// What no name may change: the last rows, the day at the right end of the title, and nothing but text and the
  /// sequences that ncurses sends.
  private static func expectFrame(_ screen: VirtualScreen, _ place: String) {
    #expect(screen.strange.isEmpty && screen.commands.isEmpty, "\(place)")
    #expect(screen.line(0).hasSuffix("Wed 18 Nov 2026"), "\(place):\n\(screen.text)")
    #expect(Self.end(of: 0, in: screen) == screen.columns - 1, "\(place):\n\(screen.text)")
    #expect(screen.line(screen.rows - 2).contains(" help"), "\(place):\n\(screen.text)")
  }

  /// The column after the last that shows something.
  private static func end(of row: Int, in screen: VirtualScreen) -> Int {
    ((0..<screen.columns).last { screen.text(column: $0, row: row) != " " } ?? -1) + 1
  }
}
