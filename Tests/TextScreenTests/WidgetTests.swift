import Testing
import TextScreen

@Suite struct KeyNameTests {
  static let keys: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
      .pageUp,
      .pageDown, .character(" "), .character("?"), .character("K"), .character("é"), .character("f"),
      .control("s"),
    ] + (1...12).map { .function($0) }

  @Test(arguments: keys) func namesGoBothWays(key: Key) {
    #expect(Key(name: key.name) == key)
  }

  @Test(arguments: [
    ("ctrl-s", Key.control("s")), ("CTRL-S", .control("s")), ("f6", .function(6)), ("F12", .function(12)),
    ("Esc", .escape),
    ("J", .character("J")),
  ])
  func namesThatPeopleWrite(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    "", "F0", "F13", "ctrl-", "ctrl-1", "ctrl-ss", "shift", "\u{1B}\u{1B}", "\u{200B}", "F+1",
  ])
  func noSuchKey(name: String) {
    #expect(Key(name: name) == nil)
  }
}

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

@Suite struct ThemeTests {
  @Test(arguments: Theme.all) func meaningIsNeverColourAlone(theme: Theme) {
    let plain = theme[.normal].withoutColour
    for role in [Role.selected, .focusedField, .failure, .bad, .warning, .field, .title, .heading, .key] {
      #expect(theme[role].withoutColour != plain, "\(role)")
    }
    for colours in [8, 16, 256] {
      for role in Role.allCases {
        let (text, ground) = (theme[role].foreground, theme[role].background)
        guard let number = text?.number(of: colours) else { continue }
        #expect(number != ground?.number(of: colours), "\(role) with \(colours) colours")
        #expect(ground != nil || number != 0, "black text on the terminal's own ground")
      }
    }
    #expect(theme[.field].withoutColour != theme[.focusedField].withoutColour)
    #expect(Theme(name: theme.name) == theme)
  }
}
