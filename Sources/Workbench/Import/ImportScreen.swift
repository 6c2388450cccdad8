import Receivables
import TextScreen

/// A file before it is taken into the book: what it was taken for, what has to be answered, and what would come of it.
struct ImportScreen: Screen {
  let scope = Scope.importing
  let keyBar: [Command] = [.answer, .takeFile, .down, .up, .back]
  private let sight: ImportSight
  private let lines: [ImportLine]
  private var window: ListWindow

  init(_ sight: ImportSight, _ sitting: Sitting) {
    self.sight = sight
    lines = ImportLine.lines(of: sight, sitting.commands)
    window = ListWindow(count: lines.count, height: sitting.body.size.rows)
    // What has to be answered first is under the cursor, else what takes the file.
    window.select(lines.firstIndex { $0.act != nil } ?? 0)
  }

  /// The same file looked at again after an answer: the cursor stays about where it was.
  func showing(_ sight: ImportSight, _ sitting: Sitting) -> ImportScreen {
    var screen = ImportScreen(sight, sitting)
    let wasOnColumn = if case .column = lines[window.selected].act { true } else { false }
    if wasOnColumn { screen.window.select(window.selected + screen.lines.count - lines.count) }
    return screen
  }

  func situation(_ sitting: Sitting) -> Situation {
    var situation = Situation(scope, sitting)
    situation.notTakeable = sight.canBeTaken ? nil : lacking
    situation.isOnAct = lines.indices.contains(window.selected) && lines[window.selected].act != nil
    return situation
  }

  private var lacking: String {
    sight.questions.isEmpty
      ? "The file cannot be taken as it is; why is said above."
      : sight.questions.count == 1
        ? "One question is to be answered first."
        : "\(sight.questions.count) questions are to be answered first."
  }

  func title(_ sitting: Sitting, room: Int) -> String {
    let (first, last) = (window.first + 1, window.visible.upperBound)
    let extent = last < lines.count || first > 1 ? " · \(first)–\(last) of \(lines.count)" : ""
    return "import \(sight.name)\(extent)"
  }

  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn {
    if window.follow(command) { return .none }
    switch command {
    case .answer: return act(on: window.selected)
    case .takeFile: return take()
    case .back, .leave: return .move(.pop)
    default: break
    }
    return .none
  }

  private func take() -> Turn { .effects(.book(.importFile(sight.path, sight.answers))) }

  private func act(on row: Int) -> Turn {
    switch lines[row].act {
    case .take: return sight.canBeTaken ? take() : .message(lacking, .failure)
    case .question(let index):
      let question = sight.questions[index]
      return .move(
        .overlay(PickOverlay.answers(to: question.text, question.choices, term: question.term, of: sight)))
    case .column(let index):
      let column = sight.columns[index]
      return .move(.overlay(PickOverlay.answers(to: column.heading, column.choices, term: nil, of: sight)))
    case .said(let index):
      let said = sight.said[index]
      return .move(.overlay(PickOverlay.answers(to: said.text, said.choices, term: said.term, of: sight)))
    case nil: return .none
    }
  }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn {
    if case .input(.resize) = event { window.fit(count: lines.count, height: sitting.body.size.rows) }
    return .none
  }

  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn {
    switch event {
    case .wheel(let rows, _): window.scroll(by: rows)
    case .click(let position):
      guard let row = window.row(at: position.row - body.origin.row) else { break }
      let isSelected = row == window.selected
      window.select(row)
      if isSelected { return act(on: row) }
    default: break
    }
    return .none
  }

  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    var window = window
    window.fit(count: lines.count, height: body.size.rows)
    for (offset, row) in window.visible.enumerated() {
      let position = Position(column: body.origin.column, row: body.origin.row + offset)
      let line = lines[row]
      let isSelected = row == window.selected
      let mark = isSelected ? "> " : line.act == nil ? "  " : "· "
      frame.put(
        mark + line.text(width: body.size.columns - 2), at: position, width: body.size.columns,
        role: isSelected ? .selected : line.role)
      if isSelected { frame.cursor = position }
    }
  }
}

extension PickOverlay {
  /// What can be answered to a question on a file.
  static func answers(
    to title: String, _ choices: [ImportQuestion.Choice], term: String?, of sight: ImportSight
  ) -> PickOverlay {
    var overlay = PickOverlay(
      title.shortened(to: 70), choices.map { Choice(.desk(.answer($0.answer, sight)), $0.title) }, height: 16)
    if let term {
      overlay.takeTyped("is taken as payment terms") { .desk(.answer(.word(term, means: $0), sight)) }
    }
    return overlay
  }
}
