import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

@Suite("Names that try to break the screen")
struct HostileNameTests {
  static let names = [
    "Evil\u{1B}[2J\u{1B}[31mCorp", "abc\u{202E}dcba\u{202C} Ltd", "Zero\u{200B}\u{200D}\u{FEFF}Width",
    "東京電力株式会社", "line\nbreak\r\tAG", "e" + String(repeating: "\u{301}", count: 500),
    String(repeating: "x", count: 10_000), String(repeating: "漢", count: 10_000), "", "👨‍👩‍👧‍👦 & Sons",
  ]

  @Test(
    "every screen stays aligned", arguments: names,
    [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)])
  func aligned(name: String, size: Size) throws {
    var file = try Book.six()[4]
    file.customer.name = name
    file.customer.number = name.isEmpty ? "1" : String(name.prefix(200))
    file.contacts[0].name = name
    file.contacts[0].role = name
    file.customer.timeZone = name
    file.invoices[0].number = name
    file.invoices[0].reference = name
    file.entries = [Book.entry(1, on: 5, -1, .note(name))]
    var bench = try DeskBench([file], size: size)
    try check(bench)
    try bench.press(.enter)
    for _ in AccountSection.allCases {
      try check(bench)
      try bench.press(.tab)
    }
    for keys in ["c", "z", "m", "?", ":", "/"] {
      try bench.type(keys)
      try check(bench)
      try bench.press(.escape)
    }
    try bench.type("uK")
    try check(bench)
  }

  /// Every row is exactly as wide as the terminal, nothing in it is a control, and the cursor is inside.
  private func check(_ bench: DeskBench) throws {
    let frame = bench.frame
    #expect(frame.size == bench.desk.sitting.terminal)
    for row in 0..<frame.size.rows {
      let cells = frame.cells[row * frame.size.columns..<(row + 1) * frame.size.columns]
      #expect(cells.reduce(0) { $0 + $1.glyph.width } == frame.size.columns)
      let scalars = cells.flatMap { $0.glyph.text.unicodeScalars }
      #expect(
        scalars.allSatisfy {
          $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
        })
    }
    #expect((0..<frame.size.columns).contains(frame.cursor.column))
    #expect((0..<frame.size.rows).contains(frame.cursor.row))
  }
}
