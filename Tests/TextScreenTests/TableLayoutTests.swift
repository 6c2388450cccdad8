import Testing
import TextScreen

@Suite struct TableLayoutTests {
  static let columns: [Column] = [
    .text("Customer", 10...24), .amount("Past due", 12), .fixed("Days", 4, priority: 2, align: .trailing),
    .fixed("Terms", 8, priority: 3), .rest("Next action", from: 8, priority: 1),
  ]

  @Test(arguments: [
    (100, [0, 1, 2, 3, 4]), (46, [0, 1, 2, 3, 4]), (45, [0, 1, 2, 4]), (36, [0, 1, 4]), (31, [0, 1]),
    (5, [0]),
  ])
  func theLeastImportantGoFirst(width: Int, shown: [Int]) {
    #expect(TableLayout(Self.columns, width: width).slots.map(\.index) == shown)
  }

  @Test(arguments: 1..<130) func columnsNeverOverlapOrLeaveTheTable(width: Int) {
    var end = -1
    for slot in TableLayout(Self.columns, width: width).slots {
      #expect(slot.offset == end + 1)
      #expect(slot.width <= slot.column.maximum)
      end = slot.offset + slot.width
      #expect(end <= width)
    }
  }

  @Test func drawsHeadingsAndRows() {
    let table = TableLayout(Self.columns, width: 50)
    var frame = Frame(size: Size(columns: 50, rows: 3))
    frame.putHeadings(table, at: Position(column: 0, row: 0))
    frame.putRow(table, at: Position(column: 0, row: 1)) {
      ["Muster & Söhne GmbH", TextCell("1,250.00", .bad), "31", "net 30", "Call back on Tuesday"][$0]
    }
    frame.putRow(table, at: Position(column: 0, row: 2)) {
      ["東京商事", "1,234,567,890.00", "7", "", ""][$0]
    }
    #expect(
      frame.lines() == [
        "Customer           Past due Days Terms    Next ac…",
        "Muster & Söhn…     1,250.00   31 net 30   Call ba…",
        "東京商事       ############    7",
      ])
    #expect(
      frame.roleLetters()[1] == String(repeating: ".", count: 15) + String(repeating: "b", count: 12)
        + String(repeating: ".", count: 23))
  }

  @Test func dimsTheEndOfAnAmount() {
    let table = TableLayout([.amount("Open", 8), .fixed("Note", 6)], width: 15)
    var frame = Frame(size: Size(columns: 15, rows: 2))
    frame.putRow(table, at: Position(column: 0, row: 0)) {
      $0 == 0 ? TextCell("17.50", .bad, dimmed: 3) : TextCell("at the left", dimmed: 3)
    }
    frame.putRow(table, at: Position(column: 0, row: 1)) { _ in TextCell("", dimmed: 3) }
    #expect(frame.lines()[0] == "   17.50 at th…")
    #expect(frame.roleLetters() == ["bbbbbddd.......", "..............."])
  }
}
