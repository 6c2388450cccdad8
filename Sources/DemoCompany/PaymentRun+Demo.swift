import Receivables

extension PaymentRun {
  /// The first run on or after a day.
  func demoRun(onOrAfter day: CalendarDay) -> CalendarDay { day }
}
