import Receivables
import TextScreen

/// A search while it is typed: what shows is what the letters so far find, and what was there before comes back when it is
/// left.
struct SearchTyping: Sendable {
  private let list: AccountList
  private let screens: ScreenStack

  static let keyBar = KeyBar([
    KeyBar.Entry(.enter, "go on"), KeyBar.Entry(.escape, "back"), KeyBar.Entry(.up, "previous"),
    KeyBar.Entry(.down, "next"),
  ])

  init(_ list: AccountList, _ screens: ScreenStack) {
    self.list = list
    self.screens = screens
  }

  /// Another letter was typed, or taken back; answers what is read at once.
  func type(_ text: String, in sitting: inout Sitting) -> [Effect] {
    guard text.trimmed.isEmpty else {
      sitting.list.type(text)
      return []
    }
    sitting.list.take(back: list)
    return sitting.list.reload()
  }

  /// What is needed whatever will be looked for; nil when something is.
  func preparation(_ sitting: Sitting) -> Effect? {
    sitting.list.query == list.query ? .read(.search(of: list.query)) : nil
  }

  /// Everything as it was before.
  func leave(_ sitting: inout Sitting) -> ScreenStack {
    sitting.list.take(back: list)
    return screens
  }
}

extension Desk {
  /// Asks for what to look for, with the queue to show it in.
  mutating func beginSearch(_ text: String) {
    typing = SearchTyping(sitting.list, screens)
    screens.popToRoot()
    apply(screens.onTop(&sitting) { $0.resume(&$1) })
    overlay = Prompt(.search(text))
    if !text.isEmpty { type(text) }
  }

  /// What is typed so far, and what shows with it.
  mutating func type(_ text: String) { outbox += typing?.type(text, in: &sitting) ?? [] }

  /// Goes on with what was found, whether it was read already or not.
  mutating func endTyping(_ text: String) {
    typing = nil
    if text.trimmed != sitting.list.query.text || sitting.list.isAwaited {
      outbox += sitting.list.search(text)
    } else {
      sayElsewhere()
    }
    outbox.append(.read(.search(of: nil)))
  }

  /// Back to the screen and the list from which the search was begun, as they are now.
  mutating func leaveTyping() {
    guard let typing else { return }
    self.typing = nil
    outbox.append(.read(.search(of: nil)))
    screens = typing.leave(&sitting)
    refreshList()
    tell(.changedElsewhere)
  }

  /// A key that is for the screen below the overlay; what that waits for is read first.
  mutating func performBelow(_ command: Command) {
    guard let awaited = sitting.list.awaited else { return run(command) }
    outbox.append(awaited)
    again = command
  }
}
