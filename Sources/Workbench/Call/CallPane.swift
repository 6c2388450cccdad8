import Receivables
import TextScreen

/// Beside the form on a wide screen: the script and what happened last.
struct CallPane {
  let picture: AccountPicture
  let sitting: Sitting

  func draw(into frame: inout Frame, in area: Rectangle) {
    var lines: [(text: String, role: Role)] = [("Ask", .heading)]
    for question in sitting.policy.questions {
      lines += Wrapping.lines(of: question, width: area.size.columns).map { ($0, .normal) }
    }
    lines += [("", .normal), ("Last entries", .heading)]
    let words = CallWords(sitting.policy)
    for item in picture.timeline {
      guard case .entry(let entry, let isReversed) = item.event else { continue }
      let text = "\(words.day(entry.day))  \(entry.collector)  \(words.what(entry))"
      lines.append((text, isReversed ? .dim : .normal))
    }
    for (row, line) in zip(area.rows, lines) {
      frame.put(
        line.text, at: Position(column: area.origin.column, row: row), width: area.size.columns,
        role: line.role)
    }
  }
}
