/// What a terminal reports.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted, unsanitised.
  case paste(String)
  /// The first mouse button was clicked.
  case click(Position)
  /// The wheel was turned: positive is down, in rows.
  case wheel(Int, at: Position)
  /// The terminal has another size now.
  case resize(Size)
  /// The line dropped or the process is asked to end: keep what was typed.
  case hangUp
  /// The process is back in the foreground.
  case resumed
}
