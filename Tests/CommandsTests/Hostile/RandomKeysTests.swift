import ArgumentParser
import Foundation
import Ledger
import Receivables
import Testing
import TextScreen

@testable import Commands

/// Whatever is pressed, typed and pasted, the workbench goes on, every frame is whole, and the book stays sound.
@Suite("Random keys", .timeLimit(.minutes(20)))
struct RandomKeysTests {
  /// `make fuzz` asks for 2,000: 20 sessions of 7,500 keys.
  private static let rounds = ProcessInfo.processInfo.environment["KEPT_FUZZ"].flatMap { UInt64($0) }

  private static let named: [Key] = [
    .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
    .pageUp,
    .pageDown,
  ]
  /// What forms and prompts understand, and what nobody would type.
  private static let texts = [
    "fri", "31 feb", "9999-12-31", "1200", "-1", "1e9", "99999999999999999999", "pp 50 fri", "Jane", "ach",
    "2 weekly",
    "500 weekly", "02:30", "+30", "\u{202E}abc", "日本", "e\u{301}\u{301}\u{301}", "\u{1F468}\u{200D}\u{1F469}",
    " ", "\\n[note]",
  ]

  private static func step(_ random: inout Randomness) -> ReplayStep {
    func one<Value>(of values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<40: return .keys([one(of: named)])
    case 40..<70:
      let letter = Character(UnicodeScalar(UInt8.random(in: 0x21...0x7E, using: &random)))
      // Leaving would end the session.
      return .keys([.character(letter == "q" || letter == "Q" ? "c" : letter)])
    case 70..<78: return .keys([.control(one(of: Array("abdefgklnoprstuwy")))])
    case 78..<84: return .keys([.function(one(of: [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12]))])
    case 84..<94: return .type(one(of: texts))
    case 94..<96: return .paste(one(of: texts) + "\n" + one(of: texts))
    case 96: return .wait(minutes: Int.random(in: 0...600, using: &random))
    case 97:
      return .resize(
        Size(columns: Int.random(in: 1...160, using: &random), rows: Int.random(in: 1...60, using: &random)))
    case 98: return .resize(Size(columns: 80, rows: 24))
    default: return .show(caption: "")
    }
  }

  @Test("are answered to the end, and what they saved can be read", arguments: 1...((rounds ?? 300) / 100))
  func session(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    var script = try ReplayScript("today 2026-11-20\ncollector alex\nbook demo \(seed) 20")
    let place = try ReplayBook(script, GlobalOptions.parse([]))
    let ledger = try #require(place.ledger)
    let before = try ledger.journalHead().count
    var frames = 0
    // What a session leaves, the next one finds: forms that were not saved among it.
    for _ in 0..<(Self.rounds == nil ? 2 : 30) {
      script.steps = (0..<250).map { _ in Self.step(&random) }
      let replay = try Replay(script, at: place.site, book: ledger)
      for shown in replay.shown {
        #expect(shown.frame.lines().count == shown.frame.size.rows, "seed \(seed)")
        frames += 1
      }
    }
    #expect(frames > 0)
    #expect(try ledger.verify().map(\.sentence) == [], "seed \(seed)")
    let saved = try ledger.journalHead().count - before
    if Self.rounds != nil {
      print("seed \(seed): 30 sessions of 250 keys, \(frames) frames looked at, \(saved) entries")
    }
  }
}
