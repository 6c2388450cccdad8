import TextScreen

extension ListWindow {
  /// Moves the selection as a command of every list says; false for any other command.
  mutating func follow(_ command: Command) -> Bool {
    switch command {
    case .up: handle(.up)
    case .down: handle(.down)
    case .pageUp: handle(.pageUp)
    case .pageDown: handle(.pageDown)
    case .top: handle(.home)
    case .bottom: handle(.end)
    default: false
    }
  }
}
