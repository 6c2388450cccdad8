import TextScreen

/// Something laid over a screen that takes the keys until it is done: help, palette, pick list, question.
protocol Overlay: Sendable {
  /// A key. Printable keys are text in every overlay that has a field.
  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn

  /// Pasted text.
  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn

  /// A click or a turn of the wheel.
  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn

  /// An answer to what it asked for.
  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> OverlayTurn

  /// Draws over the finished screen and sets the cursor on its focus.
  func draw(into frame: inout Frame, _ sitting: Sitting)
}

extension Overlay {
  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn { .stay }

  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn { .stay }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> OverlayTurn { .stay }
}

/// What came of a key in an overlay.
enum OverlayTurn: Sendable {
  /// It stays.
  case stay
  /// It stays and these effects run; the answers come to it.
  case effects([Effect])
  /// It stays and says something.
  case message(Message)
  /// It stays, and what would be chosen by leaving it is kept.
  case keep(Chosen)
  /// It stays, and the screen below does this.
  case perform(Command)
  /// It is closed and nothing happens.
  case close
  /// It is closed and this was chosen.
  case chosen(Chosen)
  /// It is closed and the desk does this.
  case turn(Turn)
}

/// How far long work has come.
struct ProgressBox: Hashable, Sendable {
  var what: String
  var percent: Int

  func draw(into frame: inout Frame) {
    let box = Rectangle.centred(Size(columns: 60, rows: 4), in: frame.size)
    frame.putBox(box, title: "Working")
    let inside = box.inside
    frame.put(what, at: inside.origin, width: inside.size.columns, role: .overlay)
    let done = min(max(percent, 0), 100)
    let meter = Meter([Meter.Part(Int64(done), "█", .overlay), Meter.Part(Int64(100 - done), "░", .overlay)])
    let below = Position(column: inside.origin.column, row: inside.origin.row + 1)
    frame.put(meter, at: below, width: inside.size.columns - 6)
    frame.put(
      "\(done) %", at: Position(column: inside.columns.upperBound - 5, row: below.row), width: 5,
      role: .overlay,
      align: .trailing)
    frame.cursor = inside.origin
  }
}

/// One line typed into the message row: a search, a day, an amount.
struct Prompt: Overlay {
  /// What is asked.
  enum Asked: Hashable, Sendable {
    /// What to search for, with what was typed of it already.
    case search(String)
    /// What to look for in the story of an account.
    case story
    /// As of which day everything is shown.
    case day
    /// How much of an invoice money pays.
    case amount
  }

  private let asked: Asked
  private let label: String
  private let hint: String
  private var field: TextField

  init(_ asked: Asked) {
    self.asked = asked
    switch asked {
    case .search(let text):
      (label, hint) = ("/", "name, number, phone, invoice, amount or note")
      field = TextField(text)
    case .story:
      (label, hint) = ("story /", "words of the story, a name, an invoice or an amount")
      field = TextField()
    case .day:
      (label, hint) = ("As of: ", "a day, such as -7, fri or 2026-11-20; nothing is the book's own")
      field = TextField(limit: 40)
    case .amount:
      (label, hint) = ("Pays of it: ", "an amount, such as 980 or 1.2k; 0 takes it off")
      field = TextField(limit: 40)
    }
  }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn {
    switch sitting.commands.command(for: key, in: .prompt) {
    case .back, .leave: return leave()
    case .choose: return .chosen(answer)
    case .some(let command) where isSearch && Self.moves.contains(key): return .perform(command)
    default:
      if key == .backspace, field.isEmpty { return leave() }
      return typed { _ = $0.handle(key) }
    }
  }

  /// What moves through the accounts that are found, while the search is typed.
  private static let moves: Set<Key> = [.up, .down, .pageUp, .pageDown]

  private var isSearch: Bool { if case .search = asked { true } else { false } }

  /// A search is answered while it is typed.
  private mutating func typed(_ change: (inout TextField) -> Void) -> OverlayTurn {
    let before = field.text
    change(&field)
    return isSearch && field.text != before ? .keep(.desk(.typing(field.text))) : .stay
  }

  private func leave() -> OverlayTurn { isSearch ? .chosen(.desk(.leaveSearch)) : .close }

  private var answer: Chosen {
    switch asked {
    case .search: .desk(.search(field.text))
    case .story: .form(.words(field.text))
    case .day: .desk(.day(field.text))
    case .amount: .form(.money(.amount(field.text)))
    }
  }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn {
    typed { $0.insert(text) }
  }

  func draw(into frame: inout Frame, _ sitting: Sitting) {
    let row = sitting.messageRow
    frame.fill(row: row, role: .message)
    let start = frame.put(label, at: Position(column: 0, row: row), role: .message)
    let width = field.isEmpty ? 4 : frame.size.columns - start
    frame.put(field, at: Position(column: start, row: row), width: width, focused: true)
    // It is typed where messages stand, so what did not fit is said above it.
    Message("This line", leavingOut: field.leftOut, limit: field.limit)?.draw(into: &frame, lastRow: row - 1)
    if field.isEmpty { frame.put(hint, at: Position(column: start + width + 1, row: row), role: .dim) }
  }
}
