import Receivables
import TextScreen

/// What shows before there is a book with somebody in it.
struct StartScreen: Screen {
  private static let offers: [Command] = [.openDemo, .importFile, .help]
  private static let titles = ["open the demo book", "import a file", "help"]
  private var focus = 0

  let scope = Scope.start
  let keyBar: [Command] = [.openDemo, .importFile, .theme, .leave]

  func title(_ sitting: Sitting, room: Int) -> String {
    sitting.isOpening ? "opening the book" : "no accounts yet"
  }

  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn {
    switch command {
    case .up: focus = max(focus - 1, 0)
    case .down: focus = min(focus + 1, Self.offers.count - 1)
    case .top: focus = 0
    case .bottom: focus = Self.offers.count - 1
    case .open: return Turn(run: Self.offers[focus])
    case .leave: return .effects(.terminal(.quit))
    default: break
    }
    return .none
  }

  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn {
    guard case .click(let position) = event, let index = offer(at: position, body) else { return .none }
    focus = index
    return Turn(run: Self.offers[index])
  }

  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    guard !sitting.isOpening else { return }
    let left = body.origin.column + 4
    var row = body.origin.row + 2
    for line in text(sitting) {
      frame.put(line, at: Position(column: left, row: row), width: body.size.columns - left - 2)
      row += 1
    }
    for (index, command) in Self.offers.enumerated() {
      let position = Position(column: left, row: firstOffer(body) + index * 2)
      let isFocus = index == focus
      let key = sitting.commands.letter(of: command, in: scope)
      frame.put(
        "\(isFocus ? ">" : " ") \(key)  \(Self.titles[index]) ", at: position,
        role: isFocus ? .selected : .normal)
      let sentence = sitting.commands.row(command)?.sentence ?? ""
      frame.put(sentence, at: Position(column: left + 27, row: position.row), role: .dim)
      if isFocus { frame.cursor = position }
    }
  }

  private func text(_ sitting: Sitting) -> [String] {
    let place = sitting.book.map { "Your book is \($0.name); there is nobody in it yet." }
    return [
      "Welcome to kept, the collector's workbench.",
      "",
      place ?? "There is no book yet. It is made when the first file is imported.",
    ]
  }

  private func firstOffer(_ body: Rectangle) -> Int { body.origin.row + 7 }

  private func offer(at position: Position, _ body: Rectangle) -> Int? {
    let offset = position.row - firstOffer(body)
    guard offset >= 0, offset % 2 == 0, Self.offers.indices.contains(offset / 2) else { return nil }
    return offset / 2
  }
}
