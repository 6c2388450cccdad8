extension PromiseTerms {
  /// The terms with every default filled in and checked against the account. An amount of zero takes the full one.
  func completed(for picture: AccountPicture, policy: Policy) throws(CallProblem) -> PromiseTerms {
    try checkDay(today: picture.asOf, policy: policy.promises)
    if let method, !policy.methods.contains(where: { $0.code == method && !$0.isRetired }) {
      throw CallProblem(.method, "“\(method)” is not a way of paying.")
    }
    var terms = self
    terms.invoices = try picture.covered(invoices, amount: amount.minor, in: amount.currency)
    let currency = amount.currency
    guard picture.currency(of: terms.invoices) == currency else {
      throw CallProblem(.invoices, "The invoices are not in \(currency).")
    }
    do {
      if amount.minor == 0 { terms.amount = try picture.fullAmount(on: terms.invoices, in: currency) }
    } catch {
      throw CallProblem(error)
    }
    guard terms.amount.minor > 0 else {
      throw CallProblem(
        .amount, "There is nothing to pay on these invoices: all of it is contested or in a plan.")
    }
    let open = try picture.open(on: terms.invoices, in: currency)
    guard terms.amount.minor <= open.minor else {
      throw CallProblem(
        .amount, "\(terms.amount) is more than is open. Open on the covered invoices: \(open).")
    }
    terms.paidBefore = try picture.paidToday(on: terms.invoices)
    if kind == .promise {
      let replaced = try picture.promisesReplaced(by: terms)
      terms.supersedes += replaced.filter { !supersedes.contains($0) }
    }
    return terms
  }

  private func checkDay(today: CalendarDay, policy: PromisePolicy) throws(CallProblem) {
    switch kind {
    case .saysPaid where day > today:
      throw CallProblem(.date, "\(day.long) has not come yet. For money that will be sent, record a promise.")
    case .promise where day < today:
      throw CallProblem(
        .date, "\(day.long) has passed. For money that was sent, record that it is said to be paid.")
    case .promise where today.distance(to: day) > policy.longestDays && (exception ?? "").isEmpty:
      throw CallProblem(
        .date,
        "\(day.long) is \(today.distance(to: day)) days away; a promise reaches \(policy.longestDays) days at most. "
          + "Take an earlier day or say why it is so late.")
    default: break
    }
  }
}
