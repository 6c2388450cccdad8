import Testing
import TextScreen

@Suite struct KeyBarTests {
  let bar = KeyBar([
    .init(.function(6), "Call"), .init(.control("s"), "Save"), .init(.character("?"), "Help"),
  ])

  @Test func entriesWithoutRoomAreLeftOut() {
    var frame = Frame(size: Size(columns: 17, rows: 1))
    frame.put(bar, row: 0)
    #expect(frame.lines() == ["F6 Call  ? Help"])
    #expect(frame.roleLetters() == ["KKkkkkkkkKkkkkkkk"])
  }

  @Test(arguments: [
    (0, Key.function(6)), (6, .function(6)), (7, nil), (9, .control("s")), (22, .character("?")), (40, nil),
  ])
  func aClickIsTheKeyUnderIt(column: Int, key: Key?) {
    #expect(bar.key(at: column, width: 80) == key)
  }
}
