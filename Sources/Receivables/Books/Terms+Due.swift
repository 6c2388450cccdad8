extension Terms {
  /// When an invoice of that date is due.
  ///
  /// net 30 from 31 January 2026 is 2 March; 30 days then end of month from 15 January is 28 February; end of month
  /// then 30 days from 14 February is 30 March.
  public func due(from issued: CalendarDay) -> CalendarDay {
    switch self {
    case .net(let days): issued.advanced(by: days)
    case .netThenEndOfMonth(let days): issued.advanced(by: days).endOfMonth
    case .endOfMonthThenNet(let days): issued.endOfMonth.advanced(by: days)
    }
  }
}
