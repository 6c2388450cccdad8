import Receivables

extension CallReading {
  /// The instalments that the form describes.
  func plan() throws(FieldProblem) -> PlanTerms {
    guard let count = try at(.instalments, instalments) else {
      throw FieldProblem(.instalments, "In how many instalments? Type 2 to 60.")
    }
    guard let first = try at(.date, day) else {
      throw FieldProblem(.date, "On which day is the first instalment? Type fri, +3 or eom.")
    }
    let total = try at(.amount, amount)
    let invoices = try at(.invoices, chosenIDs)
    do {
      return try PlanTerms(splitting: total, into: count, first: first, invoices: invoices)
    } catch {
      throw FieldProblem(error)
    }
  }
}
