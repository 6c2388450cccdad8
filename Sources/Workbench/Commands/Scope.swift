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
