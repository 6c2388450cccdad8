import Testing
import TextScreen

@Suite struct MeterTests {
  @Test(arguments: [
    ([1, 1, 2], 8, [2, 2, 4]), ([1, 1, 1], 10, [4, 3, 3]), ([0, 0], 10, [0, 0]), ([5, -3], 4, [4, 0]),
    ([Int64.max, .max], 10, [5, 5]), ([1], 0, [0]),
  ])
  func partsFillTheBar(amounts: [Int64], width: Int, cells: [Int]) {
    #expect(Meter(amounts.map { Meter.Part($0, "▓", .bad) }).cells(width: width) == cells)
  }

  @Test func partsDifferWithoutColour() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.put(Meter([.init(1, "░", .good), .init(3, "█", .bad)]), at: Position(column: 0, row: 0), width: 8)
    #expect(frame.lines() == ["░░██████"])
    #expect(frame.roleLetters() == ["ggbbbbbb"])
  }
}
