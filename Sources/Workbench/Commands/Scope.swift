/// Where a key means something.
public enum Scope: String, Hashable, Sendable, CaseIterable {
  /// On every screen.
  case everywhere
  /// In the list of accounts.
  case queue
  /// On one account.
  case account
  /// In the call log form.
  case call
  /// Before there is a book.
  case start
}
