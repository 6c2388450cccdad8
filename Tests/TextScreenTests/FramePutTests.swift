import Testing
import TextScreen

@Suite struct FramePutTests {
  private func row(_ columns: Int, _ fill: (inout Frame) -> Void) -> String {
    var frame = Frame(size: Size(columns: columns, rows: 1))
    fill(&frame)
    return frame.lines()[0]
  }

  @Test(arguments: [
    ("Muster AG", 9, Overflow.ellipsis, "Muster AG"), ("Muster AG", 8, .ellipsis, "Muster …"),
    ("Muster AG", 6, .clip, "Muster"), ("1,250.00", 7, .never, "#######"), ("東京都", 5, .ellipsis, "東京…"),
    ("東京都", 4, .ellipsis, "東…"), ("東京都", 3, .clip, "東"), ("a", 0, .ellipsis, ""), ("ab", 1, .ellipsis, "…"),
  ])
  func cutsToWidth(text: String, width: Int, overflow: Overflow, shown: String) {
    #expect(
      row(20) { $0.put(text, at: Position(column: 0, row: 0), width: width, overflow: overflow) } == shown)
  }

  @Test(arguments: [(Alignment.leading, "x12"), (.trailing, "x    12"), (.centre, "x  12")])
  func aligns(align: Alignment, shown: String) {
    let line = row(12) {
      $0.put("x", at: Position(column: 0, row: 0))
      $0.put("12", at: Position(column: 1, row: 0), width: 6, align: align)
    }
    #expect(line == shown)
  }

  @Test func answersTheColumnAfterTheText() {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    let origin = Position(column: 3, row: 0)
    #expect(frame.put("東a", at: origin) == 6)
    #expect(frame.put("ab", at: origin, width: 9) == 12)
    #expect(frame.put("past the edge of it", at: origin) == 20)
  }

  @Test func pastTheEdgeTheEndIsReplaced() {
    #expect(row(8) { $0.put("promise kept", at: Position(column: 2, row: 0), width: 40) } == "  promi…")
  }

  @Test func overwritingHalfOfAWideCharacterBlanksTheOther() {
    #expect(
      row(6) {
        $0.put("東京", at: Position(column: 0, row: 0)); $0.put("x", at: Position(column: 1, row: 0))
      } == " x京")
    #expect(
      row(6) {
        $0.put("東京", at: Position(column: 0, row: 0)); $0.put("x", at: Position(column: 2, row: 0))
      } == "東x")
    #expect(
      row(6) {
        $0.put("東京", at: Position(column: 0, row: 0)); $0.put("西", at: Position(column: 1, row: 0))
      } == " 西")
    #expect(row(3) { $0.put("東京", at: Position(column: -1, row: 0)) } == " 京")
  }

  @Test func paddingCoversWhatWasThere() {
    let line = row(10) {
      $0.put("0123456789", at: Position(column: 0, row: 0))
      $0.put("ab", at: Position(column: 2, row: 0), width: 4)
    }
    #expect(line == "01ab  6789")
  }

  @Test func rolesChangeWithoutTheText() {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame.put("kept", at: Position(column: 0, row: 1), role: .good)
    frame.setRole(.selected, row: 1)
    #expect(frame.lines() == ["", "kept"])
    #expect(
      frame.cells.map(\.role) == Array(repeating: .normal, count: 4) + Array(repeating: .selected, count: 4))
    frame.fill(Rectangle(column: 1, row: 0, columns: 9, rows: 9), role: .overlay)
    #expect(frame.lines() == ["", "k"])
  }
}
