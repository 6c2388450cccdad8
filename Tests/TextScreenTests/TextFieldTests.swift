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
    #expect(field.leftOut == 3)
    #expect(field.handle(.character("x")) && field.leftOut == 1)
    #expect(field.handle(.backspace) && field.leftOut == 0)
    field.insert("y")
    #expect(field.text == "12aby345" && field.leftOut == 0)
  }

  @Test func whatIsThereAlreadyIsNotCut() {
    var field = TextField("123456789", limit: 3)
    #expect(field.text == "123456789")
    field.insert("a")
    #expect(field.text == "123456789" && field.leftOut == 1)
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

  @Test("a text that is offered gives way to the first character, and to no other key")
  func offered() {
    var field = TextField("400.00").offered
    _ = field.handle(.character("9"))
    #expect(field.text == "9" && field.cursor == 1)
    _ = field.handle(.character("0"))
    #expect(field.text == "90")
    for key in [Key.left, .backspace, .home, .control("w")] {
      var field = TextField("400.00").offered
      _ = field.handle(key)
      #expect(!field.isOffered)
      let kept = field.text
      _ = field.handle(.character("x"))
      #expect(field.text.count == kept.count + 1)
    }
    var pasted = TextField("400.00").offered
    pasted.insert("12")
    #expect(pasted.text == "12")
    #expect(!TextField("").offered.isOffered)
  }
}
