import Receivables

extension PaymentRun {
  /// The form in the ledger file: `"weekly 4"` (ISO weekday), `"fortnightly 20411"` (a day of a run),
  /// `"monthly 15"`.
  var stored: String {
    switch self {
    case .weekly(let weekday): "weekly \(weekday.rawValue)"
    case .fortnightly(let anchor): "fortnightly \(anchor.number)"
    case .monthly(let day): "monthly \(day)"
    }
  }

  /// A run as stored; nil for a form of a later version.
  init?(stored text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let number = Int(parts[1]) else { return nil }
    switch parts[0] {
    case "weekly":
      guard let weekday = Weekday(rawValue: number) else { return nil }
      self = .weekly(weekday)
    case "fortnightly": self = .fortnightly(anchor: CalendarDay(number: number))
    case "monthly": self = .monthly(day: number)
    default: return nil
    }
  }
}
