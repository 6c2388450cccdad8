import Testing

@testable import TextScreen

@Suite struct NoteFieldTests {
  @Test func movesByWhatIsShown() {
    var note = NoteField("kept his promise\nthanks")
    #expect(note.handle(.down, width: 9) == false)
    #expect(note.handle(.up, width: 9) == true)
    #expect(note.cursor == 15)
    #expect(note.handle(.home, width: 9) == true)
    #expect(note.cursor == 9)
    #expect(note.handle(.up, width: 9) == true)
    #expect(note.cursor == 0)
    #expect(note.handle(.up, width: 9) == false)
    #expect(note.handle(.end, width: 9) == true)
    #expect(note.cursor == 8)
    #expect(note.handle(.enter, width: 9) == false)
  }

  @Test func drawsWrappedWithItsCursor() {
    var frame = Frame(size: Size(columns: 12, rows: 3))
    frame.put(
      NoteField("kept his promise\nthanks"), in: Rectangle(column: 1, row: 0, columns: 9, rows: 2),
      focused: true)
    #expect(frame.lines() == [" promise", " thanks", ""])
    #expect(frame.cursor == Position(column: 7, row: 1))
  }
}
