/// When a customer's accounts payable department pays.
public enum PaymentRun: Hashable, Sendable {
  /// Every week on that day.
  case weekly(Weekday)
  /// Every second week, on the weekday of `anchor`, which is one of its runs.
  case fortnightly(anchor: CalendarDay)
  /// Once a month on that day, clipped to the month's length.
  case monthly(day: Int)
}
