extension AccountPicture {
  /// Open promises that cannot stand beside `terms`: they share an invoice, and together they come to more than is
  /// open on what they cover. Newer ones are kept first.
  func promisesReplaced(by terms: PromiseTerms) throws(CallProblem) -> [EntryNumber] {
    let asked = Set(terms.invoices)
    var covered = asked
    var promised = terms.amount.minor
    var replaced: [EntryNumber] = []
    for old in promises where old.state.isActive && old.terms.kind == .promise {
      guard old.terms.amount.currency == terms.amount.currency, !terms.supersedes.contains(old.entry),
        old.terms.invoices.contains(where: asked.contains)
      else { continue }
      let union = covered.union(old.terms.invoices)
      let open = try open(on: Array(union), in: terms.amount.currency).minor
      let left = max(0, old.terms.amount.minor - old.paid - old.credited)
      if left <= open, promised <= open - left {
        covered = union
        promised += left
      } else {
        replaced.append(old.entry)
      }
    }
    return replaced
  }

  /// Money put against these invoices today, less reversals: it came before the call.
  func paidToday(on covered: [DocumentID]) throws(CallProblem) -> Int64 {
    let wanted = Set(covered)
    var sum: Int64 = 0
    do {
      for application in file.applications
      where application.dated == asOf && application.isMoney && wanted.contains(application.invoice) {
        sum = try sum.addingChecked(application.amount)
      }
    } catch {
      throw CallProblem(error)
    }
    return sum
  }
}
