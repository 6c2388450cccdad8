import Receivables

extension CalendarDay {
  /// Nine cells that name the day in any year: `"27 Nov 26"`, `" 3 Jun 13"`.
  var dated: String {
    let (year, _, day) = components
    let last = year % 100
    return "\(day < 10 ? " " : "")\(short) \(last < 10 ? "0" : "")\(last)"
  }

  /// At most six cells: the day near `today`, the month in other years: `"27 Nov"`, `"Nov'24"`.
  func compact(_ today: CalendarDay) -> String {
    let year = components.year
    guard year != today.components.year else { return short }
    let last = year % 100
    let month = short.split(separator: " ").last ?? ""
    return "\(month)'\(last < 10 ? "0" : "")\(last)"
  }
}
