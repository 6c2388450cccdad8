import Testing

@testable import TextScreen

@Suite struct TextFieldTests {
  /// Editing on a plain list of characters.
  private struct Model {
    var characters: [Character] = []
    var cursor = 0

    mutating func press(_ key: Key) {
      switch key {
      case .character(let character):
        characters.insert(character, at: cursor)
        cursor += 1
      case .left: cursor = max(0, cursor - 1)
      case .right: cursor = min(characters.count, cursor + 1)
      case .home: cursor = 0
      case .end: cursor = characters.count
      case .backspace where cursor > 0:
        cursor -= 1
        characters.remove(at: cursor)
      case .delete where cursor < characters.count: characters.remove(at: cursor)
      case .control("u"):
        characters.removeFirst(cursor)
        cursor = 0
      case .control("k"): characters.removeLast(characters.count - cursor)
      case .control("w"):
        while cursor > 0, characters[cursor - 1] == " " { press(.backspace) }
        while cursor > 0, characters[cursor - 1] != " " { press(.backspace) }
      default: break
      }
    }
  }

  @Test(arguments: 0..<50) func editsAsAListOfCharacters(seed: UInt64) {
    var random = HostileText(seed: seed)
    let keys: [Key] = [
      .character("a"), .character("é"), .character("東"), .character(" "), .character("😀"), .left, .right,
      .home, .end,
      .backspace, .delete, .control("u"), .control("k"), .control("w"), .left, .character("b"),
      .character("c"),
    ]
    var field = TextField(limit: 1000)
    var model = Model()
    for _ in 0..<400 {
      let key = keys[random.next(below: keys.count)]
      #expect(field.handle(key) == true)
      model.press(key)
      #expect(field.text == String(model.characters))
      #expect(field.cursor == model.cursor)
    }
  }

  @Test(arguments: 0..<100) func theCursorAlwaysShows(seed: UInt64) {
    var random = HostileText(seed: seed)
    var field = TextField(limit: 60)
    for _ in 0..<40 {
      field.insert(random.text(upTo: 4))
      _ = field.handle([.left, .home, .right, .backspace, .control("w")][random.next(below: 5)])
      #expect(field.text.count <= 60)
      #expect((0...field.text.count).contains(field.cursor))
      let width = 2 + random.next(below: 12)
      var frame = Frame(size: Size(columns: 20, rows: 1))
      frame.put(field, at: Position(column: 4, row: 0), width: width, focused: true)
      #expect((4..<4 + width).contains(frame.cursor.column))
    }
  }

  @Test func aPasteIsOneHarmlessLine() {
    var field = TextField(limit: 40)
    field.insert("pays\r\nfri\tday\u{1B}\u{202E}\u{200B} 👨‍👩‍👧 می\u{7}")
    #expect(field.text == "pays fri day 👨‍👩‍👧 می")
  }

  @Test func theLimitHolds() {
    var field = TextField("12345", limit: 8)
    field.moveCursor(to: 2)
    field.insert("abcdef")
    #expect(field.text == "12abc345")
    #expect(field.cursor == 5)
    #expect(TextField("123456789", limit: 3).text == "123")
  }

  @Test func aLongTextScrolls() {
    var field = TextField("promise to pay 1,250.00 on Friday")
    var frame = Frame(size: Size(columns: 10, rows: 1))
    let origin = Position(column: 0, row: 0)
    frame.put(field, at: origin, width: 10, focused: true)
    #expect(frame.lines() == ["n Friday"])
    #expect(frame.cursor.column == 8)
    _ = field.handle(.home)
    frame.put(field, at: origin, width: 10, focused: true)
    #expect(frame.lines() == ["promise to"])
    #expect(frame.cursor.column == 0)
    frame.put(field, at: origin, width: 10, focused: false)
    #expect(frame.lines() == ["promise t…"])
  }

  @Test(arguments: [Key.enter, .escape, .tab, .up, .function(3), .control("s"), .control("d")])
  func otherKeysAreLeftToTheCaller(key: Key) {
    var field = TextField("kept")
    #expect(field.handle(key) == false)
    #expect(field.text == "kept")
  }
}

@Suite struct WrappingTests {
  @Test(arguments: [
    ("kept his promise", 8, ["kept his", "promise"]), ("", 5, [""]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("a\nb\n", 5, ["a", "b", ""]), ("a\r\nb", 5, ["a", "b"]), ("東京都庁", 5, ["東京", "都庁"]),
    ("ab cd", 2, ["ab", "cd"]),
    ("ab  cd", 3, ["ab ", "cd"]), ("x\u{1B}y", 9, ["x␛y"]), ("to be or not", 6, ["to be", "or not"]),
    ("東", 1, ["東"]),
  ])
  func breaksAtBlanks(text: String, width: Int, lines: [String]) {
    #expect(Wrapping.lines(of: text, width: width) == lines)
  }

  @Test(arguments: 0..<200) func noLineIsWiderAndNothingIsLost(seed: UInt64) {
    var random = HostileText(seed: seed)
    let text = random.text(upTo: 30)
    let width = 4 + random.next(below: 20)
    let characters = Array(text)
    let ranges = Wrapping.ranges(of: characters, width: width)
    var end = 0
    for range in ranges {
      #expect(range.lowerBound - end <= 1 && range.lowerBound >= end)
      #expect(characters[end..<range.lowerBound].allSatisfy { $0 == " " || $0.isNewline })
      end = range.upperBound
    }
    #expect(characters.count - end <= 1)
    for line in Wrapping.lines(of: text, width: width) { #expect(DisplayWidth.of(line) <= width) }
  }
}

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
