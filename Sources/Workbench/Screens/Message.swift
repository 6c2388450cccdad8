import TextScreen

/// The last row of the screen.
struct Message: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case notice
    case failure
  }

  var text: String
  var kind: Kind

  func draw(into frame: inout Frame, row: Int) {
    let role: Role = kind == .failure ? .failure : .message
    frame.put(text, at: Position(column: 0, row: row), width: frame.size.columns, role: role)
  }
}
