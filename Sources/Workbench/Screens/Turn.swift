import Receivables

/// What came of a step: effects to run, a move between screens, a message.
struct Turn: Sendable {
  /// How the stack of screens changes.
  enum Move: Sendable {
    /// Put a screen on top.
    case push(any Screen)
    /// Take the top one away; on the last one this does nothing.
    case pop
    /// Take the top one away and let the one below go to the next account, if this one is selected.
    case popToNext(after: AccountID)
    /// Lay something over the screen that takes the keys until it is done.
    case overlay(any Overlay)
    /// Read an account, then do this with it.
    case open(AccountID, Opening)
  }

  var effects: [Effect] = []
  var move: Move?
  var message: Message?
  /// A command to run now, as if its key had been pressed.
  var run: Command?
  /// A command to run again as soon as the worklist that `effects` ask for is there.
  var again: Command?

  static let none = Turn()

  static func effects(_ effects: Effect...) -> Turn { Turn(effects: effects) }

  static func message(_ text: String, _ kind: Message.Kind = .notice) -> Turn {
    Turn(message: Message(text: text, kind: kind))
  }

  static func move(_ move: Move, _ effects: Effect...) -> Turn { Turn(effects: effects, move: move) }
}
