extension PaymentRun {
  /// What people read and `init(text:)` reads back: `"Thu"`, `"fortnightly from 2026-01-08"`, `"monthly 15"`.
  public var text: String {
    switch self {
    case .weekly(let weekday): weekday.short
    case .fortnightly(let anchor): "fortnightly from \(anchor.iso)"
    case .monthly(let day): "monthly \(day)"
    }
  }

  /// `Thu`, `thursdays`, `weekly Thu`, `fortnightly from 2026-01-08`, `monthly 15`, `monthly eom`; nil for others.
  public init?(text: some StringProtocol) {
    let words = text.lowercased().split { $0 == " " || $0 == "\t" }
    switch (words.first, words.count) {
    case ("fortnightly", 2...3):
      guard words.count == 2 || words[1] == "from", let anchor = CalendarDay(iso: words[words.count - 1])
      else {
        return nil
      }
      self = .fortnightly(anchor: anchor)
    case ("monthly", 2):
      guard let day = words[1] == "eom" ? 31 : Int(words[1]), (1...31).contains(day) else { return nil }
      self = .monthly(day: day)
    case ("weekly", 2), ("every", 2), (_, 1):
      guard let word = words.last,
        let weekday = Weekday(name: word.hasSuffix("days") ? word.dropLast() : word)
      else {
        return nil
      }
      self = .weekly(weekday)
    default: return nil
    }
  }
}
