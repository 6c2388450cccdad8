import TextScreen

/// Something laid over a screen that takes the keys until it is done: help, palette, pick list, question.
protocol Overlay: Sendable {
  /// A key, already known not to be a resize.
  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn

  /// Pasted text.
  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn

  /// A click or a turn of the wheel.
  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn

  /// Draws over the finished screen and sets the cursor on its focus.
  func draw(into frame: inout Frame, _ sitting: Sitting)
}
