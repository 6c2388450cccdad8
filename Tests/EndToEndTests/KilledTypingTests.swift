import Foundation
import PseudoTerminal
import Testing

/// What is typed outlasts the end that no program sees coming, once nobody has typed for half a second.
@Suite struct KilledTypingTests {
  private static let text = "asked for Zoë in accounts"

  /// Each place in which text is typed: the keys that open it, what shows then, what is typed, and the keys that bring it
  /// back on the same account.
  private static let places = [
    Place("cV", "left voicemail", text, "t"),
    Place("m", "Comment on", text, "t"),
    Place(";", "Log on", "pp 12 fri note", "t"),
    Place(":", "Commands, or a call", "pp 12 fri note", "t"),
  ]

  struct Place: CustomTestStringConvertible {
    let keys, opened, typed, back: String

    init(_ keys: String, _ opened: String, _ typed: String, _ back: String) {
      (self.keys, self.opened, self.typed, self.back) = (keys, opened, typed, back)
    }

    var testDescription: String { keys }
  }

  @Test(arguments: places) func whatWasTypedIsOfferedAgain(_ place: Place) throws {
    let book = try Book.demo()
    let account = try #require(try book.queue().first)
    let before = try book.entries(of: account).count
    let kept = try book.open()
    try kept.see("my queue")
    kept.send(place.keys)
    try kept.see(place.opened)
    kept.send(place.typed)
    try kept.see(place.typed)
    usleep(700_000)
    kept.kill(SIGKILL)
    #expect(kept.waitForExit() != nil)
    #expect(try book.entries(of: account).count == before)

    let again = try book.open()
    try again.see("Unsaved ")
    again.send(place.back)
    try again.see(place.typed)
    #expect(try book.run("verify").status == 0)
  }

  @Test func whatWasNoCallIsNotOffered() throws {
    let book = try Book.demo()
    let kept = try book.open()
    try kept.see("my queue")
    kept.send(":")
    try kept.see("Commands, or a call")
    kept.send("pp 12 fri")
    try kept.see("pp 12 fri")
    usleep(700_000)
    kept.send(String(repeating: "\u{7F}", count: 9) + "help")
    try kept.see("help")
    kept.send(TerminalProcess.enter)
    try kept.see("type to search")
    kept.kill(SIGKILL)
    #expect(kept.waitForExit() != nil)

    let again = try book.open()
    try again.see("my queue")
    again.settle()
    #expect(!again.screen.text.contains("Unsaved "), "\(again.screen.text)")
  }
}
