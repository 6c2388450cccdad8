/// English month names, by number 1–12.
enum Month {
  static let titles = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  /// `"Nov"` for 11.
  static func short(_ month: Int) -> String { String(titles[month - 1].prefix(3)) }

  /// The month that a word of at least three letters begins or names, in any case: `nov`, `Sept`, `NOVEMBER`.
  static func number(_ word: some StringProtocol) -> Int? {
    let folded = word.lowercased()
    guard folded.utf8.count >= 3 else { return nil }
    return titles.firstIndex { $0.lowercased().hasPrefix(folded) }.map { $0 + 1 }
  }
}
