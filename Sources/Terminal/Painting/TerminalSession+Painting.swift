internal import CNcursesW
public import TextScreen

extension TerminalSession {
  /// Shows a frame. What differs from the frame before is painted, and of that ncurses sends what differs from what is
  /// on the screen.
  public func paint(_ frame: Frame) {
    let window = kept_window()
    let size = self.size
    let columns = min(frame.size.columns, size.columns)
    let known = shown?.size == frame.size ? shown : nil
    if known == nil { werase(window) }
    var run: [cchar_t] = []
    run.reserveCapacity(columns)
    for row in 0..<min(frame.size.rows, size.rows) {
      let first = row * frame.size.columns
      let all = first..<first + columns
      guard let changed = known.map({ Self.changes(in: all, from: $0, to: frame) }) ?? all else { continue }
      paint(frame.cells[changed], row: row, column: changed.lowerBound - first, &run)
    }
    wmove(
      window, Int32(min(max(frame.cursor.row, 0), size.rows - 1)),
      Int32(min(max(frame.cursor.column, 0), size.columns - 1)))
    wnoutrefresh(window)
    doupdate()
    shown = frame
  }

  /// From the first to the last cell that differs, without half of a wide character; nil when none does.
  private static func changes(in cells: Range<Int>, from old: Frame, to new: Frame) -> Range<Int>? {
    guard var first = cells.first(where: { old.cells[$0] != new.cells[$0] }),
      var last = cells.last(where: { old.cells[$0] != new.cells[$0] })
    else { return nil }
    if new.cells[first].glyph.width == 0, first > cells.lowerBound { first -= 1 }
    if new.cells[last].glyph.width == 2, last + 1 < cells.upperBound { last += 1 }
    return first..<last + 1
  }

  /// What is not ASCII ends a run, so that the next one starts in its own column even if this system's tables give a
  /// character another width.
  private func paint(_ cells: ArraySlice<Cell>, row: Int, column: Int, _ run: inout [cchar_t]) {
    var start = cells.startIndex
    for place in cells.indices {
      let cell = cells[place]
      if cell.glyph.width > 0 { run.append(palette.character(cell)) }
      guard !cell.glyph.isASCII || place + 1 == cells.endIndex else { continue }
      wmove(kept_window(), Int32(row), Int32(column + start - cells.startIndex))
      wadd_wchnstr(kept_window(), run, Int32(run.count))
      run.removeAll(keepingCapacity: true)
      start = place + 1
    }
  }
}
