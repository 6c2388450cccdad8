import Receivables

extension CallReading {
  /// The instalments that the form describes.
  func plan() throws(FieldProblem) -> PlanTerms {
    guard let (count, rhythm) = try at(.instalments, instalments) else {
      throw FieldProblem(.instalments, "In how many instalments? Type 3 or 6 weekly.")
    }
    guard let first = try at(.date, day) else {
      throw FieldProblem(.date, "On which day is the first instalment? Type fri, +3 or eom.")
    }
    let total = try at(.amount, amount)
    let invoices = try at(.invoices, chosenIDs)
    do {
      return try PlanTerms(splitting: total, into: count, first: first, every: rhythm, invoices: invoices)
    } catch {
      throw FieldProblem(error)
    }
  }

  /// How many instalments, and how far apart: `3`, `6 weekly`, `4 f`. Monthly unless said otherwise.
  func instalments() throws(TypingProblem) -> (count: Int, rhythm: PlanRhythm)? {
    guard let typed = text(.instalments) else { return nil }
    let words = typed.lowercased().split(separator: " ")
    let rhythm = words.count == 1 ? .monthly : PlanRhythm.allCases.first { $0.rawValue.hasPrefix(words[1]) }
    guard words.count <= 2, let count = Int(words[0]), let rhythm,
      (2...PlanTerms.mostInstalments).contains(count)
    else {
      throw TypingProblem("“\(typed)” is not a number of instalments. Type 3, 6 weekly or 4 fortnightly.")
    }
    return (count, rhythm)
  }
}
