extension Frame {
  /// The rows as plain text without trailing blanks, for goldens and replay.
  public func lines() -> [String] {
    (0..<size.rows).map { row in
      var line = ""
      var blanks = 0
      for cell in cells[row * size.columns..<(row + 1) * size.columns] {
        if cell.glyph == .blank {
          blanks += 1
        } else if cell.glyph.width > 0 {
          line += String(repeating: " ", count: blanks) + cell.glyph.text
          blanks = 0
        }
      }
      return line
    }
  }
}
