/// Headings of ages, as aging reports have them: `0-30`, `31 - 60 Days`, `> 90`, `91 and over`.
enum AgeBuckets {
  /// The days of a heading, from and to, the last without an end; nil for a heading of something else.
  static func range(_ heading: String) -> (from: Int, to: Int?)? {
    guard heading.utf8.count <= 40 else { return nil }
    let numbers = heading.utf8.split { $0 &- 0x30 > 9 }.compactMap { Int(Substring($0)) }
    // Cells of rows are looked at too, and most of them are told by this.
    guard numbers.count == 1 || numbers.count == 2 && numbers[0] < numbers[1],
      numbers.allSatisfy({ $0 <= 3_650 })
    else { return nil }
    let words = heading.lowercased().split { !$0.isLetter }
    guard words.allSatisfy({ known.contains(String($0)) }) else { return nil }
    let marks = Set(heading.filter { !$0.isLetter && !$0.isNumber && $0 != " " })
    switch numbers.count {
    case 2
    where marks.isSubset(of: ["-", "–", "+", "(", ")", "."])
      && heading.count(where: { $0 == "-" || $0 == "–" }) < 2:
      return (numbers[0], numbers[1])
    case 1
    where marks.contains(">") || marks.contains("+") || words.contains("over") || words.contains("above")
      || words.contains("more")
      || words.contains("older"):
      return (numbers[0], nil)
    default: return nil
    }
  }

  private static let known: Set<String> = [
    "day", "days", "d", "tage", "jours", "días", "giorni", "dagen", "dias", "dagar", "dni", "to", "and",
    "over", "above",
    "older", "past", "due", "overdue", "plus", "or", "more", "than", "months", "month", "not", "yet",
    "current", "jours",
    "retard", "bis", "über", "fällig", "überfällig", "mehr",
  ]

  /// Whether a text is an age and no name, as it stands above the lines of a report by age: `"31 - 60 days past due"`,
  /// `"Current"`.
  static func isAge(_ text: String) -> Bool {
    if range(text) != nil { return true }
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return !words.isEmpty && words.allSatisfy(known.contains) && !text.contains(where: \.isNumber)
  }

  /// Whether headings are those of a report by age.
  static func areIn(_ headings: [String]) -> Bool { headings.count { range($0) != nil } >= 2 }
}
