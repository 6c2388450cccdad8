import Receivables

extension ExportEvidence {
  /// Where a cell contradicts an earlier one. Each refuses the file, whose rows are read as the earlier cell has it,
  /// to find what else is wrong.
  func contradictions(
    _ options: ReadingRules, layout: Layout?, place: (String) -> (line: Int, column: String)?
  ) -> [Refusal] {
    var refusals: [Refusal] = []
    if (options.dateOrder ?? layout?.dateOrder) == nil,
      case .contradictory(let dayFirst, let monthFirst) = dates.verdict
    {
      let (day, month) = ((dayFirst, "day first"), (monthFirst, "month first"))
      let (earlier, later) = firstOrder == .monthDayYear ? (month, day) : (day, month)
      let found = place(later.0)
      refusals.append(
        Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(later.0)\" can only be \(later.1), but \"\(earlier.0)\" on line "
            + "\(place(earlier.0)?.line ?? 0) only \(earlier.1). Correct it, or export the file with one kind of "
            + "date, best as year-month-day."))
    }
    if options.decimal == nil, case .contradictory(let withPoint, let withComma) = amounts.verdict {
      let (point, comma) = ((withPoint, "point"), (withComma, "comma"))
      let (earlier, later) = firstMark == .comma ? (comma, point) : (point, comma)
      let found = place(later.0)
      refusals.append(
        Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(later.0)\" has a decimal \(later.1), but \"\(earlier.0)\" on line "
            + "\(place(earlier.0)?.line ?? 0) a decimal \(earlier.1). Correct it, or export the file again with "
            + "one notation of amounts."))
    }
    return refusals
  }
}
