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
  /// What shows now; without what may follow, when somebody is in a hurry.
  public func frame(isHurried: Bool = false) -> Frame {
    var sitting = sitting
    sitting.isHurried = isHurried
    var frame = Frame(size: sitting.terminal)
    guard !sitting.isTooSmall else {
      TooSmall.draw(into: &frame, sitting.commands)
      return frame
    }
    let screen = screens.top
    frame.cursor = sitting.body.origin
    TitleRow(screen.title(sitting)).draw(into: &frame, sitting)
    screen.draw(into: &frame, in: sitting.body, sitting)
    frame.put(keyBar, row: sitting.keyBarRow)
    message?.draw(into: &frame, lastRow: sitting.messageRow)
    overlay?.draw(into: &frame, sitting)
    progress?.draw(into: &frame)
    return frame
  }

  var keyBar: KeyBar {
    // Nothing else is taken before long work is over, and what does it listens to this key alone.
    guard progress == nil else { return KeyBar([KeyBar.Entry(.escape, "Stop")]) }
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
  private let screen: String

  init(_ screen: String) { self.screen = screen }

  /// Cells that a screen has for what it says.
  static func room(_ sitting: Sitting) -> Int {
    let (left, _, _) = widths(sitting)
    return max(left - DisplayWidth.of(name(sitting)), 0)
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    frame.fill(row: 0, role: .title)
    let (left, warningWidth, rightWidth) = Self.widths(sitting)
    let (warning, right) = (Self.warning(sitting), Self.right(sitting))
    frame.put(Self.name(sitting) + screen, at: Position(column: 0, row: 0), width: left, role: .title)
    let end = frame.put(
      warning, at: Position(column: left + 1, row: 0), width: warningWidth, role: .warning)
    frame.put(right, at: Position(column: end + 1, row: 0), width: rightWidth, role: .title, align: .trailing)
  }

  private static func name(_ sitting: Sitting) -> String { sitting.book.map { " \($0.name) · " } ?? " " }

  private static func warning(_ sitting: Sitting) -> String {
    if sitting.isOtherDay { return " AS OF \(sitting.today.long), READ ONLY " }
    return sitting.staleness.map { " \($0) " } ?? ""
  }

  private static func right(_ sitting: Sitting) -> String {
    sitting.isOtherDay ? "\(sitting.collector) " : "\(sitting.collector) · \(sitting.today.long) "
  }

  private static func widths(_ sitting: Sitting) -> (left: Int, warning: Int, right: Int) {
    let right = min(DisplayWidth.of(right(sitting)), sitting.size.columns / 2)
    let warning = min(DisplayWidth.of(warning(sitting)), sitting.size.columns / 2)
    return (max(sitting.size.columns - right - warning - 2, 0), warning, right)
  }
}

extension Sitting {
  /// How old the books are when that is more than the policy allows: `"books 12 days old"`.
  var staleness: String? {
    guard let day = book?.booksDay else { return nil }
    let age = day.distance(to: today)
    return age > policy.staleBooksDays ? "books \(age) days old" : nil
  }
}
