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
