import Receivables

extension CalendarDay {
  /// At most six cells: the day near `today`, the month in other years: `"27 Nov"`, `"Nov'24"`.
  func compact(_ today: CalendarDay) -> String {
    let year = components.year
    guard year != today.components.year else { return short }
    let last = year % 100
    let month = short.split(separator: " ").last ?? ""
    return "\(month)'\(last < 10 ? "0" : "")\(last)"
  }
}
