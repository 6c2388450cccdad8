import TextScreen

/// Something laid over a screen that takes the keys until it is done: help, palette, pick list, question.
protocol Overlay: Sendable {
  /// A key. Printable keys are text in every overlay that has a field.
  mutating func type(_ key: Key, _ sitting: inout Sitting) -> OverlayTurn

  /// Pasted text.
  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn

  /// A click or a turn of the wheel.
  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn

  /// An answer to what it asked for.
  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> OverlayTurn

  /// Draws over the finished screen and sets the cursor on its focus.
  func draw(into frame: inout Frame, _ sitting: Sitting)
}

extension Overlay {
  mutating func paste(_ text: String, _ sitting: inout Sitting) -> OverlayTurn { .stay }

  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> OverlayTurn { .stay }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> OverlayTurn { .stay }
}
