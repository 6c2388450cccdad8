/// How a numeric date such as 3/4/2026 is read.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// 3 April.
  case dayMonthYear = "dmy"
  /// 4 March.
  case monthDayYear = "mdy"
  /// 2026/4/3.
  case yearMonthDay = "ymd"
}
