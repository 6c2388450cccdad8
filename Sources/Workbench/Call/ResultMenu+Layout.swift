import Receivables
import TextScreen

extension ResultMenu {
  /// A line of the menu.
  enum Line: Hashable, Sendable {
    case heading(String)
    case question(String)
    case result(CallResult)
    case blank
  }

  /// The lines of the left and of the right half: the script above what happens most, the conversations beside.
  func columns(_ questions: [String], width: Int) -> [[Line]] {
    let script =
      questions.flatMap { Wrapping.lines(of: $0, width: width) }.map { Line.question($0) }
    let first = groups.prefix(1).flatMap(Self.lines)
    let others = groups.dropFirst().map(Self.lines).joined(separator: [.blank])
    return [[.heading("Ask")] + script + [.blank] + first, Array(others)]
  }

  /// The result drawn at a cell of `area`.
  func result(at position: Position, in area: Rectangle, _ questions: [String]) -> CallResult? {
    guard area.contains(position) else { return nil }
    let half = Self.half(area)
    let columns = columns(questions, width: half)
    let column = position.column < area.origin.column + half + Self.gap ? 0 : 1
    let row = position.row - area.origin.row
    guard columns[column].indices.contains(row), case .result(let result) = columns[column][row] else {
      return nil
    }
    return result
  }

  /// Draws the menu and puts the frame's cursor on the selected result, if there is one.
  func draw(into frame: inout Frame, in area: Rectangle, _ questions: [String]) {
    let half = Self.half(area)
    for (index, lines) in columns(questions, width: half).enumerated() {
      let left = area.origin.column + index * (half + Self.gap)
      for (row, line) in zip(area.rows, lines) {
        draw(line, into: &frame, at: Position(column: left, row: row), width: half)
      }
    }
  }

  private func draw(_ line: Line, into frame: inout Frame, at position: Position, width: Int) {
    switch line {
    case .heading(let title): frame.put(title, at: position, width: width, role: .heading)
    case .question(let text): frame.put(text, at: position, width: width)
    case .result(let result):
      let isSelected = result == selected
      let role: Role = isSelected ? .selected : .normal
      let after = frame.put(
        " \(result.key.map(String.init) ?? " ") ", at: position, role: isSelected ? .selected : .accent)
      frame.put(
        "\(result.code)  \(result.meaning)", at: Position(column: after, row: position.row),
        width: width - 3, role: role)
      if isSelected { frame.cursor = position }
    case .blank: break
    }
  }

  private static let gap = 2

  private static func half(_ area: Rectangle) -> Int { (area.size.columns - gap) / 2 }

  private static func lines(_ group: Group) -> [Line] {
    [.heading(group.title)] + group.results.map { .result($0) }
  }
}
