import TextScreen

extension [String] {
  /// The items one after the other with " · " between them, broken between items into lines of `width` cells.
  ///
  /// With more than `lines` lines the rest stands at the end of the last one and is cut there.
  func flowed(width: Int, lines limit: Int) -> [String] {
    var lines: [String] = []
    var taken = 0
    for item in self {
      let cells = DisplayWidth.of(item)
      if !lines.isEmpty, lines.count == limit || taken + 3 + cells <= width {
        lines[lines.count - 1] += " · \(item)"
        taken += 3 + cells
      } else {
        lines.append(item)
        taken = cells
      }
    }
    return lines
  }
}
