import Receivables
import TextScreen

/// The whole workbench as one value: events in, effects out, a frame at any moment.
///
///     var desk = Desk(sitting: sitting)
///     run(desk.begin())
///     let effects = desk.update(.input(.key(.function(6))))
///     paint(desk.frame())
public struct Desk: Sendable {
  var sitting: Sitting
  let keymap: Keymap
  var screens: ScreenStack
  var overlay: (any Overlay)?
  var message: Message?
  var progress: ProgressBox?
  /// The account that was asked for, and what for.
  var opening: (account: AccountID, purpose: Opening)?
  /// A command that waits for a stretch of the list.
  var again: Command?
  /// The newest business date that was asked for: once is enough, even if it fails.
  var begunDay: CalendarDay?
  var outbox: [Effect] = []

  /// A desk in its first state: the queue, or the start screen when there is no book or an empty one.
  public init(sitting: Sitting, keymap: Keymap = .standard) {
    self.sitting = sitting
    self.keymap = keymap
    screens = ScreenStack(root: Self.root(sitting))
  }

  /// What to ask for before the first frame.
  public mutating func begin() -> [Effect] {
    if sitting.hasAccounts {
      outbox += sitting.list.reload()
      outbox += [sitting.list.readTotals, .loadDrafts]
    }
    return drain()
  }

  /// Takes one event and answers what to do in the world outside, in order.
  public mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .input(let input): take(input)
    default: hear(event)
    }
    return drain()
  }

  private mutating func drain() -> [Effect] {
    defer { outbox.removeAll() }
    return outbox
  }

  static func root(_ sitting: Sitting) -> any Screen {
    sitting.hasAccounts ? QueueScreen() : StartScreen()
  }
}
