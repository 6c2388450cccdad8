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
    var run: [UInt8] = []
    run.reserveCapacity(columns * 4)
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

  private func paint(_ cells: ArraySlice<Cell>, row: Int, column: Int, _ run: inout [UInt8]) {
    let window = kept_window()
    var next = cells.startIndex
    while next < cells.endIndex {
      let start = next
      let role = cells[start].role
      next = collect(cells, from: start, into: &run)
      let style = palette[role]
      wattr_set(window, style.attributes, style.pair, nil)
      wmove(window, Int32(row), Int32(column + start - cells.startIndex))
      run.withUnsafeBytes { bytes in
        _ = waddnstr(window, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
      }
    }
  }

  /// Takes cells of one role. What is not ASCII ends a run, so that the next one starts in its own column even if
  /// this system's tables give a character another width.
  private func collect(_ cells: ArraySlice<Cell>, from start: Int, into run: inout [UInt8]) -> Int {
    run.removeAll(keepingCapacity: true)
    let role = cells[start].role
    var column = start
    while column < cells.endIndex, cells[column].role == role {
      let glyph = cells[column].glyph
      glyph.append(to: &run)
      column += 1
      if !glyph.isASCII { break }
    }
    return column
  }
}
