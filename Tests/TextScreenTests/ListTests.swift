import Testing
import TextScreen

@Suite struct ListWindowTests {
  @Test(arguments: 0..<100) func theSelectedRowAlwaysShows(seed: UInt64) {
    var random = HostileText(seed: seed)
    var list = ListWindow(count: random.next(below: 40), height: random.next(below: 12))
    for _ in 0..<200 {
      switch random.next(below: 9) {
      case 0: list.fit(count: random.next(below: 40), height: random.next(below: 12))
      case 1: list.scroll(by: random.next(below: 21) - 10)
      case 2: list.select(random.next(below: 60) - 10)
      default:
        #expect(list.handle([.up, .down, .pageUp, .pageDown, .home, .end][random.next(below: 6)]) == true)
      }
      if list.count == 0 {
        #expect(list.visible.isEmpty && list.selected == 0)
      } else {
        #expect(list.visible.contains(list.selected))
        #expect(list.visible.count == min(list.height, list.count), "no gap below the last row")
      }
    }
  }

  @Test func aPageKeepsOneRowInView() {
    var list = ListWindow(count: 100, height: 20)
    #expect(list.handle(.pageDown) == true)
    #expect(list.visible == 19..<39)
    #expect(list.selected == 19)
    #expect(list.handle(.end) == true)
    #expect(list.visible == 80..<100)
    #expect(list.row(at: 3) == 83)
    #expect(list.row(at: 20) == nil)
    list.scroll(by: -75)
    #expect(list.visible == 5..<25)
    #expect(list.selected == 24)
  }
}

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
}
