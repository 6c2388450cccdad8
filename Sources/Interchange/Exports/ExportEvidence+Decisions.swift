import Receivables

extension ExportEvidence {
  /// The order of the file's numeric dates; nil when no date needs one. `place` finds a cell's line and column.
  func dateOrder(
    _ options: ReadingRules, layout: Layout?, place: (String) -> (line: Int, column: String)?
  ) throws(ExportProblem) -> DateOrder? {
    let given = options.dateOrder ?? layout?.dateOrder
    switch dates.verdict {
    case .order(let order): return given ?? order
    case .any: return given
    case .destroyed(let example):
      let found = place(example)
      throw .refused(
        Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(example)\" has lost its day: a spreadsheet has kept only the time. "
            + "Export the file again and import it without opening it in a spreadsheet."))
    case .contradictory: return given ?? firstOrder
    case .ambiguous(let example):
      if let order = given ?? options.fallbackDateOrder { return order }
      let found = place(example)
      throw .ambiguousDates(
        example: example,
        refusal: Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(example)\" could be two different days, and no date of the file decides. "
            + "Say which with --date-order dmy or --date-order mdy."))
    }
  }

  /// What stands before the decimals of the file's amounts.
  func decimal(
    _ options: ReadingRules, place: (String) -> (line: Int, column: String)?
  ) throws(ExportProblem) -> DecimalMark {
    if let given = options.decimal { return given }
    switch amounts.verdict {
    case .mark(let mark): return mark
    case .either: return .point
    case .contradictory: return firstMark ?? .point
    case .ambiguous(let example):
      // Nobody writes cents in three digits after a comma; after a point, some systems do.
      if example.contains(",") { return .point }
      let found = place(example)
      throw .refused(
        Refusal(
          line: found?.line, column: found?.column,
          reason: "\"\(example)\" could be thousands or decimals, and no amount of the file decides. "
            + "Say which with --decimal-mark comma (thousands) or --decimal-mark point (decimals)."))
    }
  }
}
