import TextScreen

/// What shows when a terminal has no room for a screen.
enum TooSmall {
  static let needed = Size(columns: 80, rows: 24)

  static func draw(into frame: inout Frame) {
    let size = frame.size
    let sentence =
      "kept needs \(needed.columns)×\(needed.rows) cells, this terminal has \(size.columns)×\(size.rows). "
      + "Make it larger, or press q to leave; nothing is lost."
    for (row, line) in Wrapping.lines(of: sentence, width: size.columns).prefix(size.rows).enumerated() {
      frame.put(line, at: Position(column: 0, row: row), overflow: .clip)
    }
  }
}
