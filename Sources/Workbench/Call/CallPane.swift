import Receivables
import TextScreen

/// Beside the form on a wide screen: the script and what happened last.
struct CallPane {
  let picture: AccountPicture
  let sitting: Sitting

  /// Where it stands right of `width` columns; nil where there is no room.
  static func area(beside width: Int, in body: Rectangle) -> Rectangle? {
    let columns = body.size.columns - width - 2
    guard columns >= 38 else { return nil }
    return Rectangle(
      column: body.origin.column + width + 2, row: body.origin.row, columns: columns, rows: body.size.rows)
  }

  /// The last entries, each wrapped to two lines at most.
  func history(width: Int) -> [(text: String, role: Role)] {
    var lines: [(text: String, role: Role)] = []
    for item in picture.timeline {
      guard case .entry(let entry, let isReversed) = item.event else { continue }
      let said = (isReversed ? "TAKEN BACK: " : "") + entry.body.gist(policy: sitting.policy)
      let text = "\(entry.day.brief)  \(entry.collector)  \(said)"
      lines += Wrapping.lines(of: text, width: width).prefix(2).map { ($0, isReversed ? .dim : .normal) }
    }
    return lines.isEmpty ? [("nothing yet", .dim)] : lines
  }

  func draw(into frame: inout Frame, in area: Rectangle, withScript: Bool) {
    let width = area.size.columns
    var lines: [(text: String, role: Role)] = []
    if withScript {
      let script = sitting.policy.questions.flatMap { Wrapping.lines(of: $0, width: width) }
      lines = [("Ask", .heading)] + script.map { ($0, .normal) } + [("", .normal)]
    }
    lines += [("Last entries", .heading)] + history(width: width)
    for (row, line) in zip(area.rows, lines) {
      frame.put(
        line.text, at: Position(column: area.origin.column, row: row), width: width, role: line.role)
    }
  }
}
