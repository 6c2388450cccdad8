/// Everything that a person can ask the workbench to do. The one list behind dispatch, the key bar, `?`, `:`,
/// `kept keys` and docs/KEYS.md.
public enum Command: String, Hashable, Sendable, CaseIterable {
  case help, palette, back, leave, refresh, repaint, suspend, undo, copyValue, copyLine, theme
  case search, searchNext, searchPrevious
  case up, down, pageUp, pageDown, top, bottom
  case open, logCall, note, snooze, withdraw, nextAccount, previousAccount
  case chooseView, chooseOrder, sidePane
  case nextSection, previousSection, tagInvoice
  case take, pick, nextField, previousField, save, discard
  case openDemo, importFile
}

extension Command {
  /// Two words at most, for the key bar and the palette.
  public var title: String {
    switch self {
    case .help: "help"
    case .palette: "commands"
    case .back: "back"
    case .leave: "leave"
    case .refresh: "refresh"
    case .repaint: "repaint"
    case .suspend: "suspend"
    case .undo: "undo"
    case .copyValue: "copy"
    case .copyLine: "copy line"
    case .theme: "theme"
    case .search: "search"
    case .searchNext: "next hit"
    case .searchPrevious: "previous hit"
    case .up: "up"
    case .down: "down"
    case .pageUp: "page up"
    case .pageDown: "page down"
    case .top: "first"
    case .bottom: "last"
    case .open: "open"
    case .logCall: "log call"
    case .note: "note"
    case .snooze: "snooze"
    case .withdraw: "withdraw"
    case .nextAccount: "next"
    case .previousAccount: "previous"
    case .chooseView: "view"
    case .chooseOrder: "sort"
    case .sidePane: "pane"
    case .nextSection: "section"
    case .previousSection: "section back"
    case .tagInvoice: "tag"
    case .take: "take"
    case .pick: "pick"
    case .nextField: "next field"
    case .previousField: "field back"
    case .save: "save"
    case .discard: "discard"
    case .openDemo: "demo book"
    case .importFile: "import file"
    }
  }

  /// One sentence that says what it does.
  public var explanation: String {
    switch self {
    case .help: "Show every key; typing searches, Enter runs it."
    case .palette: "Run any command by its name."
    case .back: "Cancel or go back one screen."
    case .leave: "Leave the screen; on the queue, leave kept."
    case .refresh: "Read everything again."
    case .repaint: "Paint the screen from scratch."
    case .suspend: "Step into the background; fg brings it back."
    case .undo: "Take back my last entry; it stays readable as reversed."
    case .copyValue: "Copy the account number or the invoice number."
    case .copyLine: "Copy the selected line."
    case .theme: "Change the colours: dark, light, high contrast, mono."
    case .search: "Search by name, number, phone, invoice or note."
    case .searchNext: "Go to the next account that matches."
    case .searchPrevious: "Go to the previous account that matches."
    case .up: "One row up."
    case .down: "One row down."
    case .pageUp: "One page up."
    case .pageDown: "One page down."
    case .top: "To the first row."
    case .bottom: "To the last row."
    case .open: "Open the selected account."
    case .logCall: "Log a call, a letter or a visit on this account."
    case .note: "Write a comment on this account."
    case .snooze: "Put the account off until a day, with a reason."
    case .withdraw: "Record that the customer takes a promise back."
    case .nextAccount: "Go to the next account of the queue."
    case .previousAccount: "Go to the previous account of the queue."
    case .chooseView: "Choose which accounts are listed."
    case .chooseOrder: "Choose what the list is sorted by."
    case .sidePane: "Show or hide the pane beside the list."
    case .nextSection: "Go to the next part of the account."
    case .previousSection: "Go to the previous part of the account."
    case .tagInvoice: "Tag the invoice for the next call."
    case .take: "Take the marked result; its letter takes it at once."
    case .pick: "Pick a value from a list; typing filters."
    case .nextField: "Go to the next field; saves on the last."
    case .previousField: "Go to the field before."
    case .save: "Save the form and go to the next account."
    case .discard: "Throw away what was typed into the form, after asking."
    case .openDemo: "Make a demo company and open it."
    case .importFile: "Import a file of invoices."
    }
  }
}

/// Where a key means something.
public enum Scope: String, Hashable, Sendable, CaseIterable {
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
}
