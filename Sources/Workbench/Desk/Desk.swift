import Receivables
public import TextScreen

/// The whole workbench as one value: events in, effects out, a frame at any moment.
///
///     var desk = Desk(sitting: sitting)
///     run(desk.begin())
///     let effects = desk.update(.input(.key(.function(6))))
///     paint(desk.frame())
public struct Desk: Sendable {
  var sitting: Sitting
  var screens: ScreenStack
  var overlay: (any Overlay)?
  var message: Message?
  var progress: ProgressBox?
  /// What a search that is being typed left.
  var typing: SearchTyping?
  /// The account that was asked for, and what for.
  var opening: (account: AccountID, purpose: Opening)?
  /// The callbacks whose hour is still to come.
  var callbacks = CallbackWatch()
  /// What is kept of the call that is typed in the list of commands.
  var typedLine: FormDraft?
  /// A command that waits for a stretch of the list.
  var again: Command?
  /// The newest business date that was asked for: once is enough, even if it fails.
  var begunDay: CalendarDay?
  var outbox: [Effect] = []

  /// A desk in its first state: the queue, or the start screen when there is no book or an empty one.
  public init(sitting: Sitting, commands: CommandTable = .standard) {
    self.sitting = sitting
    self.sitting.commands = commands
    screens = ScreenStack(root: Self.root(sitting))
  }

  /// What to ask for before the first frame.
  public mutating func begin() -> [Effect] {
    if sitting.hasAccounts {
      outbox += sitting.list.reload()
      outbox += [sitting.list.readTotals, .read(.drafts)]
    }
    return drain()
  }

  /// Takes one event and answers what to do in the world outside, in order.
  public mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .input(let input): take(input)
    default: hear(event)
    }
    return drain()
  }

  private mutating func drain() -> [Effect] {
    defer { outbox.removeAll() }
    return outbox
  }

  static func root(_ sitting: Sitting) -> any Screen {
    sitting.hasAccounts ? QueueScreen() : StartScreen()
  }
}

extension Desk {
  /// What shows now.
  public func frame() -> Frame {
    var frame = Frame(size: sitting.terminal)
    guard !sitting.isTooSmall else {
      TooSmall.draw(into: &frame, sitting.commands)
      return frame
    }
    let screen = screens.top
    frame.cursor = sitting.body.origin
    let title = TitleRow(sitting)
    title.draw(screen.title(sitting, room: title.room), into: &frame)
    screen.draw(into: &frame, in: sitting.body, sitting)
    frame.put(keyBar, row: sitting.keyBarRow)
    message?.draw(into: &frame, lastRow: sitting.messageRow)
    overlay?.draw(into: &frame, sitting)
    progress?.draw(into: &frame)
    return frame
  }

  /// Draws title and list over the frame that shows, and leaves the rest as it was: while keys come fast, and
  /// `mayFollow` names the same part as when that frame was drawn. `list` is the list that it shows, as `shownList` told
  /// then. Answers the rows that it drew.
  public mutating func drawMoved(over frame: inout Frame, from list: ShownList?) -> [Int] {
    guard mayFollow != nil, frame.size == sitting.terminal else {
      frame = self.frame()
      return Array(0..<frame.size.rows)
    }
    let screen = screens.top
    let title = TitleRow(sitting)
    title.draw(screen.title(sitting, room: title.room), into: &frame)
    return [0] + screen.drawMoved(into: &frame, in: sitting.body, sitting, from: list)
  }

  var keyBar: KeyBar {
    // Nothing else is taken before long work is over, and what does it listens to this key alone.
    guard progress == nil else { return KeyBar([KeyBar.Entry(.escape, "Stop")]) }
    if typing != nil { return SearchTyping.keyBar }
    let screen = screens.top
    let commands = screen.keyBar.prefix(6) + [.help] + screen.keyBar.dropFirst(6)
    return sitting.commands.keyBar(Array(commands), in: screen.situation(sitting))
  }
}

/// What shows when a terminal has no room for a screen.
enum TooSmall {
  static let needed = Size(columns: 80, rows: 24)

  static func draw(into frame: inout Frame, _ commands: CommandTable) {
    let size = frame.size
    let sentence =
      "kept needs \(needed.columns)×\(needed.rows) cells, this terminal has \(size.columns)×\(size.rows). "
      + "Make it larger, or press \(commands.letter(of: .leave, in: .everywhere)) to leave; nothing is lost."
    for (row, line) in Wrapping.lines(of: sentence, width: size.columns).prefix(size.rows).enumerated() {
      frame.put(line, at: Position(column: 0, row: row), overflow: .clip)
    }
  }
}

/// The first row: the book and the screen at the left; who works under which date at the right.
struct TitleRow {
  private let name: String
  private let warning: String
  private let right: String
  private let left: Int
  private let warningWidth: Int
  private let rightWidth: Int

  init(_ sitting: Sitting) {
    name = sitting.book.map { " \($0.name) · " } ?? " "
    if sitting.isOtherDay {
      warning = " AS OF \(sitting.todayWords), READ ONLY "
      right = "\(sitting.collector) "
    } else {
      warning = sitting.staleness.map { " \($0) " } ?? ""
      right = "\(sitting.collector) · \(sitting.todayWords) "
    }
    let columns = sitting.size.columns
    rightWidth = min(DisplayWidth.of(right), columns / 2)
    warningWidth = min(DisplayWidth.of(warning), columns / 2)
    left = max(columns - rightWidth - warningWidth - 2, 0)
  }

  /// Cells that a screen has for what it says.
  var room: Int { max(left - DisplayWidth.of(name), 0) }

  /// Draws it with what the screen says.
  func draw(_ screen: String, into frame: inout Frame) {
    frame.fill(row: 0, role: .title)
    frame.put(name + screen, at: Position(column: 0, row: 0), width: left, role: .title)
    let end = frame.put(
      warning, at: Position(column: left + 1, row: 0), width: warningWidth, role: .warning)
    frame.put(right, at: Position(column: end + 1, row: 0), width: rightWidth, role: .title, align: .trailing)
  }
}

extension Sitting {
  /// How old the books are when that is more than the policy allows: `"books 12 days old"`.
  var staleness: String? {
    book?.booksDay.flatMap { policy.staleAge(ofBooks: $0, on: today) }.map { "books \($0) days old" }
  }
}
