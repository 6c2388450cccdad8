extension BooksAsOf {
  /// Ages what is open and takes off what is not to be collected now, each part once: first what is
  /// disputed, then what plan instalments not yet due cover, then what is under a promise inside its grace.
  ///
  /// Returns the plans that govern an invoice, the newest first.
  mutating func slice(
    _ journal: JournalAsOf, _ promises: PromiseBook, _ policy: Policy, _ outlook: inout Outlook
  ) throws(MoneyError) -> [PlanStatus] {
    for place in positions.indices where positions[place].open > 0 {
      positions[place].bucket = policy.aging.bucket(of: positions[place].invoice, &outlook)
      positions[place].isPastDue = outlook.hasPassed(positions[place].invoice.due)
    }
    var contested: Set<Contested> = []
    for dispute in journal.disputes.reversed() { try hold(dispute.terms, raisedOn: dispute.day, &contested) }
    var governed: Set<Int> = []
    var plans: [PlanStatus] = []
    for plan in journal.plans.reversed() {
      if let status = try hold(plan, policy.promises.graceDays, &governed, &outlook) { plans.append(status) }
    }
    for index in promises.active { hold(promises.statuses[index], at: promises.places[index]) }
    return plans
  }

  /// What a dispute is about; raised again it replaces what was said before.
  private struct Contested: Hashable {
    let place: Int
    let reason: String
  }

  /// A dispute lies on its invoices, oldest first, as they stood when it was raised. What is cleared since is not
  /// contested any more.
  private mutating func hold(
    _ dispute: DisputeTerms, raisedOn day: CalendarDay, _ contested: inout Set<Contested>
  ) throws(MoneyError) {
    var left = dispute.amount?.minor ?? .max
    for invoice in dispute.invoices {
      guard let place = place(of: invoice),
        dispute.amount?.currency ?? positions[place].invoice.original.currency
          == positions[place].invoice.original.currency
      else { continue }
      let part = min(left, try open(at: place, on: day))
      left -= part
      if contested.insert(Contested(place: place, reason: dispute.reason)).inserted {
        _ = positions[place].take(part, as: \.disputed)
      }
    }
  }

  /// Payments fill instalments oldest first; those still to come hold the newest of the covered invoices. The
  /// latest plan on an invoice is the one that counts; nil when that leaves this one none.
  private mutating func hold(
    _ plan: AgreedPlan, _ graceDays: Int, _ governed: inout Set<Int>, _ outlook: inout Outlook
  ) throws(MoneyError) -> PlanStatus? {
    let covered = places(of: plan.terms.invoices, in: plan.terms.currency).filter {
      governed.insert($0).inserted
    }
    guard !covered.isEmpty else { return nil }
    var paid: Int64 = 0
    for place in covered {
      let open = max(positions[place].open, 0)
      paid = try paid.addingChecked(max(try self.open(at: place, on: plan.day).subtractingChecked(open), 0))
    }
    let status = PlanStatus(plan, paid: paid, graceDays: graceDays, &outlook)
    var held: Int64 = 0
    for instalment in status.instalments where instalment.state == .due {
      held = try held.addingChecked(instalment.amount - instalment.paid)
    }
    for place in covered.reversed() where held > 0 { held -= positions[place].take(held, as: \.planned) }
    return status
  }

  /// What is still to come of a promise holds its invoices in the order in which it names them.
  private mutating func hold(_ promise: PromiseStatus, at places: [Int]) {
    var left = promise.terms.amount.minor - promise.paid - promise.credited
    for place in places where left > 0 { left -= positions[place].take(left, as: \.promised) }
  }
}
