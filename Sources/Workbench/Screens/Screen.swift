import Receivables
import TextScreen

/// One screen as a value. It sees commands, text and answers; it draws itself; it does nothing else.
protocol Screen: Sendable {
  /// Which keys mean something here.
  var scope: Scope { get }

  /// Whether printable keys and keys that edit text (left, right, home, end, delete) are for `type` just now, so
  /// that none of them is a command.
  var isTyping: Bool { get }

  /// The commands that the key bar shows, most useful first. The desk puts help before them.
  var keyBar: [Command] { get }

  /// What the first row says between the book's name and the collector: view, filter, counts, account.
  func title(_ sitting: Sitting) -> String

  /// A command of its scope that the desk does not carry out itself. `back` and `leave` come here, so that a
  /// screen can keep what was typed; it answers them with `.pop`.
  mutating func perform(_ command: Command, _ sitting: inout Sitting) -> Turn

  /// A key that is text or is not bound.
  mutating func type(_ key: Key, _ sitting: inout Sitting) -> Turn

  /// Text that was pasted while `isTyping`.
  mutating func paste(_ text: String, _ sitting: inout Sitting) -> Turn

  /// What was chosen in an overlay that this screen opened for `purpose`.
  mutating func chosen(_ value: String, for purpose: String, _ sitting: inout Sitting) -> Turn

  /// An answer, a passing of time, another size, or the line dropping: `.input(.hangUp)`. Every screen of the
  /// stack hears it.
  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn

  /// It is on top again after another screen was.
  mutating func resume(_ sitting: inout Sitting) -> Turn

  /// A click or a turn of the wheel in the body, in cells of the whole frame.
  mutating func point(_ event: InputEvent, in body: Rectangle, _ sitting: inout Sitting) -> Turn

  /// Draws into `body`, rows 2 to the last but two, and sets the cursor on its focus. The desk draws the title
  /// row above, the key bar and the message line below.
  func draw(into frame: inout Frame, in body: Rectangle, _ sitting: Sitting)
}

extension Screen {
  var isTyping: Bool { false }

  mutating func type(_ key: Key, _ sitting: inout Sitting) -> Turn { .none }

  mutating func paste(_ text: String, _ sitting: inout Sitting) -> Turn { .none }

  mutating func chosen(_ value: String, for purpose: String, _ sitting: inout Sitting) -> Turn { .none }

  mutating func receive(_ event: Event, _ sitting: inout Sitting) -> Turn { .none }

  mutating func resume(_ sitting: inout Sitting) -> Turn { .none }
}
