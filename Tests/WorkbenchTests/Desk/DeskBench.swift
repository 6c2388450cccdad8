import Receivables
import Testing
import TextScreen

@testable import Workbench

/// A desk at work in a small office: events go in, the office answers the effects, frames come out.
struct DeskBench {
  var desk: Desk
  var office: SmallOffice
  /// The effects of the last event, in their order, before their answers.
  private(set) var effects: [Effect] = []

  init(_ files: [AccountFile], size: Size = Size(columns: 80, rows: 24), today: CalendarDay = Book.today)
    throws
  {
    office = try SmallOffice(files, today: today)
    desk = Desk(
      sitting: Sitting(
        policy: office.policy, today: today, collector: "jane",
        moment: Moment(
          now: office.now,
          zones: ["America/New_York": ZoneRules(offset: -18_000), "Europe/Berlin": ZoneRules(offset: 3_600)],
          localOffset: 0),
        book: files.isEmpty ? nil : BookState(name: "small book", isEmpty: false, booksDay: today),
        size: size, seed: 1))
    try run(desk.begin())
    try readOn()
  }

  /// Presses keys; a text is pressed letter by letter.
  mutating func press(_ keys: Key...) throws {
    for key in keys { try send(.input(.key(key))) }
  }

  mutating func type(_ text: String) throws {
    for character in text { try press(.character(character)) }
  }

  mutating func send(_ event: Event) throws {
    effects = desk.update(event)
    try run(effects)
    try readOn()
  }

  /// What the program's loop reads while nobody presses a key.
  private mutating func readOn() throws {
    var tried: Set<Effect> = []
    while let effect = desk.readingAhead, tried.insert(effect).inserted { try run([effect]) }
  }

  /// Feeds the answers back as events, as the program's loop does.
  private mutating func run(_ effects: [Effect]) throws {
    var waiting = effects
    var steps = 0
    while !waiting.isEmpty {
      steps += 1
      try #require(steps < 100, "the desk asks for ever")
      guard let answer = try office.answer(waiting.removeFirst()) else { continue }
      waiting += desk.update(answer)
    }
  }

  var frame: Frame { desk.frame() }

  /// The rows of the screen as they can be read.
  var lines: [String] { frame.lines() }

  /// The message, from the last rows of the screen.
  var message: String {
    let letters = frame.roleLetters()
    let rows = lines.indices.filter { letters[$0].hasPrefix("m") || letters[$0].hasPrefix("!") }
    return rows.map { lines[$0] }.joined(separator: " ")
  }

  /// The row under the cursor.
  var cursorLine: String { lines[frame.cursor.row] }

  /// What was handed to the world outside.
  var passedOn: [Effect] { office.passedOn }
}
