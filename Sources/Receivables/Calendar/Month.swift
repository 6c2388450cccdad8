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
  static func number(_ word: some Collection<UInt8>) -> Int? {
    guard word.count >= 3 else { return nil }
    let folded = word.map { $0 | 0x20 }
    return folds.firstIndex { $0.starts(with: folded) }.map { $0 + 1 }
  }

  private static let folds = titles.map { $0.utf8.map { $0 | 0x20 } }
}
