/// When an invoice is due. `Terms.net(30).due(from: 31 January 2026) == 2 March 2026`.
public enum Terms: Hashable, Sendable {
  /// So many calendar days after the invoice date.
  case net(Int)
  /// So many days after the invoice date, then the end of that month.
  case netThenEndOfMonth(Int)
  /// The end of the invoice's month, then so many days.
  case endOfMonthThenNet(Int)
}
