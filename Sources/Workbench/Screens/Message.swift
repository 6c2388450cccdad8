import TextScreen

/// The last row of the screen.
struct Message: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case notice
    case failure
  }

  var text: String
  var kind: Kind

  /// Draws it into the last row; what is longer than that takes the rows above, at most three in all.
  func draw(into frame: inout Frame, lastRow: Int) {
    let width = frame.size.columns
    let lines = Wrapping.lines(of: text.shortened(to: width * 3), width: width).prefix(3)
    for (offset, line) in lines.enumerated() {
      let position = Position(column: 0, row: lastRow - lines.count + 1 + offset)
      frame.put(line, at: position, width: width, role: kind == .failure ? .failure : .message)
    }
  }
}
