import Foundation
import Receivables
import SampleEntries
import Settings
import Testing
import TextScreen

@testable import Workbench

/// A call screen on one made-up account, driven by keys as the desk drives it.
struct CallBench {
  var sitting: Sitting
  var screen: CallScreen
  var overlay: (any Overlay)?
  var effects: [Effect] = []
  var move: Turn.Move?
  var message: Message?
  private(set) var presses = 0

  static let today = CalendarDay(number: 20_780)  // Mon 23 Nov 2026
  static let now = Instant(milliseconds: 1_795_446_000_000)

  init(
    file: AccountFile = Self.file(), tagged: [Int64] = [], draft: CallDraft? = nil,
    size: Size = Size(columns: 80, rows: 24), today: CalendarDay = Self.today
  ) throws {
    sitting = Sitting(
      policy: try Self.policy(), today: today, collector: "jane",
      moment: Moment(
        now: Self.now, zones: ["America/New_York": ZoneRules(offset: -18_000)], localOffset: 3_600),
      book: BookState(name: "demo", isEmpty: false, booksDay: today), size: size, seed: 7)
    let picture = try AccountPicture(of: file, policy: sitting.policy, asOf: today)
    screen = CallScreen(
      picture: picture, tagged: tagged.map { DocumentID(rawValue: $0) }, draft: draft, &sitting)
  }

  /// The shipped policy with the results of the trade only, so that pictures stand when it gets another.
  private static func policy() throws -> Policy {
    var policy = try PolicyFile.shipped()
    policy.results.removeAll { ResultRecordTests.cases[$0.code] == nil }
    return policy
  }

  /// Presses keys: a text is typed letter by letter.
  mutating func type(_ text: String) { for character in text { press(.character(character)) } }

  /// Plays a script: ⏎ is Enter, § is ctrl-s, ⇓ is F10, ~ is ctrl-a, everything else is typed.
  mutating func play(_ script: String) {
    for character in script {
      switch character {
      case "⏎": press(.enter)
      case "§": press(.control("s"))
      case "⇓": press(.function(10))
      case "~": press(.control("a"))
      case "↑": press(.up)
      default: press(.character(character))
      }
    }
  }

  mutating func press(_ keys: Key...) {
    for key in keys {
      presses += 1
      message = nil
      if overlay != nil { pressInOverlay(key) } else { pressOnScreen(key) }
    }
  }

  private mutating func pressOnScreen(_ key: Key) {
    let commands = sitting.commands
    guard let command = commands.command(for: key, in: screen.scope) else {
      return take(screen.type(key, &sitting))
    }
    if let reason = commands.reason(command, in: screen.situation(sitting)) {
      message = Message(text: reason, kind: .notice)
    } else {
      take(screen.perform(command, &sitting))
    }
  }

  private mutating func pressInOverlay(_ key: Key) {
    switch overlay?.type(key, &sitting) {
    case .chosen(.form(let choice)):
      overlay = nil
      take(screen.chosen(choice, &sitting))
    case .close: overlay = nil
    default: break
    }
  }

  mutating func paste(_ text: String) { take(screen.paste(text, &sitting)) }

  mutating func point(_ event: InputEvent) { take(screen.point(event, in: sitting.body, &sitting)) }

  /// Where a text is drawn.
  func place(of text: String) -> Position? {
    for (row, line) in lines.enumerated() {
      if let range = line.range(of: text) {
        return Position(column: line.distance(from: line.startIndex, to: range.lowerBound), row: row)
      }
    }
    return nil
  }

  /// Whether the screen asked to be taken away, and to go on to the next account.
  var isGone: Bool { if case .pop = move { true } else { isNext } }
  var isNext: Bool { if case .popToNext = move { true } else { false } }

  mutating func hear(_ event: Event) {
    message = nil
    take(screen.receive(event, &sitting))
  }

  private mutating func take(_ turn: Turn) {
    effects += turn.effects
    if let said = turn.message { message = said }
    if case .overlay(let overlay) = turn.move { self.overlay = overlay } else { move = turn.move ?? move }
  }

  /// The entry sent last, with the version it was based on.
  var sent: (entry: NewEntry, basedOn: Int64)? {
    effects.reversed().lazy.compactMap { effect -> (NewEntry, Int64)? in
      guard case .write(.record(let entry, let version)) = effect else { return nil }
      return (entry, version)
    }.first
  }

  /// What the entry sent last says, as it was told.
  func record() throws -> ProposedCall {
    guard let call = try ProposedCall(try #require(sent).entry.body, in: screen.picture.file) else {
      throw CallProblem(nil, "not a call")
    }
    return call
  }

  var drafts: [CallDraft] {
    effects.compactMap { if case .write(.saveDraft(let draft)) = $0 { draft } else { nil } }
  }

  /// The whole frame as the desk would show it, without key bar and message.
  var lines: [String] { frame.lines() }

  var frame: Frame {
    var frame = Frame(size: sitting.size)
    frame.put(
      screen.title(sitting, room: sitting.size.columns - 1), at: Position(column: 1, row: 0),
      width: sitting.size.columns - 1)
    screen.draw(into: &frame, in: sitting.body, sitting)
    overlay?.draw(into: &frame, sitting)
    return frame
  }

  /// What the outside answers when an entry is safe: `file` with the entry written to it.
  func stored(_ entry: NewEntry, in file: AccountFile, by collector: String? = nil) -> (
    JournalEntry, AccountFile
  ) {
    let stored = JournalEntry(
      number: EntryNumber(rawValue: Int64(file.entries.count + 1)), action: entry.action, recorded: Self.now,
      day: entry.day, actor: "jd", collector: collector ?? entry.collector, account: entry.account,
      body: entry.body)
    var file = file
    file.entries.append(stored)
    file.version += 1
    return (stored, file)
  }
}
