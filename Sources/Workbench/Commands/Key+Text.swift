import TextScreen

extension Key {
  /// Whether it types or edits in a text field, so that it is no command while one has the focus.
  var isText: Bool {
    switch self {
    case .character, .left, .right, .home, .end, .backspace, .delete: true
    default: false
    }
  }
}
