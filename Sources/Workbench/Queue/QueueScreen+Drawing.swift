import Receivables
import TextScreen

extension QueueScreen {
  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let areas = QueueAreas(body, hidesPane: hidesPane)
    let list = sitting.list
    let table = QueueTable(widths, width: areas.rows.size.columns, sitting: sitting)
    frame.putHeadings(table.layout, at: areas.headings.origin)
    let lines = QueueLines(list, near: first, height: areas.rows.size.rows)
    for (offset, line) in lines.lines.enumerated() {
      draw(line, at: Position(column: 0, row: areas.rows.origin.row + offset), table, sitting, &frame)
    }
    if list.isHere, list.total == 0 { drawNothing(into: &frame, areas.rows, list) }
    draw(totals, in: areas.totals, sitting, &frame)
    if let row = list.selectedRow {
      let why = WhyWords(row.summary, sitting).line
      frame.put(why, at: areas.why.origin, width: areas.why.size.columns, role: .accent)
    }
    if let pane = areas.pane { SidePane(row: list.selectedRow, beside).draw(into: &frame, pane, sitting) }
  }

  private func draw(
    _ line: QueueLines.Line, at position: Position, _ table: QueueTable, _ sitting: Sitting,
    _ frame: inout Frame
  ) {
    switch line {
    case .lane(let lane):
      frame.put(
        "── \(lane?.title ?? "nothing to do today") ", at: position, width: table.layout.width, role: .heading
      )
    case .row(let rank):
      guard let row = sitting.list.row(rank) else {
        frame.put("…", at: position, width: table.layout.width, role: .dim)
        return
      }
      let isSelected = rank == sitting.list.rank
      let cells = table.cells(row)
      frame.putRow(table.layout, at: position, role: isSelected ? .selected : .normal) { index in
        var cell = cells(index)
        if isSelected { cell.role = nil }
        return cell
      }
      if isSelected { frame.cursor = position }
    }
  }

  private func drawNothing(into frame: inout Frame, _ area: Rectangle, _ list: AccountList) {
    let sentence =
      list.isSearch
      ? "Nothing matches “\(list.query.text)”. Esc goes back to \((list.viewBeforeSearch ?? .mine).title)."
      : "Nothing is left in \(list.query.view.title). Press v to choose another view."
    frame.put(sentence, at: area.origin, width: area.size.columns, role: .dim)
    frame.cursor = area.origin
  }

  private func draw(_ totals: DayTotals, in area: Rectangle, _ sitting: Sitting, _ frame: inout Frame) {
    frame.put(totals.sentence, at: area.origin, width: area.size.columns, role: .dim)
  }
}

extension DayTotals {
  /// `"12 of 48 worked, 7 contacts, 3 promises, 41 200.00 USD promised"`.
  var sentence: String {
    var parts = ["\(worked) of \(planned) worked"]
    if contacts > 0 { parts.append(contacts == 1 ? "1 contact" : "\(contacts) contacts") }
    parts.append(promises == 1 ? "1 promise" : "\(promises) promises")
    if !promised.isEmpty { parts.append(promised.map(\.description).joined(separator: " + ") + " promised") }
    return "Today: " + parts.joined(separator: ", ")
  }
}
