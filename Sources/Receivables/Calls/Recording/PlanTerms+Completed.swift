extension PlanTerms {
  /// The terms with their invoices in order, checked against the account. Without invoices, all that are past due.
  func completed(for picture: AccountPicture) throws(CallProblem) -> PlanTerms {
    guard let first = instalments.first else {
      throw CallProblem(.instalments, "How many instalments were agreed?")
    }
    guard first.due >= picture.asOf else { throw CallProblem(.date, "\(first.due.long) has passed.") }
    for (earlier, later) in zip(instalments, instalments.dropFirst()) where later.due <= earlier.due {
      throw CallProblem(.date, "The instalment on \(later.due.long) comes before the one above it.")
    }
    guard instalments.allSatisfy({ $0.amount > 0 }) else {
      throw CallProblem(.amount, "Every instalment must be more than zero.")
    }
    let total: Money
    do { total = try self.total() } catch { throw CallProblem(error) }
    var terms = self
    terms.invoices = try picture.covered(invoices, amount: total.minor, in: currency)
    guard picture.currency(of: terms.invoices) == currency else {
      throw CallProblem(.invoices, "The invoices are not in \(currency).")
    }
    let open = try picture.open(on: terms.invoices, in: currency)
    guard total.minor <= open.minor else {
      throw CallProblem(.amount, "\(total) is more than is open. Open on the covered invoices: \(open).")
    }
    return terms
  }
}
