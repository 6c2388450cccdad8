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
