import Receivables
import TextScreen

/// One screen as a value. It sees commands, text and answers; it draws itself; it does nothing else.
protocol Screen: Sendable {
  /// Which keys mean something here.
  var scope: Scope { get }

  /// Whether printable keys are text just now, so that none of them is a command.
  var isTyping: Bool { get }

  /// The commands that the key bar shows, most useful first.
  var keyBar: [Command] { get }

  /// A command of its scope that the desk does not carry out itself.
  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn

  /// A key that is text or is not bound.
  mutating func type(_ key: Key, _ sitting: inout Sitting) -> Turn

  /// Text that was pasted while `isTyping`.
  mutating func paste(_ text: String, _ sitting: inout Sitting) -> Turn

  /// An answer or a passing of time.
  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn

  /// A click or a turn of the wheel in the body.
  mutating func point(_ event: InputEvent, _ sitting: inout Sitting) -> Turn

  /// Rows 1 to the last but two; the desk draws the key bar and the message line below.
  func draw(into frame: inout Frame, _ sitting: Sitting)
}
