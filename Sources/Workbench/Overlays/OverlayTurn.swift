/// What came of a key in an overlay.
enum OverlayTurn: Sendable {
  /// It stays.
  case stay
  /// It stays and these effects run; the answers come to it.
  case effects([Effect])
  /// It stays and says something.
  case message(Message)
  /// It is closed and nothing happens.
  case close
  /// It is closed and the screen below is told what was chosen, by the purpose it was opened for.
  case chosen(purpose: String, value: String)
  /// It is closed and the desk does this.
  case turn(Turn)
}
