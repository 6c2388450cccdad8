extension ProposedPromise {
  /// The terms with every default filled in and checked against the account. An amount of zero takes the full one.
  func completed(for picture: AccountPicture, policy: Policy) throws(CallProblem) -> PromiseTerms {
    try checkDay(today: picture.asOf, policy: policy.promises)
    if let method, !policy.methods.contains(where: { $0.code == method && !$0.isRetired }) {
      throw CallProblem(.method, "“\(method)” is not a way of paying.")
    }
    let covered = try picture.covered(invoices, amount: amount.minor, in: amount.currency)
    let currency = amount.currency
    guard picture.currency(of: covered) == currency else {
      throw CallProblem(.invoices, "The invoices are not in \(currency).")
    }
    var amount = amount
    do {
      if amount.minor == 0 { amount = try picture.fullAmount(on: covered, in: currency) }
    } catch {
      throw CallProblem(error)
    }
    guard amount.minor > 0 else {
      throw CallProblem(
        .amount, "There is nothing to pay on these invoices: all of it is contested, in a plan or on hold.")
    }
    let open = try picture.open(on: covered, in: currency)
    guard amount.minor <= open.minor else {
      throw CallProblem(.amount, "\(amount) is more than is open. Open on the covered invoices: \(open).")
    }
    let covers = picture.parts(of: amount.minor, on: covered)
    return PromiseTerms(
      kind: kind, amount: amount, day: day, method: method, reference: reference, covers: covers,
      graceDays: policy.promises.graceDays, tolerance: policy.promises.tolerance(in: currency),
      replaces: kind == .promise ? picture.replaced(by: covers) : [], exception: exception,
      incentive: kind == .promise
        ? try incentive?.completed(on: amount, last: day, today: picture.asOf, policy: policy) : nil)
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

extension ProposedDispute {
  /// The terms with their invoices in order, checked against the account. Without invoices, `tagged` ones are meant,
  /// or the only one that comes into question.
  func completed(
    for picture: AccountPicture, policy: Policy, tagged: [DocumentID], dueOn: CalendarDay
  ) throws(CallProblem) -> DisputeTerms {
    guard policy.disputeReasons.contains(where: { $0.code == reason && !$0.isRetired }) else {
      throw CallProblem(.disputeReason, "“\(reason)” is not a reason for a dispute.")
    }
    var chosen = invoices.isEmpty ? tagged : invoices
    if chosen.isEmpty, let only = picture.onlyInvoice { chosen = [only.invoice.id] }
    guard !chosen.isEmpty else { throw CallProblem(.invoices, "Which invoices do they dispute?") }
    chosen = try picture.inOrder(chosen)
    if let amount, let currency = picture.currency(of: chosen) {
      guard amount.currency == currency else {
        throw CallProblem(.amount, "The invoices are in \(currency).")
      }
      guard amount.minor > 0 else {
        throw CallProblem(.amount, "The disputed amount must be more than zero.")
      }
      let open = try picture.open(on: chosen, in: currency)
      guard amount.minor <= open.minor else {
        throw CallProblem(.amount, "\(amount) is more than is open. Open on the disputed invoices: \(open).")
      }
    }
    return DisputeTerms(
      reason: reason, amount: amount, covers: picture.contested(amount?.minor, on: chosen), dueOn: dueOn,
      owner: policy.disputes.owner(of: reason))
  }
}

extension ProposedPlan {
  /// The terms with their invoices in order, checked against the account. Without invoices, all that are past due.
  func completed(for picture: AccountPicture, policy: Policy) throws(CallProblem) -> PlanTerms {
    guard let first = instalments.first, let last = instalments.last else {
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
    let covered = try picture.covered(invoices, amount: total.minor, in: currency)
    guard picture.currency(of: covered) == currency else {
      throw CallProblem(.invoices, "The invoices are not in \(currency).")
    }
    let open = try picture.open(on: covered, in: currency)
    guard total.minor <= open.minor else {
      throw CallProblem(.amount, "\(total) is more than is open. Open on the covered invoices: \(open).")
    }
    let covers = picture.parts(of: total.minor, on: covered, inPlan: true)
    let excess = policy.excess(of: self, today: picture.asOf)
    return PlanTerms(
      currency: currency, instalments: instalments, covers: covers, graceDays: policy.promises.graceDays,
      replaces: picture.replaced(by: covers), tolerance: policy.promises.tolerance(in: currency),
      breaksAfter: policy.plans.breaksAfter,
      approvedBy: try excess.map { (sentence) throws(CallProblem) in
        try policy.approval(of: sentence, by: approvedBy)
      }, incentive: try incentive?.completed(on: total, last: last.due, today: picture.asOf, policy: policy))
  }
}
