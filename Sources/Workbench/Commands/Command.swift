import TextScreen

/// Everything that a person can ask the workbench to do. What each is called, which keys ask for it and when
/// it cannot be done stands in its row of `CommandTable.standard`.
public enum Command: Hashable, Sendable, CaseIterable {
  case help, palette, back, leave, refresh, repaint, suspend, undo, correct, copyValue, copyLine, theme
  case search, searchNext, searchPrevious, searchEverywhere
  case up, down, pageUp, pageDown, top, bottom
  case open, logCall, logLine, note, snooze, dispute, escalate, withdraw, hold, person, paymentRun, relate,
    nextAccount,
    previousAccount
  case chooseView, chooseOrder, sidePane, bell, lookAt
  case nextSection, previousSection, tagInvoice, tagAll, tagRange, sortInvoices, filter, details
  case take, pick, nextField, previousField, save, discard, addOutcome
  case openDemo, importFile, answer, takeFile
  case takeMoney, takeCertain, split, putAgainst, partAmount, shortReason, whoseMoney, remittance
  case customers, merge, joinBranch, joinGroup, different, swap
  case choose, nextValue, previousValue, mark, markAll
}

/// Where a key means something.
public enum Scope: Hashable, Sendable, CaseIterable {
  /// On every screen.
  case everywhere
  /// In the list of accounts.
  case queue
  /// On one account.
  case account
  /// Choosing what came of a call.
  case callMenu
  /// In the call log form.
  case call
  /// Before there is a book.
  case start
  /// On a file before it is taken.
  case importing
  /// On the money of a bank statement.
  case cash
  /// On the invoices that it pays.
  case split
  /// On customers that may be the same.
  case customers
  /// In a list to pick from: help, the commands, the values of a field.
  case list
  /// On a line of a small form that is typed.
  case form
  /// On a line of a small form that offers a few values.
  case choice
  /// In front of a question.
  case question
  /// In the line that asks for a search or a path.
  case prompt
  /// Marking invoices.
  case invoices

  /// Whether letters and the keys that edit a line are text here or name something shown here, so that those
  /// of everywhere do not hold.
  var holdsText: Bool {
    switch self {
    case .everywhere, .queue, .account, .start, .importing, .cash, .split, .customers: false
    case .callMenu, .call, .list, .form, .choice, .question, .prompt, .invoices: true
    }
  }

  /// Whether a key is text here, not what it asks for everywhere.
  func keeps(_ key: Key) -> Bool { holdsText && key.isText }
}

extension ListWindow {
  /// Moves the selection as a command of every list says; false for any other command.
  mutating func follow(_ command: Command) -> Bool {
    switch command {
    case .up: handle(.up)
    case .down: handle(.down)
    case .pageUp: handle(.pageUp)
    case .pageDown: handle(.pageDown)
    case .top: handle(.home)
    case .bottom: handle(.end)
    default: false
    }
  }
}
