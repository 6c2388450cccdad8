import Receivables
import TextScreen

extension QueueScreen {
  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting) {
    let areas = QueueAreas(body, hidesPane: sitting.preferences.hidesPane)
    let drawn = drawnRows(areas, sitting)
    frame.put(
      writtenDay(areas, sitting).text, at: Position(column: 1, row: areas.day.origin.row),
      width: areas.day.size.columns - 1, role: .dim)
    frame.putHeadings(drawn.table.layout, at: areas.headings.origin, role: .dim)
    drawRows(drawn, into: &frame, areas.rows, sitting)
    if let week = areas.week { WeekPane(figures, sitting).draw(into: &frame, week) }
    guard let row = sitting.list.selectedRow else { return }
    if let account = areas.account { SelectedAccount(row, beside, sitting).draw(into: &frame, account) }
    if let pane = areas.pane {
      panes.draw(SidePane(row: row, beside), into: &frame, pane, sitting)
    }
  }

  func shownList(_ sitting: Sitting) -> ShownList? {
    let areas = QueueAreas(sitting.body, hidesPane: sitting.preferences.hidesPane)
    return ShownList(ground: ground(areas, sitting), first: first, selected: sitting.list.rank)
  }

  func drawMoved(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting, from list: ShownList?)
    -> [Int]
  {
    let areas = QueueAreas(body, hidesPane: sitting.preferences.hidesPane)
    let drawn = drawnRows(areas, sitting)
    if let list, list.first == first, drawn.holds(list.ground) {
      return drawSelection(drawn, from: list.selected, into: &frame, areas.rows, sitting)
    }
    frame.putHeadings(drawn.table.layout, at: areas.headings.origin, role: .dim)
    drawRows(drawn, into: &frame, areas.rows, sitting)
    return Array(areas.headings.rows) + Array(areas.rows.rows)
  }

  /// Draws the rows that a move of the selection changes, and the headings of lanes, which follow figures and the clock.
  private func drawSelection(
    _ drawn: DrawnRows, from selected: Int, into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting
  ) -> [Int] {
    var rows: [Int] = []
    let lines = QueueLines(sitting.list, near: first, height: area.size.rows).lines
    for (row, line) in zip(area.rows, lines) {
      if case .row(let rank) = line, rank != selected, rank != sitting.list.rank { continue }
      draw(line, at: Position(column: 0, row: row), drawn, sitting, &frame)
      rows.append(row)
    }
    return rows
  }

  private func drawRows(
    _ drawn: DrawnRows, into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting
  ) {
    let lines = QueueLines(sitting.list, near: first, height: area.size.rows).lines
    for (row, line) in zip(area.rows, lines) {
      draw(line, at: Position(column: 0, row: row), drawn, sitting, &frame)
    }
    let rest = area.rows.dropFirst(lines.count)
    frame.fill(
      Rectangle(column: 0, row: rest.startIndex, columns: area.size.columns, rows: rest.count), role: .normal)
    if sitting.list.isHere, sitting.list.total == 0 { drawNothing(into: &frame, area, sitting) }
  }

  private func draw(
    _ line: QueueLines.Line, at position: Position, _ drawn: DrawnRows, _ sitting: Sitting,
    _ frame: inout Frame
  ) {
    let width = drawn.table.layout.width
    switch line {
    case .lane(let lane):
      let heading = figures.map { $0.heading(lane, in: sitting.list, width: width, sitting.clock) }
      let name = lane?.heading ?? "NOTHING TO DO TODAY"
      frame.put(heading ?? name, at: position, width: width, role: .dim)
    case .row(let rank):
      guard let row = sitting.list.row(rank) else {
        frame.put("…", at: position, width: width, role: .dim)
        return
      }
      let isSelected = rank == sitting.list.rank
      frame.put(drawn.strip(rank, row), at: position, role: isSelected ? .selected : nil)
      if isSelected { frame.cursor = position }
    }
  }

  private func drawNothing(into frame: inout Frame, _ area: Rectangle, _ sitting: Sitting) {
    let list = sitting.list
    let back = sitting.commands.name(of: .back, in: scope)
    let choose = sitting.commands.name(of: .chooseView, in: scope)
    let left = (list.viewBeforeSearch ?? .mine).title
    let sentence =
      list.isSearch
      ? "Nothing matches “\(list.query.text)”. \(back) goes back to \(left)."
      : "Nothing is left in \(list.query.view.title). Press \(choose) to choose another view."
    frame.put(sentence, at: area.origin, width: area.size.columns, role: .dim)
    frame.cursor = area.origin
  }
}
