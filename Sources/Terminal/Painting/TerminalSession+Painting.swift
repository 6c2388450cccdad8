internal import CNcursesW
public import TextScreen

extension TerminalSession {
  /// Shows a frame. Everything is painted; ncurses sends only what differs from what is on the screen.
  public func paint(_ frame: Frame) {
    let window = kept_window()
    let size = self.size
    let columns = min(frame.size.columns, size.columns)
    var run: [UInt8] = []
    run.reserveCapacity(columns * 4)
    werase(window)
    for row in 0..<min(frame.size.rows, size.rows) {
      let cells = frame.cells[row * frame.size.columns..<row * frame.size.columns + columns]
      var column = cells.startIndex
      while column < cells.endIndex {
        let start = column
        let role = cells[start].role
        column = collect(cells, from: start, into: &run)
        let style = palette[role]
        wattr_set(window, style.attributes, style.pair, nil)
        wmove(window, Int32(row), Int32(start - cells.startIndex))
        run.withUnsafeBytes { bytes in
          _ = waddnstr(window, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
        }
      }
    }
    wmove(
      window, Int32(min(max(frame.cursor.row, 0), size.rows - 1)),
      Int32(min(max(frame.cursor.column, 0), size.columns - 1)))
    wnoutrefresh(window)
    doupdate()
  }

  /// Takes cells of one role. What is not ASCII ends a run, so that the next one starts in its own column even if
  /// this system's tables give a character another width.
  private func collect(_ cells: ArraySlice<Cell>, from start: Int, into run: inout [UInt8]) -> Int {
    run.removeAll(keepingCapacity: true)
    let role = cells[start].role
    var column = start
    while column < cells.endIndex, cells[column].role == role {
      let cell = cells[column]
      run.append(contentsOf: cell.text.utf8)
      column += 1
      if cell.text.utf8.count != 1 { break }
    }
    return column
  }
}
