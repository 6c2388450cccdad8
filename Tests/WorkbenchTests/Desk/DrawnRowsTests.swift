import Receivables
import SampleEntries
import Testing
import TextScreen

@testable import Workbench

/// Rows that are kept drawn never show what is not so any more, and neither does a frame of which only title and list
/// are drawn anew.
struct DrawnRowsTests {
  private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 140, rows: 40)]
  private static let keys: [Key] = [
    .down, .down, .down, .up, .pageDown, .pageUp, .end, .home, .character("v"), .enter, .escape,
  ]

  /// What would show if nothing were kept drawn.
  private func plainFrame(_ desk: Desk) -> Frame {
    var desk = desk
    guard var queue = desk.screens.top as? QueueScreen else { return desk.frame() }
    (queue.drawn, queue.panes, queue.day) = (nil, DrawnPanes(), nil)
    desk.screens.replaceTop(by: queue)
    return desk.frame()
  }

  @Test("whatever happens, every frame is what it would be without", arguments: 0..<24)
  func walk(seed: Int) throws {
    var random = Randomness(seed: UInt64(seed))
    func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
    let files = (1...160).map { Book.account($0, "Customer \($0)", [(-Int($0 % 90), 10_000 + $0 * 900)]) }
    var bench = try DeskBench(files, size: Self.sizes[seed % 2])
    for _ in 0..<40 {
      let (before, left, list) = (bench.frame, bench.desk.mayFollow, bench.desk.shownList)
      var event = Event.input(.key(Self.keys[below(Self.keys.count)]))
      switch below(8) {
      case 0:
        let place = max(bench.desk.sitting.list.rank + below(9) - 4, 0)
        if let row = bench.desk.sitting.list.row(place) {
          let day = Book.today.advanced(by: 1 + below(5))
          bench.office.write(
            below(2) == 0 ? .note("They moved.") : .snooze(until: day, reason: "holidays"), by: "omar",
            on: row.id)
        }
        event = .changedElsewhere
      case 1:
        var later = bench.desk.sitting.moment
        later.now = Instant(milliseconds: later.now.milliseconds + Int64(below(90_000)))
        event = .clock(later)
      case 2: event = .input(.resize(Self.sizes[below(2)]))
      case 3: bench.desk.makeReady()
      default: break
      }
      try bench.send(event)
      #expect(bench.frame == plainFrame(bench.desk), "\(event)")
      guard left != nil, bench.desk.mayFollow == left else { continue }
      var moved = before
      let rows = bench.desk.drawMoved(over: &moved, from: list)
      expectMoved(moved, bench)
      for row in 0..<moved.size.rows where !rows.contains(row) {
        #expect(moved.cells(of: row) == before.cells(of: row), "row \(row) is not named")
      }
    }
  }

  /// Title, list and cursor are new.
  private func expectMoved(_ moved: Frame, _ bench: DeskBench) {
    let sitting = bench.desk.sitting
    let rows = QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane).rows
    let whole = bench.frame
    #expect(moved.cursor == whole.cursor)
    let columns = whole.size.columns
    #expect(moved.cells[..<columns] == whole.cells[..<columns])
    for row in rows.rows {
      let cells = row * columns..<row * columns + rows.size.columns
      #expect(moved.cells[cells] == whole.cells[cells], "row \(row)")
    }
  }

  @Test("what is read ahead is enough for the next page, in both directions")
  func ahead() throws {
    let files = (1...900).map { Book.account($0, "Customer \($0)", [(-Int($0 % 90), 10_000)]) }
    var bench = try DeskBench(files, size: Size(columns: 140, rows: 40))
    for key in Array(repeating: Key.pageDown, count: 12) + Array(repeating: .pageUp, count: 6) {
      try bench.press(key)
      #expect(
        !bench.effects.contains { if case .read(.worklist) = $0 { true } else { false } },
        "nobody waits for a list")
    }
  }
}

extension Frame {
  fileprivate func cells(of row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }
}
