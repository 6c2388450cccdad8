import CNcursesW
import Testing
import TextScreen

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func events(_ raw: [RawKey]) -> [InputEvent] {
    var rest = raw[...]
    var events: [InputEvent] = []
    while let more = KeyDecoder.decode({ rest.popFirst() }, paste: { "pasted" }, mouse: { nil }) {
      events += more
    }
    return events
  }

  @Test(arguments: [
    ("a", [Key.character("a")]), ("é", [.character("é")]), ("\t", [.tab]), ("\r", [.enter]), ("\n", [.enter]),
    ("\u{13}", [.control("s")]), ("\u{3}", [.control("c")]), ("\u{7F}", [.backspace]),
    ("\u{8}", [.backspace]),
    ("\0", []), ("\u{1C}", []), ("\u{9B}", []), ("\u{1B}", [.escape]),
    ("\u{1B}q", [.escape, .character("q")]),
    ("\u{1B}\u{1B}", [.escape, .escape]),
  ])
  func charactersAreKeys(text: String, keys: [Key]) {
    #expect(events(text.unicodeScalars.map { .character($0) }) == keys.map { .key($0) })
  }

  @Test(arguments: [
    "\u{1B}[1;5A", "\u{1B}[>41;354;0c", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]x\u{7}", "\u{1B}Oz",
  ])
  func unknownSequencesAreNotTakenForTyping(sequence: String) {
    #expect(events((sequence + "k").unicodeScalars.map { .character($0) }) == [.key(.character("k"))])
  }

  @Test(arguments: [
    (KEY_UP, Key.up), (KEY_BTAB, .backTab), (KEY_PPAGE, .pageUp), (KEY_DC, .delete),
    (KEY_F0 + 1, .function(1)),
    (KEY_F0 + 12, .function(12)), (KEY_F0 + 13, nil), (KEY_RESIZE, nil),
  ])
  func codesAreKeys(code: Int32, key: Key?) {
    #expect(events([.code(code)]) == (key.map { [.key($0)] } ?? []))
  }

  @Test func aPasteIsOneEvent() {
    #expect(
      events([.code(KeySequences.pasteStart), .character("a")]) == [.paste("pasted"), .key(.character("a"))])
  }

  @Test(arguments: [("\u{1B}[0m$<5>x", "\u{1B}[0mx"), ("$<2/>a$<3*>b$", "ab$"), ("plain", "plain")])
  func pausesAreLeftOut(capability: String, text: String) {
    #expect(TerminalModes.withoutPadding(capability) == text)
  }
}
