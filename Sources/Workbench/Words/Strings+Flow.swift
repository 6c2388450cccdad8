import TextScreen

extension [String] {
  /// The items one after the other with " · " between them, broken between items into lines of `width` cells.
  ///
  /// With more than `lines` lines the rest stands at the end of the last one and is cut there.
  func flowed(width: Int, lines limit: Int) -> [String] {
    var lines: [String] = []
    for item in self {
      if let last = lines.last,
        lines.count == limit || DisplayWidth.of(last) + 3 + DisplayWidth.of(item) <= width
      {
        lines[lines.count - 1] += " · \(item)"
      } else {
        lines.append(item)
      }
    }
    return lines
  }
}
