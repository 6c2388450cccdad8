import Testing
import TextScreen

@Suite struct PickListTests {
  @Test func typingNarrowsAndKeepsTheSelection() {
    var list = PickList(
      ["No answer", "Left voicemail", "Spoke with right party", "Wrong party"], selected: 3)
    for character in "party" { #expect(list.handle(.character(character)) == true) }
    #expect(list.matches == [2, 3])
    #expect(list.selected == 3)
    #expect(list.handle(.up) == true)
    #expect(list.selected == 2)
    for character in " wr" { #expect(list.handle(.character(character)) == true) }
    #expect(list.selected == 3)
    #expect(list.handle(.character("x")) == true)
    #expect(list.selected == nil)
    #expect(list.handle(.control("u")) == true)
    #expect(list.matches == [0, 1, 2, 3])
    #expect(list.handle(.enter) == false)
  }

  @Test func drawsAsAnOverlay() {
    var frame = Frame(size: Size(columns: 20, rows: 5))
    frame.put(
      PickList(["Cash", "Check"], selected: 1), in: Rectangle(column: 1, row: 0, columns: 16, rows: 5),
      title: "Method")
    #expect(
      frame.lines() == [
        " ┌─ Method ─────┐", " │              │", " │   Cash       │", " │ > Check      │",
        " └──────────────┘",
      ])
    #expect(frame.cursor == Position(column: 3, row: 1))
  }
}
